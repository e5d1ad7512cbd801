// What the faces of a newborn and of an adult are drawn with.
import type { Sketch } from '../sketch.js';
import type { Region } from '../spec.js';
import { el, type SvgNode } from '../tree.js';

/** A round place with a name. */
export const at = (id: string, label: string, x: number, y: number, r: number): Region => ({
	id,
	label,
	shape: { kind: 'circle', x, y, r }
});

/** Shade that fades outwards. */
export const shadows = (sketch: Sketch) =>
	sketch.radial('soft', [
		[0, sketch.palette.shadow, 0.5],
		[1, sketch.palette.shadow, 0]
	]);
/** Light that fades outwards, fainter on dark skin. */
export const lights = (sketch: Sketch) =>
	sketch.radial('light', [
		[
			0,
			sketch.palette.shine,
			sketch.palette.tone >= 9 ? 0.2 : sketch.palette.tone >= 6 ? 0.3 : 0.6
		],
		[1, sketch.palette.shine, 0]
	]);
/** An ellipse, for a fill that fades. */
export const soft = (fill: string, cx: number, cy: number, rx: number, ry: number) =>
	el('ellipse', { cx, cy, rx, ry, fill });
/** A fold or an edge. */
export const line = (sketch: Sketch, d: string, width: number, opacity = 0.6) =>
	el('path', {
		d,
		fill: 'none',
		stroke: sketch.palette.shadow,
		'stroke-width': width,
		'stroke-linecap': 'round',
		opacity
	});
/** The skin of a head, lit from the front. */
export const ground = (sketch: Sketch) =>
	sketch.radial(
		'head',
		[
			[0, sketch.palette.lit],
			[0.5, sketch.palette.skin],
			[1, sketch.palette.shade]
		],
		true
	);

/** Draws once for the left and once mirrored for the right of a middle line. */
export const both = (middle: number, nodes: readonly SvgNode[]): SvgNode[] => [
	...nodes,
	el('g', { transform: `translate(${2 * middle} 0) scale(-1 1)` }, ...nodes)
];
