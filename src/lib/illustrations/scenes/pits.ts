// Close-up of milia among follicular pits, as some inherited syndromes have them.
import { pearlAt } from '../lesions.js';
import { scatter } from '../place.js';
import { scaleBar, skinGround } from '../skin.js';
import type { Sketch } from '../sketch.js';
import type { Scene } from '../spec.js';
import { el, type SvgNode } from '../tree.js';
import { closeUp, count, lesionRegions } from '../words.js';
import { keratinWord, spotsOn } from './pearls.js';

/** A dent: what is raised shines towards the light and throws its shadow away from it, so a hollow has them the other way round. */
function dent(sketch: Sketch): SvgNode[] {
	const { palette } = sketch;
	const dark = palette.tone >= 9;
	// On light skin a hollow is a shade of the skin; drawn darker it would read as a plug.
	const depth = palette.tone <= 4 ? 0.6 : 1;
	const rim = sketch.radial('rim', [
		[0.5, palette.shine, palette.tone >= 6 ? 0.45 : 0.8],
		[0.75, palette.shine, 0.3],
		[1, palette.shine, 0]
	]);
	const hollow = sketch.radial(
		'hollow',
		[
			[0, dark ? '#120a07' : palette.shadow, 0.95 * depth],
			[0.5, palette.shadow, 0.85 * depth],
			[0.8, palette.shadow, 0.45 * depth],
			[1, palette.shadow, 0]
		],
		true
	);
	return [
		el('ellipse', { cx: 2.6, cy: 3, rx: 11.5, ry: 10.5, fill: rim }),
		el('ellipse', { cx: 0, cy: 0, rx: 10, ry: 9, fill: hollow }),
		el('ellipse', {
			cx: -2,
			cy: -2.2,
			rx: 4.6,
			ry: 3.8,
			fill: palette.shadow,
			opacity: 0.7 * depth ** 2
		})
	];
}

export const miliaWithPits: Scene = (sketch) => {
	const unit = 30;
	skinGround(sketch, 0.8);
	const { chance, width, height } = sketch;
	const spots = spotsOn(sketch, chance.whole(4, 6), [1, 1.9], unit, 40);
	const pits = scatter({
		count: chance.whole(14, 18),
		gap: 12,
		taken: [
			...spots.map((spot) => ({ ...spot, r: spot.r * 1.25 })),
			{ x: 50, y: height - 20, r: 46 }
		],
		propose: () => {
			const r = (chance.between(0.5, 0.9) / 2) * unit;
			return { x: chance.between(14, width - 14), y: chance.between(14, height - 14), r };
		}
	});
	sketch.add(
		...pits.map(({ x, y, r }) =>
			sketch.stamp('pit', () => dent(sketch), {
				x,
				y,
				scale: [r / 10, r / 11],
				turn: chance.between(-12, 12)
			})
		),
		...spots.map((spot) => pearlAt(sketch, spot))
	);
	scaleBar(sketch, 2, unit);
	return {
		alt: closeUp(
			sketch,
			'13 mm',
			`${count(spots.length, 'separate smooth dome')} 1 to 2 mm wide, ${keratinWord(sketch)} under a thin closed roof, and between them ${pits.length} small empty pits under 1 mm wide, sunk into the skin at the openings of follicles. No redness.`
		),
		regions: lesionRegions(spots)
	};
};
