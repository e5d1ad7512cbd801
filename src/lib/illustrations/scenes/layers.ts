// What sections through skin are put together from. Cells and fibres are suggested, not counted.
import { mix } from '../colour.js';
import type { Sketch } from '../sketch.js';
import { curve, el, round, type Point, type SvgNode } from '../tree.js';

/** Depths in a section 300 high: skin surface, underside of the horny layer, base of the epidermis, top of the fat. */
export const DEPTH = { surface: 44, horn: 54, base: 92, fat: 252 } as const;

export const INK = '#4a2340';
const WALL = '#c98fb4';
const KERATIN = '#f6ead2';

/** The lower border of the epidermis with its ridges, from left to right. */
const ridges = ({ width }: Sketch, left = 0, right = width): Point[] =>
	Array.from({ length: Math.ceil((right - left) / 18) + 1 }, (_, index): Point => [
		left + index * 18,
		DEPTH.base + (index % 2 === 0 ? 7 : -6)
	]);

/** Horny layer, epidermis with its pigmented base, dermis with fibres, fat. */
export function layers(sketch: Sketch, fat = true): void {
	const { width, height, chance, palette } = sketch;
	const border = ridges(sketch);
	const lower = curve(border, false);
	const band = `${lower}L${width} ${DEPTH.horn}L0 ${DEPTH.horn}Z`;
	const fibres = Array.from({ length: 46 }, () => {
		const [x, y] = [
			chance.between(-20, width),
			chance.between(DEPTH.base + 18, fat ? DEPTH.fat : height)
		];
		return `M${Math.round(x)} ${Math.round(y)}q${Math.round(chance.between(10, 22))} ${Math.round(chance.between(-8, 8))} ${Math.round(chance.between(24, 50))} ${Math.round(chance.between(-4, 4))}`;
	}).join('');
	const scales = Array.from(
		{ length: 3 },
		(_, index) =>
			`M0 ${46 + index * 3}q${width / 4} ${index % 2 === 0 ? 3 : -3} ${width / 2} 0t${width / 2} 0`
	).join('');
	sketch.add(
		el('rect', { width, height, fill: '#fdf8f4' }),
		el('rect', {
			y: DEPTH.base - 8,
			width,
			height: height - DEPTH.base + 8,
			fill: sketch.linear(
				'dermis',
				[
					[0, '#f6d6da'],
					[1, '#f0c3cb']
				],
				[0, 0, 0, 1]
			)
		}),
		el('path', {
			d: fibres,
			fill: 'none',
			stroke: '#e3a4b2',
			'stroke-width': 2.2,
			'stroke-linecap': 'round',
			opacity: 0.65
		}),
		el('path', { d: band, fill: mix('#c3a0cf', palette.skin, 0.35) }),
		// Melanin lies along the base of the epidermis: the darker the skin, the broader the line.
		el('path', {
			d: lower,
			fill: 'none',
			stroke: mix('#9a7a86', '#2f1a12', palette.tone / 10),
			'stroke-width': 1.2 + palette.tone * 0.55,
			opacity: 0.8
		}),
		el('rect', {
			y: DEPTH.surface,
			width,
			height: DEPTH.horn - DEPTH.surface,
			fill: mix(palette.skin, '#f3e2cf', 0.3)
		}),
		el('path', {
			d: scales,
			fill: 'none',
			stroke: mix(palette.skin, '#7a5240', 0.4),
			'stroke-width': 0.9,
			opacity: 0.8
		})
	);
	if (fat) sketch.add(...lobules(sketch));
}

function lobules(sketch: Sketch): SvgNode[] {
	const { width, height } = sketch;
	const count = Math.ceil(width / 34) + 1;
	const cell = (index: number, row: number) =>
		el('ellipse', {
			cx: index * 34 + row * 17,
			cy: DEPTH.fat + 17 + row * 26,
			rx: 17,
			ry: 14,
			fill: '#fbe9a9',
			stroke: '#e0bd6a',
			'stroke-width': 1.5
		});
	return [
		el('rect', { y: DEPTH.fat, width, height: height - DEPTH.fat, fill: '#f2d287' }),
		...[0, 1].flatMap((row) => Array.from({ length: count }, (_, index) => cell(index, row)))
	];
}

/** A closed cyst: a thin wall with a dark granular lining, rings of keratin inside. */
export function cyst(x: number, y: number, r: number): SvgNode[] {
	const rings = [0.84, 0.68, 0.52, 0.37, 0.22].map((part, index) =>
		el('ellipse', {
			cx: x + (index % 2),
			cy: y,
			rx: r * part,
			ry: r * part * 0.94,
			fill: 'none',
			stroke: '#d3a97a',
			'stroke-width': 1.3,
			opacity: 0.85
		})
	);
	return [
		el('circle', { cx: x, cy: y, r, fill: KERATIN, stroke: WALL, 'stroke-width': r * 0.2 }),
		el('circle', {
			cx: x,
			cy: y,
			r: r * 0.89,
			fill: 'none',
			stroke: INK,
			'stroke-width': 1.6,
			'stroke-dasharray': '1.5 2.5'
		}),
		el('circle', {
			cx: x,
			cy: y,
			r: r * 1.1,
			fill: 'none',
			stroke: '#a2688f',
			'stroke-width': 1.2
		}),
		...rings
	];
}

