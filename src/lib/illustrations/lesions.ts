// Single lesions, drawn once at a radius of ten and stamped where a scene wants them.
import { mix } from './colour.js';
import type { Spot } from './place.js';
import {
	blob,
	castShadow,
	circle,
	flareFill,
	gleam,
	mound,
	shaded,
	shine,
	spot
} from './relief.js';
import type { Sketch } from './sketch.js';
import { el, type SvgNode } from './tree.js';

type Draw = (sketch: Sketch) => SvgNode[];

const pearl: Draw = (sketch) => {
	const { palette } = sketch;
	const dark = palette.tone >= 6;
	const body = sketch.radial(
		'pearl',
		[
			[0, palette.keratinLit],
			[0.3, palette.keratin],
			[0.62, palette.keratin, 0.98],
			[0.86, palette.keratinEdge, dark ? 0.85 : 0.8],
			[1, palette.keratinEdge, 0]
		],
		true
	);
	return [
		...mound(sketch, 14, dark ? 0.5 : 0.4),
		circle(10, body),
		shaded(sketch, 9.4, dark ? 0.34 : 0.24),
		// The roof is skin: it dulls the pearl where it slopes away.
		el('path', {
			d: 'M8.2 1.6A8.4 8.4 0 0 1-2.4 8.1',
			fill: 'none',
			stroke: palette.skin,
			'stroke-width': 3,
			'stroke-linecap': 'round',
			opacity: dark ? 0.28 : 0.4
		}),
		gleam(-3, -3.6, 4.2, 2.7, shine(sketch), 0.9),
		gleam(-3.7, -4.2, 1, 0.5, '#ffffff', 0.8)
	];
};

/** A white dome seen through the skin. */
export const pearlAt = (sketch: Sketch, { x, y, r }: Spot, opacity?: number): SvgNode =>
	sketch.stamp('p', () => pearl(sketch), { x, y, scale: r / 10, opacity });

const closedComedone: Draw = (sketch) => {
	const { palette } = sketch;
	const core = sketch.radial('core', [
		[0, palette.keratin, palette.tone >= 6 ? 0.4 : 0.75],
		[0.6, palette.keratin, 0.22],
		[1, palette.keratin, 0]
	]);
	return [
		...mound(sketch, 13.5, 0.7),
		spot(0.3, 0.2, 6.5, 6, core),
		gleam(-4, -4.6, 4.4, 2.6, shine(sketch), palette.tone >= 6 ? 0.55 : 0.9),
		spot(0.6, 0.8, 1, 0.75, palette.shadow, { opacity: 0.75 })
	];
};
/** A bump of skin colour, wider at its base, with a pin-point opening. */
export const closedComedoneAt = (sketch: Sketch, { x, y, r }: Spot): SvgNode =>
	sketch.stamp('cc', () => closedComedone(sketch), { x, y, scale: r / 10 });

const openComedone: Draw = (sketch) => {
	const { palette } = sketch;
	const plug = sketch.radial('plug', [
		[0, '#4a3626'],
		[0.5, palette.plug],
		[1, '#0d0805']
	]);
	const edge = palette.tone >= 9 ? palette.shine : palette.lit;
	return [
		...mound(sketch, 13, 0.35),
		spot(0, 0, 9.6, 9, palette.shadow),
		el('path', { d: blob(sketch, 8.7, 0.07, 11), fill: plug }),
		// Dry keratin: flakes that lie over one another, no two alike.
		el('path', {
			d: 'M-6 1.5Q-4.4-4.6 0.6-5.2Q-1.4-2.6-1.8 0.2Q-4 0-6 1.5ZM0.4 4.8Q4.6 4.4 5.6 0.2Q3.2 1 1.4-0.4Q1.6 2.6 0.4 4.8ZM-3.6 4.6Q-1.6 4.4-0.6 2.2Q-2.6 2.4-3.6 4.6Z',
			fill: '#8a6d52',
			opacity: 0.3
		}),
		el('path', {
			d: 'M-5 3.4Q-1 1.6 0.6-3M1 5.6Q3.4 2.6 3.2-2.4',
			fill: 'none',
			stroke: '#000000',
			'stroke-width': 0.5,
			opacity: 0.6
		}),
		el('path', {
			d: 'M-6.6 6.9A9.6 9 0 0 0 8.8 3.4',
			fill: 'none',
			stroke: edge,
			'stroke-width': 1.1,
			'stroke-linecap': 'round',
			opacity: 0.75
		}),
		gleam(-3.6, -4.2, 2, 0.8, shine(sketch), 0.3)
	];
};
/** A wide pore with a dark plug level with the skin. */
export const openComedoneAt = (sketch: Sketch, { x, y, r }: Spot): SvgNode =>
	sketch.stamp('oc', () => openComedone(sketch), { x, y, scale: r / 10 });
