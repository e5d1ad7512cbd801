// Faces of a newborn and an adult from the front, with named places, and where lesions of a kind usually stand.
import { mix } from '../colour.js';
import { flareFill } from '../lesions.js';
import type { Sketch } from '../sketch.js';
import type { Region, Scene } from '../spec.js';
import { el, type SvgNode } from '../tree.js';
import { flareWord } from '../words.js';
import { mark, marksOn, type Sites } from './marks.js';

const at = (id: string, label: string, x: number, y: number, r: number): Region => ({
	id,
	label,
	shape: { kind: 'circle', x, y, r }
});

const shadows = (sketch: Sketch) =>
	sketch.radial('soft', [
		[0, sketch.palette.shadow, 0.5],
		[1, sketch.palette.shadow, 0]
	]);
const lights = (sketch: Sketch) =>
	sketch.radial('light', [
		[
			0,
			sketch.palette.shine,
			sketch.palette.tone >= 9 ? 0.2 : sketch.palette.tone >= 6 ? 0.3 : 0.6
		],
		[1, sketch.palette.shine, 0]
	]);
const soft = (fill: string, cx: number, cy: number, rx: number, ry: number) =>
	el('ellipse', { cx, cy, rx, ry, fill });
const line = (sketch: Sketch, d: string, width: number, opacity = 0.6) =>
	el('path', {
		d,
		fill: 'none',
		stroke: sketch.palette.shadow,
		'stroke-width': width,
		'stroke-linecap': 'round',
		opacity
	});
const ground = (sketch: Sketch) =>
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
const both = (middle: number, nodes: readonly SvgNode[]): SvgNode[] => [
	...nodes,
	el('g', { transform: `translate(${2 * middle} 0) scale(-1 1)` }, ...nodes)
];

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

const ADULT =
	'M168 40C236 40 262 92 260 166C259 232 236 288 204 322C188 340 148 340 132 322C100 288 77 232 76 166C74 92 100 40 168 40Z';

function adult(sketch: Sketch): void {
	const { palette } = sketch;
	const iris = palette.tone >= 4 ? '#3b2416' : '#5d6f7a';
	const almond = 'M104 178Q126 160 150 180Q126 194 104 178Z';
	sketch.add(
		el('rect', { width: 360, height: 400, fill: '#e9eef0' }),
		el('path', {
			d: 'M64 190C40 90 84 16 168 16S296 90 272 190C290 250 270 300 262 320H74C66 300 46 250 64 190Z',
			fill: palette.hair
		}),
		el('path', {
			d: 'M128 300L124 352Q80 362 34 404H302Q256 362 212 352L208 300Z',
			fill: sketch.linear('neck', [
				[0, palette.skin],
				[1, palette.shade]
			])
		}),
		el('path', {
			d: 'M128 318Q168 358 208 318L210 342Q168 366 126 342Z',
			fill: palette.shadow,
			opacity: 0.3
		}),
		...both(168, [
			el('path', {
				d: 'M78 172C62 162 58 186 64 206C68 224 76 230 84 222Z',
				fill: palette.skin,
				stroke: palette.shadow,
				'stroke-width': 1.5,
				'stroke-opacity': 0.6
			})
		]),
		el('path', { d: ADULT, fill: ground(sketch) }),
		el('path', {
			d: 'M72 156C70 80 100 30 168 28S266 80 264 156C252 108 226 82 168 82S84 108 72 156Z',
			fill: palette.hair
		}),
		el(
			'g',
			{ 'clip-path': sketch.clip('outline', el('path', { d: ADULT })) },
			soft(shadows(sketch), 222, 262, 46, 70)
		),
		soft(lights(sketch), 146, 116, 62, 28),
		...both(168, [
			soft(shadows(sketch), 126, 172, 34, 18),
			soft(lights(sketch), 112, 226, 26, 20),
			el('path', { d: almond, fill: '#f6f1ea' }),
			el('circle', { cx: 127, cy: 177, r: 8.2, fill: iris }),
			el('circle', { cx: 127, cy: 177, r: 3.6, fill: '#0c0806' }),
			el('circle', { cx: 124.4, cy: 174, r: 1.8, fill: '#ffffff' }),
			el('path', {
				d: 'M104 178Q126 160 150 180',
				fill: 'none',
				stroke: mix(palette.hair, '#000000', 0.3),
				'stroke-width': 3
			}),
			line(sketch, 'M104 168Q126 150 150 170', 1.8, 0.6),
			line(sketch, 'M108 188Q128 202 148 190', 1.8, 0.4),
			el('path', {
				d: 'M98 152Q124 134 152 148',
				fill: 'none',
				stroke: palette.hair,
				'stroke-width': 6,
				'stroke-linecap': 'round',
				opacity: 0.85
			}),
			line(sketch, 'M146 262Q136 272 132 286', 2, 0.22)
		]),
		soft(shadows(sketch), 178, 216, 16, 42),
		soft(lights(sketch), 164, 208, 8, 40),
		line(
			sketch,
			'M148 238Q142 248 152 252M188 238Q194 248 184 252M156 253Q168 260 180 253',
			2.6,
			0.65
		),
		el('path', {
			d: 'M136 286Q156 274 168 280Q180 274 200 286Q184 304 168 304T136 286Z',
			fill: palette.lip
		}),
		line(sketch, 'M136 286Q154 290 168 287T200 286', 2, 0.85),
		soft(shadows(sketch), 168, 309, 24, 6)
	);
}

