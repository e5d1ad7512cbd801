// Close-ups in which the ground matters as much as what lies on it: a plaque, a scar, blotches.
import { mix } from '../colour.js';
import { pearlAt, pustuleAt } from '../lesions.js';
import { scatter, type Spot } from '../place.js';
import { blob, flareFill, mound } from '../relief.js';
import { scaleBar, skinGround } from '../skin.js';
import type { Sketch } from '../sketch.js';
import type { Scene } from '../spec.js';
import { el, round, type SvgNode } from '../tree.js';
import { closeUp, flareWord, lesionRegions } from '../words.js';
import { keratinWord, spotsOn } from './pearls.js';

const placed = (x: number, y: number, node: SvgNode): SvgNode =>
	el('g', { transform: `translate(${round(x)} ${round(y)})` }, node);

/** Spots within an ellipse. */
function within(
	sketch: Sketch,
	many: number,
	{ x, y, rx, ry }: { x: number; y: number; rx: number; ry: number },
	[low, high]: readonly [number, number],
	gap: number
): Spot[] {
	const { chance } = sketch;
	return scatter({
		count: many,
		gap,
		propose: () => {
			const [angle, reach] = [chance.between(0, 2 * Math.PI), Math.sqrt(chance.between(0, 1))];
			return {
				x: x + Math.cos(angle) * reach * rx,
				y: y + Math.sin(angle) * reach * ry,
				r: chance.between(low, high)
			};
		}
	});
}

/** The back of an ear on the left, hair on the right: what is seen when the ear is folded forward. */
function behindEar(sketch: Sketch): void {
	const { palette } = sketch;
	const auricle =
		'M-10 6C36-22 104-2 118 62C126 100 112 122 104 150C94 186 104 214 92 244C80 272 44 284 14 266C4 260-4 256-10 250Z';
	const hair =
		'M176-10C238 18 296 26 330 78C356 118 344 166 364 204C378 232 396 238 420 242L420-10Z';
	const strands = Array.from({ length: 16 }, (_, index) => {
		const x = 186 + index * 17;
		return `M${x} -8q${26 + index} ${38 + index * 3} ${18 + index * 2} ${62 + index * 12}`;
	}).join('');
	const edge = mix(palette.hair, palette.skin, 0.5);
	sketch.add(
		el('path', { d: hair, fill: edge, opacity: 0.5, transform: 'translate(-7 5)' }),
		el('path', { d: hair, fill: palette.hair }),
		el('path', {
			d: strands,
			fill: 'none',
			stroke: mix(palette.hair, palette.shine, 0.3),
			'stroke-width': 1.2,
			opacity: 0.5,
			'clip-path': sketch.clip('hairline', el('path', { d: hair }))
		}),
		...[26, 17, 9].map((dx) =>
			el('path', {
				d: auricle,
				transform: `translate(${dx} ${Math.round(dx * 0.6)})`,
				fill: palette.shadow,
				opacity: 0.2
			})
		),
		el('path', {
			d: auricle,
			fill: sketch.linear('auricle', [
				[0, palette.lit],
				[0.55, palette.skin],
				[1, palette.shade]
			])
		}),
		el('path', {
			d: 'M-10 40C40 10 86 34 90 84C92 122 68 150 68 190C68 222 50 246 20 244',
			fill: 'none',
			stroke: palette.shadow,
			'stroke-width': 9,
			opacity: 0.16
		}),
		el('path', {
			d: 'M-10 90C24 78 46 96 44 128C42 160 30 176 30 200',
			fill: 'none',
			stroke: palette.shadow,
			'stroke-width': 12,
			'stroke-linecap': 'round',
			opacity: 0.1
		}),
		el('path', {
			d: 'M60 6C104 24 116 66 106 100C98 128 92 146 90 168',
			fill: 'none',
			stroke: palette.shine,
			'stroke-width': 6,
			'stroke-linecap': 'round',
			opacity: 0.4
		})
	);
}

export const plaque: Scene = (sketch) => {
	const unit = 6;
	skinGround(sketch, 0.35);
	behindEar(sketch);
	const { palette, chance } = sketch;
	const [x, y] = [226, 160];
	const base = sketch.radial('base', [
		[0, palette.flare, 0.8],
		[0.7, palette.flare, 0.72],
		[0.86, palette.flare, 0.5],
		[0.98, palette.flare, 0]
	]);
	const [rx, ry] = [chance.between(62, 74), chance.between(82, 94)];
	sketch.add(
		el('ellipse', { cx: x, cy: y, rx: rx * 1.25, ry: ry * 1.2, fill: flareFill(sketch, 0.5) }),
		el(
			'g',
			{ transform: `translate(${x} ${y}) scale(${round(rx / 11)} ${round(ry / 11)})` },
			...mound(sketch, 11, 0.7)
		),
		el('path', {
			d: blob(sketch, 100, 0.07, 10),
			transform: `translate(${x} ${y}) scale(${round(rx / 100)} ${round(ry / 100)})`,
			fill: base
		}),
		el('path', {
			d: `M${round(x - rx * 0.86)} ${round(y - ry * 0.1)}Q${round(x - rx * 0.8)} ${round(y - ry * 0.85)} ${x} ${round(y - ry * 0.95)}`,
			fill: 'none',
			stroke: palette.shine,
			'stroke-width': 4,
			'stroke-linecap': 'round',
			opacity: 0.4
		})
	);
	const spots = within(
		sketch,
		chance.whole(36, 46),
		{ x, y, rx: rx * 0.85, ry: ry * 0.85 },
		[3.4, 8],
		1.5
	);
	sketch.add(...spots.map((spot) => pearlAt(sketch, spot)));
	scaleBar(sketch, 20, unit);
	return {
		alt: `The skin behind an ear, ${palette.words}, about 65 mm across: one raised swollen patch about 3 cm long, ${flareWord(sketch)}, crowded with ${spots.length} firm ${keratinWord(sketch)} bumps 1 to 3 mm wide.`,
		regions: [{ id: 'patch', label: 'The raised patch', shape: { kind: 'circle', x, y, r: 85 } }]
	};
};

