// What several sections through skin show, besides the layers themselves.
import type { Region } from '../spec.js';
import { el, type Point, type SvgNode } from '../tree.js';
import { DEPTH, oilGland } from './layers.js';

/** A round place with a name. */
export const circle = (id: string, label: string, x: number, y: number, r: number): Region => ({
	id,
	label,
	shape: { kind: 'circle', x, y, r }
});
/** A place with a name, from its upper left to its lower right corner. */
export const box = (
	id: string,
	label: string,
	[left, top]: Point,
	[right, bottom]: Point
): Region => ({
	id,
	label,
	shape: {
		kind: 'polygon',
		points: [
			[left, top],
			[right, top],
			[right, bottom],
			[left, bottom]
		]
	}
});

/** A pore widened by a plug; open at the top, or closed but for a pin-point. */
export function plugged(x: number, open: boolean): SvgNode[] {
	const neck = open ? 17 : 3;
	const sac = `M${x - neck} ${DEPTH.surface}C${x - neck} ${DEPTH.base - 20} ${x - 30} ${DEPTH.base} ${x - 28} ${DEPTH.base + 32}C${x - 27} ${DEPTH.base + 62} ${x - 10} ${DEPTH.base + 70} ${x - 6} ${DEPTH.base + 84}L${x + 6} ${DEPTH.base + 84}C${x + 10} ${DEPTH.base + 70} ${x + 27} ${DEPTH.base + 62} ${x + 28} ${DEPTH.base + 32}C${x + 30} ${DEPTH.base} ${x + neck} ${DEPTH.base - 20} ${x + neck} ${DEPTH.surface}Z`;
	const flakes = Array.from(
		{ length: 6 },
		(_, index) => `M${x - 17} ${DEPTH.base - 4 + index * 11}q17 ${index % 2 === 0 ? 8 : -6} 34 0`
	).join('');
	const top = open
		? [
				el('path', {
					d: `M${x - 17} ${DEPTH.surface}Q${x} ${DEPTH.surface - 7} ${x + 17} ${DEPTH.surface}L${x + 15} ${DEPTH.surface + 14}Q${x} ${DEPTH.surface + 22} ${x - 15} ${DEPTH.surface + 14}Z`,
					fill: '#1d120c'
				})
			]
		: [];
	return [
		el('path', {
			d: sac,
			fill: '#f6ead2',
			stroke: '#b687ae',
			'stroke-width': 6,
			'stroke-linejoin': 'round'
		}),
		el('path', { d: flakes, fill: 'none', stroke: '#d3a97a', 'stroke-width': 1.6 }),
		...top,
		...oilGland(x + 34, DEPTH.base + 84, 0.85),
		el('path', {
			d: `M${x + 4} ${DEPTH.base + 80}L${x + 26} ${DEPTH.base + 84}`,
			fill: 'none',
			stroke: '#c9a25f',
			'stroke-width': 5
		}),
		el('path', {
			d: `M${x} ${DEPTH.base + 84}L${x - 4} ${DEPTH.base + 130}`,
			fill: 'none',
			stroke: '#b687ae',
			'stroke-width': 8,
			'stroke-linecap': 'round'
		}),
		el('path', {
			d: `M${x} ${DEPTH.base + 50}L${x - 4} ${DEPTH.base + 128}`,
			fill: 'none',
			stroke: '#3a2618',
			'stroke-width': 2
		})
	];
}