/** The skin behind the ear, as a panel of its own: it cannot be seen from the front. */
function earInset(sketch: Sketch): void {
	const { palette } = sketch;
	const [x, y, r] = [300, 322, 54];
	const panel = sketch.clip('inset', el('circle', { cx: x, cy: y, r }));
	sketch.add(
		el(
			'g',
			{ 'clip-path': panel },
			el('circle', {
				cx: x,
				cy: y,
				r,
				fill: sketch.linear('behind', [
					[0, palette.skin],
					[1, palette.shade]
				])
			}),
			el('path', { d: 'M316 262C340 284 346 318 340 390L372 390V250H306Z', fill: palette.hair }),
			el('path', {
				d: 'M242 280C264 266 288 276 290 300C291 318 282 324 280 342C278 362 262 374 248 366L236 340Z',
				transform: 'translate(5 4)',
				fill: palette.shadow,
				opacity: 0.5
			}),
			el('path', {
				d: 'M242 280C264 266 288 276 290 300C291 318 282 324 280 342C278 362 262 374 248 366L236 340Z',
				fill: palette.lit
			}),
			line(sketch, 'M252 292C270 284 278 296 276 308C274 320 266 326 264 344', 3, 0.4)
		),
		el('circle', { cx: x, cy: y, r, fill: 'none', stroke: '#1c2a2a', 'stroke-width': 2 }),
		el('path', {
			d: 'M262 208Q290 232 294 266',
			fill: 'none',
			stroke: '#1c2a2a',
			'stroke-width': 1.5,
			'stroke-dasharray': '4 4'
		})
	);
}

const ADULT_REGIONS: readonly Region[] = [
	at('scalp', 'Scalp at the crown', 168, 36, 17),
	at('forehead', 'Forehead', 168, 118, 20),
	at('lid', 'Eyelids', 210, 176, 18),
	at('nose', 'Nose', 168, 228, 18),
	at('cheek', 'Cheek', 108, 238, 20),
	at('chin', 'Chin', 168, 322, 16),
	at('ear', 'Behind the ear', 308, 322, 24),
	at('neck', 'Front of the neck', 168, 374, 20)
];
const ADULT_SITES: Sites = {
	lid: [
		[102, 192, 48, 12],
		[186, 192, 48, 12],
		[104, 156, 42, 8],
		[190, 156, 42, 8]
	],
	cheek: [
		[92, 212, 40, 44],
		[206, 212, 40, 44]
	],
	forehead: [[110, 98, 116, 34]],
	nose: [[154, 200, 28, 48]],
	chin: [[142, 312, 52, 18]],
	jaw: [
		[100, 272, 26, 30],
		[212, 272, 26, 30]
	],
	ear: [[292, 296, 32, 54]]
};

export const faceAdult: Scene = (sketch, spec) => {
	adult(sketch);
	earInset(sketch);
	const marks = marksOn(sketch, spec.marks, 'adult', ADULT_SITES);
	const told = marks === undefined ? '' : ` ${marks}`;
	return {
		alt: `Schematic drawing of an adult's head with ${sketch.palette.words} skin, from the front, with forehead, eyelids, cheeks, nose, chin and neck. A round inset shows the skin behind an ear.${told}`,
		regions: ADULT_REGIONS
	};
};