export const secondary: Scene = (sketch) => {
	const unit = 8;
	skinGround(sketch, 0.45);
	const { palette, chance } = sketch;
	const [x, y] = [200 + chance.between(-12, 12), 142];
	// New scar is pink and shiny on light skin; on dark skin it is lighter or darker than what surrounds it.
	const scar =
		palette.tone >= 8
			? mix(palette.skin, '#c99a86', 0.34)
			: palette.tone >= 5
				? mix(palette.skin, '#6b2f24', 0.3)
				: mix(palette.skin, '#e08f86', 0.45);
	const outline = blob(sketch, 100, 0.15, 17);
	const transform = `translate(${round(x)} ${y}) scale(1.5 1.02) rotate(-8)`;
	const bands = Array.from({ length: 9 }, () => {
		const [cx, cy] = [chance.between(-80, 60), chance.between(-70, 70)];
		return `M${round(cx)} ${round(cy)}q${round(chance.between(14, 34))} ${round(chance.between(-16, 16))} ${round(chance.between(30, 60))} ${round(chance.between(-12, 12))}`;
	}).join('');
	sketch.add(
		el('path', {
			d: outline,
			transform: `translate(3 4) ${transform}`,
			fill: 'none',
			stroke: palette.shadow,
			'stroke-width': 5,
			opacity: 0.22
		}),
		el('path', {
			d: outline,
			transform,
			fill: sketch.linear('scarred', [
				[0, mix(scar, palette.shine, 0.25)],
				[0.5, scar],
				[1, mix(scar, palette.shadow, 0.12)]
			]),
			opacity: 0.9
		}),
		el(
			'g',
			{ transform, 'clip-path': sketch.clip('scar', el('path', { d: outline })) },
			el('path', {
				d: bands,
				fill: 'none',
				stroke: palette.shine,
				'stroke-width': 3.4,
				'stroke-linecap': 'round',
				opacity: 0.4
			}),
			el('path', {
				d: bands,
				transform: 'translate(3 9)',
				fill: 'none',
				stroke: mix(scar, palette.shadow, 0.5),
				'stroke-width': 1.6,
				opacity: 0.6
			})
		)
	);
	const spots = within(sketch, chance.whole(7, 11), { x, y, rx: 108, ry: 70 }, [4.5, 10], 9);
	sketch.add(...spots.map((spot) => pearlAt(sketch, spot)));
	scaleBar(sketch, 10, unit);
	return {
		alt: closeUp(
			sketch,
			'50 mm',
			`a smooth shiny patch with fine bands in it and an uneven edge, a little ${palette.tone >= 8 ? 'lighter than' : palette.tone >= 5 ? 'darker than' : 'pinker than'} the skin around. Within the patch alone stand ${spots.length} firm ${keratinWord(sketch)} domes 1 to 3 mm wide; the skin outside has none.`
		),
		regions: [
			{ id: 'patch', label: 'The shiny patch', shape: { kind: 'circle', x: 200, y: 142, r: 80 } },
			{
				id: 'outside',
				label: 'The skin outside the patch',
				shape: { kind: 'circle', x: 360, y: 256, r: 30 }
			}
		]
	};
};

export const etn: Scene = (sketch) => {
	const unit = 6;
	skinGround(sketch, 0.35);
	const spots = spotsOn(sketch, sketch.chance.whole(4, 5), [9, 20], unit, 8);
	const { flare } = sketch.palette;
	const blotch = sketch.radial('blotch', [
		[0, flare, 0.6],
		[0.6, flare, 0.5],
		[1, flare, 0.12]
	]);
	// Where no colour shows on the darkest skin, the edge is lifted and catches the light.
	const { shine, tone } = sketch.palette;
	const rise = tone >= 9 ? 0.13 : 0;
	const lifted = sketch.radial('lifted', [
		[0.5, shine, 0],
		[0.76, shine, rise],
		[1, shine, 0]
	]);
	for (const { x, y, r } of spots) {
		if (rise > 0)
			sketch.add(placed(x, y, el('path', { d: blob(sketch, r * 1.35, 0.15, 9), fill: lifted })));
		sketch.add(
			placed(
				x,
				y,
				el('path', { d: blob(sketch, r * 1.2, 0.24, 11), fill: flareFill(sketch, 0.5) })
			),
			placed(x, y, el('path', { d: blob(sketch, r * 0.95, 0.3, 12), fill: blotch })),
			placed(x, y, el('path', { d: blob(sketch, r * 0.9, 0.3, 12), fill: blotch, opacity: 0.6 })),
			pustuleAt(sketch, { x, y, r: sketch.chance.between(6, 10) })
		);
	}
	scaleBar(sketch, 10, unit);
	return {
		alt: closeUp(
			sketch,
			'65 mm',
			`${spots.length} flat blotches 1 to 3 cm wide with an uneven, blurred edge, ${flareWord(sketch)}, scattered with plain skin between. In the middle of each stands one yellow-white bump 1 to 3 mm wide.`
		),
		regions: lesionRegions(spots)
	};
};
