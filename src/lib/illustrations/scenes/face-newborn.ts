// The face of a newborn from the front, with named places, and where lesions of a kind usually stand.
import { mix } from '../colour.js';
import { flareFill } from '../relief.js';
import type { Sketch } from '../sketch.js';
import type { Region, Scene } from '../spec.js';
import { el } from '../tree.js';
import { flareWord } from '../words.js';
import { at, both, ground, lights, line, shadows, soft } from './face-parts.js';
import { mark, marksOn, type Sites } from './marks.js';

const NEWBORN =
	'M180 26C272 26 322 96 314 174C318 206 308 236 290 262C268 300 226 322 180 322S92 300 70 262C52 236 42 206 46 174C38 96 88 26 180 26Z';

function newborn(sketch: Sketch): void {
	const { palette } = sketch;
	const cloth = mix('#b9ccd3', '#ffffff', 0.2);
	const brow = mix(palette.hair, palette.skin, 0.45);
	sketch.add(
		el('rect', { width: 360, height: 400, fill: '#e9eef0' }),
		el('path', { d: 'M116 290L104 400H256L244 290Z', fill: palette.shade }),
		el('path', {
			d: 'M-4 404C10 352 80 340 122 346Q180 378 238 346C280 340 350 352 364 404Z',
			fill: cloth
		}),
		el('path', {
			d: 'M122 346Q180 378 238 346M122 352Q160 392 196 404M238 352Q214 378 190 388',
			fill: 'none',
			stroke: '#7d97a3',
			'stroke-width': 2.5,
			opacity: 0.7
		}),
		...both(180, [
			el('path', {
				d: 'M50 164C30 152 20 176 26 204C30 228 46 238 58 226Z',
				fill: palette.skin,
				stroke: palette.shadow,
				'stroke-width': 1.5,
				'stroke-opacity': 0.5
			}),
			line(sketch, 'M46 178C34 176 34 200 46 210', 3, 0.4)
		]),
		el('path', { d: NEWBORN, fill: ground(sketch) }),
		el(
			'g',
			{ 'clip-path': sketch.clip('outline', el('path', { d: NEWBORN })) },
			soft(shadows(sketch), 252, 260, 74, 70)
		),
		soft(lights(sketch), 128, 96, 78, 58),
		// The fontanelle and the fine first hair.
		el('path', {
			d: 'M96 62C124 30 152 26 180 26S244 30 266 64C236 50 218 58 204 46C196 60 170 48 162 58C146 48 118 56 96 62Z',
			fill: palette.hair,
			opacity: 0.55
		}),
		line(
			sketch,
			'M166 34Q178 46 174 62M188 32Q196 46 208 54M140 40Q146 52 140 64M222 40Q228 54 240 60',
			1.6,
			0.5
		),
		...both(180, [
			soft(shadows(sketch), 122, 196, 44, 24),
			soft(lights(sketch), 122, 184, 30, 13),
			line(sketch, 'M90 198Q122 218 152 198', 3.4, 0.95),
			line(sketch, 'M96 203l-4 6M108 208l-2 6M122 210v6M136 207l3 6', 1.6, 0.7),
			line(sketch, 'M94 182Q122 164 150 184', 2.4, 0.4),
			el('path', {
				d: 'M90 158Q120 144 150 156',
				fill: 'none',
				stroke: brow,
				'stroke-width': 4,
				'stroke-linecap': 'round',
				opacity: 0.55
			}),
			soft(flareFill(sketch, 0.25), 104, 248, 42, 32),
			soft(lights(sketch), 98, 238, 26, 18)
		]),
		// A short, upturned nose.
		soft(shadows(sketch), 180, 244, 34, 14),
		soft(lights(sketch), 176, 224, 18, 22),
		el('path', {
			d: 'M156 236C152 226 162 222 166 230M204 236C208 226 198 222 194 230M166 240Q180 250 194 240',
			fill: 'none',
			stroke: palette.shadow,
			'stroke-width': 3,
			'stroke-linecap': 'round',
			opacity: 0.65
		}),
		el('ellipse', { cx: 171, cy: 239, rx: 4, ry: 2.4, fill: palette.shadow, opacity: 0.8 }),
		el('ellipse', { cx: 189, cy: 239, rx: 4, ry: 2.4, fill: palette.shadow, opacity: 0.8 }),
		el('path', {
			d: 'M152 276Q168 264 180 270Q192 264 208 276Q194 290 180 290T152 276Z',
			fill: palette.lip
		}),
		line(sketch, 'M152 276Q166 280 180 277T208 276', 2, 0.8),
		soft(shadows(sketch), 180, 294, 24, 7),
		line(sketch, 'M168 306Q180 312 192 306', 2, 0.35)
	);
}

const NEWBORN_REGIONS: readonly Region[] = [
	at('scalp', 'Scalp above the forehead', 180, 48, 20),
	at('forehead', 'Forehead', 180, 116, 26),
	at('lid', 'Upper eyelid', 238, 188, 17),
	at('ear', 'Ear', 334, 198, 18),
	at('nose', 'Nose', 180, 228, 22),
	at('cheek', 'Cheek', 92, 250, 24),
	at('chin', 'Chin', 180, 316, 16),
	at('neck', 'Neck', 180, 358, 17)
];
const NEWBORN_SITES: Sites = {
	nose: [[158, 208, 44, 34]],
	cheek: [
		[90, 220, 50, 46],
		[220, 220, 50, 46]
	],
	chin: [[152, 300, 56, 16]],
	forehead: [[110, 92, 140, 46]],
	scalp: [[120, 34, 120, 26]],
	neck: [[146, 336, 68, 18]]
};

export const faceNewborn: Scene = (sketch, spec) => {
	newborn(sketch);
	const marks = marksOn(sketch, spec.marks, 'newborn', NEWBORN_SITES);
	const told = marks === undefined ? '' : ` ${marks}`;
	return {
		alt: `Schematic drawing of the face of a newborn with ${sketch.palette.words} skin, from the front: a large round head with fine hair, closed eyes, full cheeks, a short nose, mouth, chin and ears, a cloth below the neck.${told}`,
		regions: NEWBORN_REGIONS
	};
};

/** Inflamed bumps with small caps, the cheeks foremost. */
export const ncp: Scene = (sketch) => {
	newborn(sketch);
	const { chance } = sketch;
	const places: readonly (readonly [
		box: readonly [number, number, number, number],
		many: number
	])[] = [
		[[80, 216, 64, 54], chance.whole(9, 12)],
		[[216, 216, 64, 54], chance.whole(9, 12)],
		[[118, 96, 124, 44], chance.whole(3, 5)],
		[[154, 300, 54, 14], chance.whole(1, 3)]
	];
	for (const [[x, y, w, h], many] of places) {
		for (let index = 0; index < many; index += 1) {
			sketch.add(
				mark(
					sketch,
					'inflamed',
					chance.between(x, x + w),
					chance.between(y, y + h),
					chance.between(3.6, 5.6),
					index
				)
			);
		}
	}
	return {
		alt: `The face of a baby a few weeks old with ${sketch.palette.words} skin: many small raised bumps on swollen bases, ${flareWord(sketch)}, crowded on both cheeks with a few on the forehead and chin; many have a small yellow-white cap. There are no dark plugs.`,
		regions: NEWBORN_REGIONS
	};
};
