// Close-ups of white cysts: one form after the other of the same small thing.
import { pearlAt } from '../lesions.js';
import { el } from '../tree.js';
import { scatter, type Spot } from '../place.js';
import { scaleBar, skinGround } from '../skin.js';
import type { Sketch } from '../sketch.js';
import type { Scene } from '../spec.js';
import { closeUp, count, flareWord, lesionRegions } from '../words.js';

/** Units to a millimetre: a field of 10 by 7.5 mm. */
const MM = 40;

/** Spots of so many millimetres across, whole on the sheet and clear of the bar. */
export function spotsOn(
	sketch: Sketch,
	many: number,
	[low, high]: readonly [number, number],
	unit: number,
	gap: number
): Spot[] {
	const { chance, width, height } = sketch;
	return scatter({
		count: many,
		gap,
		taken: [{ x: 50, y: height - 20, r: 46 }],
		propose: () => {
			const r = (chance.between(low, high) / 2) * unit;
			const edge = r * 1.3 + 6;
			return { x: chance.between(edge, width - edge), y: chance.between(edge, height - edge), r };
		}
	});
}

export const milium: Scene = (sketch) => {
	skinGround(sketch);
	const spots = spotsOn(sketch, sketch.chance.whole(2, 5), [1, 1.9], MM, 26);
	sketch.add(...spots.map((spot) => pearlAt(sketch, spot)));
	scaleBar(sketch, 2, MM);
	return {
		alt: closeUp(
			sketch,
			'10 mm',
			`${count(spots.length, 'separate smooth dome')} 1 to 2 mm wide, ${keratinWord(sketch)} under a thin closed roof, each with a soft shine. No opening, no hair and no change of color round them.`
		),
		regions: lesionRegions(spots)
	};
};

/** Keratin as it looks through this skin. */
export const keratinWord = ({ palette: { tone } }: Sketch): string =>
	tone <= 3 ? 'ivory white' : tone <= 6 ? 'creamy white' : 'cream to light tan';

export const miliumRubbed: Scene = (sketch) => {
	skinGround(sketch);
	const { palette, chance } = sketch;
	const spots = spotsOn(sketch, 3, [1.2, 1.9], MM, 70);
	for (const { x, y, r } of spots) {
		const ring = sketch.radial('ring', [
			[0.45, palette.flare, 0.7],
			[0.6, palette.flare, 0.5],
			[0.96, palette.flare, 0]
		]);
		const turn = chance.between(-30, 30);
		sketch.add(
			el('ellipse', {
				cx: x,
				cy: y,
				rx: r * 2.1,
				ry: r * 1.8,
				fill: ring,
				transform: `rotate(${Math.round(turn)} ${Math.round(x)} ${Math.round(y)})`
			}),
			// Rubbing leaves the skin smooth and shiny, which shows where redness does not.
			el('path', {
				d: `M${Math.round(x - r * 1.7)} ${Math.round(y - r * 0.6)}q${Math.round(r * 0.5)} ${Math.round(-r)} ${Math.round(r * 1.3)} ${Math.round(-r * 1.05)}`,
				fill: 'none',
				stroke: palette.shine,
				'stroke-width': 3,
				'stroke-linecap': 'round',
				opacity: 0.45
			})
		);
	}
	sketch.add(...spots.map((spot) => pearlAt(sketch, spot)));
	scaleBar(sketch, 2, MM);
	return {
		alt: closeUp(
			sketch,
			'10 mm',
			`${count(spots.length, 'smooth closed dome')} 1 to 2 mm wide, ${keratinWord(sketch)} all through, each within a narrow shiny ring of rubbed skin that is ${flareWord(sketch)}. The tops are unchanged.`
		),
		regions: lesionRegions(spots)
	};
};

export const eruptive: Scene = (sketch) => {
	const unit = 14;
	skinGround(sketch, 0.55);
	const { chance } = sketch;
	const many = chance.whole(24, 32);
	const centre = { x: chance.between(180, 220), y: chance.between(135, 160) };
	const taken = [{ x: 50, y: 280, r: 46 }];
	const spots = scatter({
		count: many,
		gap: 7,
		taken,
		propose: () => {
			const [angle, reach] = [chance.between(0, 2 * Math.PI), Math.sqrt(chance.between(0, 1))];
			const r = (chance.between(0.7, 2) / 2) * unit;
			const x = centre.x + Math.cos(angle) * reach * 165;
			const y = centre.y + Math.sin(angle) * reach * 118;
			return { x, y, r };
		}
	});
	// The youngest still lie deeper and look fainter.
	sketch.add(
		...spots.map((spot, index) => pearlAt(sketch, spot, index % 4 === 0 ? 0.7 : undefined))
	);
	const inner = spots.filter(
		({ x, y, r }, index) => index % 4 !== 0 && r > 8 && x > 40 && x < 360 && y > 40 && y < 260
	);
	scaleBar(sketch, 5, unit);
	return {
		alt: closeUp(
			sketch,
			'28 mm',
			`${spots.length} separate smooth domes 1 to 2 mm wide, ${keratinWord(sketch)}, close together in one area, some small and faint, some larger. The skin between them is flat and unchanged.`
		),
		regions: [
			{ id: 'area', label: 'The whole group', shape: { kind: 'circle', x: 200, y: 147, r: 130 } },
			...lesionRegions(inner.slice(0, 4), 18)
		]
	};
};