/** An oil gland: lobes of foamy cells that drain to one side. */
export function oilGland(x: number, y: number, size = 1): SvgNode[] {
	const lobes: readonly (readonly [number, number, number])[] = [
		[0, 0, 16],
		[16, -10, 12],
		[17, 9, 13],
		[4, 17, 12],
		[-9, 12, 11]
	];
	return lobes.map(([dx, dy, r]) =>
		el('circle', {
			cx: x + dx * size,
			cy: y + dy * size,
			r: r * size,
			fill: '#fbf0cf',
			stroke: '#c9a25f',
			'stroke-width': 1.6
		})
	);
}

/** A hair in its follicle from the surface down to its bulb; `width` is that of the hair. */
export function follicle(x: number, depth: number, width: number, lean = 14): SvgNode[] {
	const sheath = width + 7;
	const way = `M${x} ${DEPTH.surface}C${x} ${DEPTH.base + 10} ${x - lean / 2} ${depth - 60} ${x - lean} ${depth}`;
	return [
		el('path', {
			d: way,
			fill: 'none',
			stroke: '#b687ae',
			'stroke-width': sheath + 4,
			'stroke-linecap': 'round'
		}),
		el('path', {
			d: way,
			fill: 'none',
			stroke: '#e2c3dc',
			'stroke-width': sheath,
			'stroke-linecap': 'round'
		}),
		el('ellipse', { cx: x - lean, cy: depth, rx: sheath * 0.85, ry: sheath, fill: '#b687ae' }),
		el('ellipse', {
			cx: x - lean,
			cy: depth + sheath * 0.4,
			rx: sheath * 0.32,
			ry: sheath * 0.5,
			fill: '#f6d6da'
		}),
		el('path', {
			d: `M${x + 8} 12C${x + 2} 28 ${x} 36 ${x} ${DEPTH.surface}${way.slice(way.indexOf('C'))}`,
			fill: 'none',
			stroke: '#3a2618',
			'stroke-width': width
		})
	];
}

/** A sweat gland: a coil deep in the dermis, a duct that runs up by itself and winds through the epidermis. */
export function sweatGland(x: number, depth: number, top: number = DEPTH.surface): SvgNode[] {
	const duct = `M${x} ${depth - 20}C${x - 8} ${depth - 60} ${x + 8} ${DEPTH.base + 50} ${x} ${DEPTH.base + 6}`;
	const screw =
		top < DEPTH.base
			? `M${x} ${DEPTH.base + 6}q8-7 0-14t0-14t0-14${top <= DEPTH.surface ? 't0-8' : ''}`
			: '';
	const coil = `M${x} ${depth - 20}c-26 0-30 14-10 16s34-4 30 6s-44 2-42 12s40 6 46-2s-20-22-6-24s22 20 4 28s-34 2-30-6`;
	const draw = (stroke: string, width: number) =>
		el('path', {
			d: `${coil}${duct}${screw}`,
			fill: 'none',
			stroke,
			'stroke-width': width,
			'stroke-linecap': 'round',
			'stroke-linejoin': 'round'
		});
	return [
		draw('#5f7fa8', 9),
		draw('#cfe0f2', 5),
		el('path', { d: `${duct}${screw}`, fill: 'none', stroke: '#ffffff', 'stroke-width': 1.4 })
	];
}

/** A small vessel cut across. */
export const vessel = (x: number, y: number, r: number): SvgNode[] => [
	el('circle', { cx: x, cy: y, r, fill: '#b3423f', stroke: '#7d2424', 'stroke-width': 2.5 }),
	el('circle', { cx: x - r * 0.25, cy: y - r * 0.2, r: r * 0.35, fill: '#d98580' }),
	el('circle', { cx: x + r * 0.35, cy: y + r * 0.3, r: r * 0.28, fill: '#d98580' })
];

/** A word with a line to what it names. */
export function pointer(
	sketch: Sketch,
	words: string,
	[x, y]: Point,
	[toX, toY]: Point,
	anchor = 'start'
): SvgNode[] {
	if (!sketch.labels) return [];
	const from = anchor === 'end' ? x + 3 : anchor === 'middle' ? x : x - 3;
	return [
		el('path', {
			d: `M${round(from)} ${y - 4}L${toX} ${toY}`,
			fill: 'none',
			stroke: '#ffffff',
			'stroke-width': 3.4
		}),
		el('path', {
			d: `M${round(from)} ${y - 4}L${toX} ${toY}`,
			fill: 'none',
			stroke: '#1c1512',
			'stroke-width': 1.2
		}),
		el('circle', { cx: toX, cy: toY, r: 2.4, fill: '#1c1512' }),
		written(words, x, y, anchor)
	];
}

const written = (words: string, x: number, y: number, anchor: string) =>
	el(
		'text',
		{
			x,
			y,
			fill: '#1c1512',
			stroke: '#ffffff',
			'stroke-width': 3.4,
			'stroke-linejoin': 'round',
			'paint-order': 'stroke',
			'font-size': 13,
			'font-weight': 600,
			'font-family': 'system-ui, sans-serif',
			'text-anchor': anchor
		},
		words
	);

/** A heading of a panel. */
export const panelName = (words: string, x: number, y: number): SvgNode =>
	written(words, x, y, 'middle');
