// The ground of every close-up: skin lit from the upper left with its fine lines and pores, and the bar that gives the size.
import type { Sketch } from './sketch.js';
import { el, round, type Point, type SvgNode } from './tree.js';

const TILE = 96;
const CELLS = 6;

/** The net of fine lines that skin is divided by: a jittered triangle grid that closes over the edge of its tile. */
function creases({ chance }: Sketch): string {
	const cell = TILE / CELLS;
	const jitter = Array.from({ length: CELLS * CELLS }, (): Point => [
		chance.between(-0.32, 0.32) * cell,
		chance.between(-0.32, 0.32) * cell
	]);
	const at = (column: number, row: number): string => {
		const wrap = (one: number) => (one + CELLS) % CELLS;
		const [dx, dy] = jitter[wrap(row) * CELLS + wrap(column)] ?? [0, 0];
		const x = (column + (row % 2 === 0 ? 0 : 0.5)) * cell + dx;
		return `${Math.round(x)} ${Math.round(row * cell + dy)}`;
	};
	const parts: string[] = [];
	for (let row = -1; row < CELLS; row += 1) {
		for (let column = -1; column <= CELLS; column += 1) {
			const kind = (row * 7 + column * 3 + CELLS * 10) % 5;
			if (kind !== 0) parts.push(`M${at(column, row)}L${at(column, row + 1)}`);
			if (kind !== 2) parts.push(`M${at(column, row)}L${at(column + 1, row)}`);
		}
	}
	return parts.join('');
}

function texture(sketch: Sketch, scale: number): string {
	const { palette, chance } = sketch;
	const id = sketch.keep('texture', (own) => {
		const d = creases(sketch);
		const pores = Array.from({ length: 5 }, () =>
			el('ellipse', {
				cx: chance.between(8, 88),
				cy: chance.between(8, 88),
				rx: 1.1,
				ry: 0.8,
				fill: palette.shadow,
				opacity: 0.35
			})
		);
		return el(
			'pattern',
			{
				id: own,
				width: TILE,
				height: TILE,
				patternUnits: 'userSpaceOnUse',
				patternTransform: `rotate(24) scale(${round(scale)})`
			},
			el('path', {
				d,
				fill: 'none',
				stroke: palette.crease,
				'stroke-width': 0.9,
				opacity: palette.tone >= 9 ? 0.5 : 0.17
			}),
			el('path', {
				d,
				fill: 'none',
				stroke: palette.shine,
				'stroke-width': 0.8,
				opacity: palette.tone >= 6 ? 0.1 : palette.tone >= 4 ? 0.2 : 0.36,
				transform: 'translate(1 1)'
			}),
			...pores
		);
	});
	return `url(#${id})`;
}

/** Covers the sheet with skin. `grain` is the size of its fine lines: 1 for a field about 10 mm wide, less for a wider one. */
export function skinGround(sketch: Sketch, grain = 1): void {
	const { palette, width, height, chance } = sketch;
	const whole = { width, height };
	const ground = sketch.linear('ground', [
		[0, palette.lit],
		[0.5, palette.skin],
		[1, palette.shade]
	]);
	sketch.add(el('rect', { ...whole, fill: ground }));
	const blotch = sketch.radial('mottle', [
		[0, palette.shade, 0.4],
		[1, palette.shade, 0]
	]);
	const gleam = sketch.radial('gleam', [
		[0, palette.lit, 0.55],
		[1, palette.lit, 0]
	]);
	for (let index = 0; index < 6; index += 1) {
		sketch.add(
			el('ellipse', {
				cx: chance.between(0, width),
				cy: chance.between(0, height),
				rx: chance.between(50, 120),
				ry: chance.between(40, 90),
				fill: index % 2 === 0 ? blotch : gleam
			})
		);
	}
	sketch.add(el('rect', { ...whole, fill: texture(sketch, grain) }));
}

/** Text that can be read on whatever lies under it. */
export function label(
	sketch: Sketch,
	x: number,
	y: number,
	words: string,
	anchor = 'start',
	size = 13
): SvgNode {
	const { ink, halo } = sketch.palette;
	return el(
		'text',
		{
			x,
			y,
			fill: ink,
			stroke: halo,
			'stroke-width': 3,
			'stroke-linejoin': 'round',
			'paint-order': 'stroke',
			'font-size': size,
			'font-weight': 600,
			'font-family': 'system-ui, sans-serif',
			'text-anchor': anchor
		},
		words
	);
}

/** A bar of so many millimetres in the lower left corner; `unit` is the length of one. */
export function scaleBar(sketch: Sketch, millimetres: number, unit: number): void {
	const { ink, halo } = sketch.palette;
	const { height } = sketch;
	const [left, y, length] = [14, height - 14, millimetres * unit];
	const d = `M${left} ${y - 4}v8m0-4h${round(length)}m0-4v8`;
	sketch.add(
		el('path', { d, fill: 'none', stroke: halo, 'stroke-width': 5, 'stroke-linecap': 'round' }),
		el('path', { d, fill: 'none', stroke: ink, 'stroke-width': 2 }),
		label(sketch, left, y - 9, millimetres >= 10 ? `${millimetres / 10} cm` : `${millimetres} mm`)
	);
}
