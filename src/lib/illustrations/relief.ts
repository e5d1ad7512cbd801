// What makes a form stand out of the skin. Light falls from the upper left: what is raised shines there and throws its shadow to
// the lower right, so that the form reads without any colour.
import { mix } from './colour.js';
import type { Sketch } from './sketch.js';
import { curve, el, type Point, type SvgNode } from './tree.js';

/** A disc round the origin. */
export const circle = (r: number, fill: string, more: Record<string, string | number> = {}) =>
	el('circle', { r, fill, ...more });
/** An ellipse anywhere. */
export const spot = (
	cx: number,
	cy: number,
	rx: number,
	ry: number,
	fill: string,
	more: Record<string, string | number> = {}
) => el('ellipse', { cx, cy, rx, ry, fill, ...more });
/** A highlight tilted across the light. */
export const gleam = (cx: number, cy: number, rx: number, ry: number, fill: string, opacity = 1) =>
	spot(cx, cy, rx, ry, fill, { transform: `rotate(-40 ${cx} ${cy})`, opacity });
/** Shade on the side away from the light. */
export const shaded = (sketch: Sketch, r: number, opacity: number) =>
	circle(
		r,
		sketch.linear('away', [
			[0.42, sketch.palette.shadow, 0],
			[0.72, sketch.palette.shadow, 0.45],
			[1, sketch.palette.shadow, 1]
		]),
		{ opacity }
	);

/** The shadow that something raised throws on the skin round it. */
export const castShadow = (sketch: Sketch, strength = 0.75) =>
	sketch.radial(`cast${strength * 100}`, [
		[0.45, sketch.palette.shadow, strength],
		[0.75, sketch.palette.shadow, strength * 0.45],
		[1, sketch.palette.shadow, 0]
	]);
/** A highlight that fades outwards. */
export const shine = (sketch: Sketch) =>
	sketch.radial('shine', [
		[0, '#ffffff', 0.95],
		[0.45, '#ffffff', 0.5],
		[1, '#ffffff', 0]
	]);
/** A swelling of the skin itself: lit on the side of the light, dark on the other, of skin colour on top. */
export function mound(sketch: Sketch, r: number, strength = 0.75): SvgNode[] {
	const { lit, skin, shine: gloss, tone } = sketch.palette;
	const towards = tone >= 6 ? gloss : lit;
	const light = sketch.radial('towards', [
		[0.3, towards, tone >= 6 ? 0.42 : 1],
		[0.65, towards, tone >= 6 ? 0.26 : 0.7],
		[1, towards, 0]
	]);
	const crown = tone >= 6 ? mix(skin, towards, 0.14) : skin;
	const top = sketch.radial('top', [
		[0.2, crown],
		[0.6, crown, 0.75],
		[1, crown, 0]
	]);
	return [
		spot(0.24 * r, 0.28 * r, 1.12 * r, 1.08 * r, castShadow(sketch, strength)),
		spot(-0.15 * r, -0.18 * r, 0.92 * r, 0.9 * r, light),
		spot(0.06 * r, 0.07 * r, 0.86 * r, 0.85 * r, top)
	];
}

/** An uneven outline of about this radius round the origin. */
export function blob(sketch: Sketch, radius: number, uneven: number, corners = 9): string {
	const points = Array.from({ length: corners }, (_, index): Point => {
		const angle = (index / corners) * 2 * Math.PI;
		const reach = radius * (1 + sketch.chance.between(-uneven, uneven));
		return [Math.cos(angle) * reach, Math.sin(angle) * reach];
	});
	return curve(points);
}

/** Inflamed skin that fades outwards. */
export const flareFill = (sketch: Sketch, strength = 0.85) =>
	sketch.radial(`flare${Math.round(strength * 100)}`, [
		[0, sketch.palette.flare, strength],
		[0.5, sketch.palette.flare, strength * 0.75],
		[0.88, sketch.palette.flare, 0]
	]);