const papule: Draw = (sketch) => {
	const { palette } = sketch;
	const dome = sketch.radial(
		'dome',
		[
			[0, palette.flare, 0.45],
			[0.45, palette.flare, 0.8],
			[0.66, palette.flare, 0.66],
			[0.9, palette.flare, 0]
		],
		true
	);
	return [
		el('path', { d: blob(sketch, 23, 0.12), fill: flareFill(sketch, 0.6) }),
		...mound(sketch, 15, 0.7),
		el('path', { d: blob(sketch, 14, 0.06, 8), fill: dome }),
		shaded(sketch, 11, palette.tone >= 9 ? 0.6 : 0.3),
		gleam(-3.6, -4.2, 4.6, 2.6, shine(sketch), palette.tone >= 6 ? 0.65 : 0.75),
		gleam(2.5, -7, 1.4, 0.7, shine(sketch), 0.5)
	];
};
/** A solid swollen bump on an inflamed base, without a cap. Three variants of its base. */
export const papuleAt = (sketch: Sketch, { x, y, r }: Spot, variant = 0): SvgNode =>
	sketch.stamp(`pa${variant}`, () => papule(sketch), { x, y, scale: r / 10 });

const pustule: Draw = (sketch) => {
	const { palette } = sketch;
	const cap = sketch.radial(
		'cap',
		[
			[0, '#fffdf0'],
			[0.45, palette.pus],
			[0.8, palette.pusEdge],
			[0.96, palette.pusEdge, 0.1]
		],
		true
	);
	return [
		...papule(sketch).slice(0, -2),
		el('path', { d: blob(sketch, 6.3, 0.06, 8), fill: cap }),
		gleam(-2, -2.4, 2, 1.1, shine(sketch), 0.9),
		gleam(-6.4, -6.2, 2.4, 1.1, shine(sketch), 0.5)
	];
};
/** A soft yellow-white cap on a wider inflamed, swollen base. */
export const pustuleAt = (sketch: Sketch, { x, y, r }: Spot, variant = 0): SvgNode =>
	sketch.stamp(`pu${variant}`, () => pustule(sketch), { x, y, scale: r / 10 });

const vesicle: Draw = (sketch) => {
	const { palette } = sketch;
	const water = sketch.radial(
		'water',
		[
			[0, '#ffffff', 0.12],
			[0.55, '#ffffff', 0.05],
			[0.82, palette.shadow, 0.16],
			[0.94, palette.shadow, 0.5],
			[1, '#ffffff', 0.35]
		],
		true
	);
	return [
		spot(1.2, 1.6, 11.6, 11.2, castShadow(sketch, 0.32)),
		circle(10, water),
		circle(9.8, 'none', { stroke: '#ffffff', 'stroke-width': 0.5, opacity: 0.55 }),
		// Light that the drop gathers on its far side.
		el('path', {
			d: 'M7.4 2A7.6 7.6 0 0 1 1.6 7.6',
			fill: 'none',
			stroke: '#ffffff',
			'stroke-width': 1.5,
			'stroke-linecap': 'round',
			opacity: palette.tone >= 6 ? 0.55 : 0.9
		}),
		gleam(-3.8, -4.2, 2.5, 1.3, '#ffffff', 0.95),
		spot(-0.8, -5.9, 0.7, 0.5, '#ffffff', { opacity: 0.8 })
	];
};
/** A clear, thin-roofed drop: nothing but lights and a faint edge. */
export const vesicleAt = (sketch: Sketch, { x, y, r }: Spot, opacity?: number): SvgNode =>
	sketch.stamp('v', () => vesicle(sketch), { x, y, scale: r / 10, opacity });

const molluscum: Draw = (sketch) => {
	const { palette } = sketch;
	const flesh =
		palette.tone >= 6 ? mix(palette.skin, '#e6b8a4', 0.3) : mix(palette.skin, '#eea595', 0.4);
	const body = sketch.radial(
		'mb',
		[
			[0, mix(flesh, '#ffffff', 0.45)],
			[0.45, flesh],
			[0.85, mix(flesh, palette.shadow, 0.35)],
			[1, palette.shadow, 0]
		],
		true
	);
	const pit = sketch.radial('pit', [
		[0, palette.shadow, 0.95],
		[0.45, palette.shadow, 0.6],
		[1, palette.shadow, 0]
	]);
	return [
		...mound(sketch, 12.4, 0.7),
		circle(10.4, body),
		gleam(-4.4, -5, 3, 1.6, shine(sketch)),
		spot(-0.2, -0.3, 3.6, 3.3, pit),
		spot(0.5, 0.7, 1.7, 1.4, mix(palette.keratin, flesh, 0.3), { opacity: 0.9 }),
		el('path', {
			d: 'M-1.8 2.9A3.4 3.2 0 0 0 3.2 1.2',
			fill: 'none',
			stroke: palette.shine,
			'stroke-width': 0.9,
			'stroke-linecap': 'round',
			opacity: 0.8
		})
	];
};
/** A shiny dome with a dimple in its middle. */
export const dimpledAt = (sketch: Sketch, { x, y, r }: Spot): SvgNode =>
	sketch.stamp('mo', () => molluscum(sketch), { x, y, scale: r / 10 });

const flatTopped: Draw = (sketch) => {
	const { palette } = sketch;
	const tint = mix(palette.skin, palette.tone >= 6 ? '#e0b878' : '#e2bd80', 0.35);
	const plateau = sketch.radial('plateau', [
		[0, tint],
		[0.72, tint, 0.95],
		[0.9, tint, 0.6],
		[1, tint, 0]
	]);
	return [
		...mound(sketch, 11.5, 0.6),
		el('path', { d: blob(sketch, 9.2, 0.1, 7), fill: plateau }),
		el('path', {
			d: 'M-7.6 1.4A7.8 7.4 0 0 1 1.2-7.4',
			fill: 'none',
			stroke: palette.shine,
			'stroke-width': 1.3,
			'stroke-linecap': 'round',
			opacity: palette.tone >= 6 ? 0.55 : 0.8
		}),
		el('path', {
			d: 'M7.8-0.6A7.8 7.6 0 0 1-0.8 7.6',
			fill: 'none',
			stroke: palette.shadow,
			'stroke-width': 1,
			'stroke-linecap': 'round',
			opacity: 0.45
		})
	];
};
/** A firm flat-topped bump of skin colour with a touch of yellow. */
export const flatToppedAt = (sketch: Sketch, { x, y, r }: Spot, variant = 0): SvgNode =>
	sketch.stamp(`ft${variant}`, () => flatTopped(sketch), { x, y, scale: r / 10 });

const yellowDot: Draw = (sketch) => {
	const { palette } = sketch;
	const yellow = mix('#f0c95e', palette.skin, palette.tone >= 6 ? 0.38 : 0.2);
	const body = sketch.radial(
		'yd',
		[
			[0, mix(yellow, '#ffffff', 0.4)],
			[0.5, yellow, 0.95],
			[0.85, mix(yellow, palette.shadow, 0.3), 0.8],
			[1, yellow, 0]
		],
		true
	);
	return [spot(1.6, 2, 12, 11.4, castShadow(sketch, 0.45)), circle(10, body)];
};
/** A tiny even yellow dot, hardly raised. */
export const yellowDotAt = (sketch: Sketch, { x, y, r }: Spot): SvgNode =>
	sketch.stamp('yd0', () => yellowDot(sketch), { x, y, scale: r / 10 });
