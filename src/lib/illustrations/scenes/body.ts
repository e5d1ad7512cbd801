// An infant and an adult from the front and from behind, with named places. Not to the same scale: an infant's head is a
// quarter of its length, an adult's an eighth.
import { mix } from '../colour.js';
import type { Sketch } from '../sketch.js';
import type { Region, Scene } from '../spec.js';
import { el, type SvgNode } from '../tree.js';
import { marksOn, type Sites } from './marks.js';

// Half of each outline, from the crown down, round a middle line at 0; the other half is its mirror image.
const ADULT =
	'M0 14C14 14 20 26 19 40C19 50 14 58 10 62L11 72C24 78 40 78 46 88C54 104 58 134 60 156C64 176 68 196 71 206C74 216 72 226 66 226C60 226 58 216 57 206C52 190 48 170 45 152L37 116C34 138 32 154 34 172C40 192 42 216 40 240C42 262 36 300 35 330C36 348 40 352 40 360C36 366 20 366 17 360C17 346 18 336 18 322C14 290 8 262 2 226L0 224Z';
const INFANT =
	'M0 30C30 30 48 52 46 84C45 106 30 120 16 124L18 130C34 134 50 138 56 150C66 170 84 190 92 206C98 218 94 228 86 226C76 222 62 202 50 188C46 200 46 216 50 230C66 242 82 256 82 276C80 298 70 314 66 330C68 340 62 346 52 346C42 346 36 340 38 330C42 316 44 300 40 288C30 284 14 282 4 282L0 282Z';

function figure(
	sketch: Sketch,
	outline: string,
	[x, y, scale]: readonly [number, number, number],
	details: readonly SvgNode[]
): void {
	const { palette } = sketch;
	const fill = sketch.linear('body', [
		[0, palette.lit],
		[0.5, palette.skin],
		[1, palette.shade]
	]);
	const half = (mirrored: boolean) =>
		el('path', { d: outline, fill, transform: mirrored ? 'scale(-1 1)' : 'scale(1)' });
	sketch.add(
		el(
			'g',
			{ transform: `translate(${x} ${y}) scale(${scale})` },
			el(
				'g',
				{ stroke: palette.shadow, 'stroke-width': 2.4, 'stroke-linejoin': 'round' },
				half(false),
				half(true)
			),
			half(false),
			half(true),
			...details
		)
	);
}

const stroke = (sketch: Sketch, d: string, width = 1.6, opacity = 0.55) =>
	el('path', {
		d,
		fill: 'none',
		stroke: sketch.palette.shadow,
		'stroke-width': width,
		'stroke-linecap': 'round',
		opacity
	});

function figures(sketch: Sketch): void {
	const { palette } = sketch;
	const hair = (d: string) => el('path', { d, fill: palette.hair });
	const palm = mix(palette.skin, '#f0c4b0', palette.tone >= 6 ? 0.45 : 0.15);
	// Palms and soles are lighter and pinker than the rest on dark skin.
	const palms = (x: number, y: number, rx: number, ry: number) =>
		[x, -x].map((cx) => el('ellipse', { cx, cy: y, rx, ry, fill: palm }));
	sketch.add(el('rect', { width: 560, height: 400, fill: '#e9eef0' }));
	figure(
		sketch,
		INFANT,
		[70, 140, 0.7],
		[
			hair('M-30 46C-20 28 20 28 30 46C14 40-14 40-30 46Z'),
			stroke(sketch, 'M-24 84q6 5 12 0M12 84q6 5 12 0M-3 94q3 3 6 0M-8 106q8 5 16 0', 2),
			stroke(
				sketch,
				'M-16 128Q0 136 16 128M-50 188Q-46 176-48 166M50 188Q46 176 48 166M-40 262Q-22 262-8 278M40 262Q22 262 8 278M-44 296Q-52 302-62 298M44 296Q52 302 62 298'
			),
			el('circle', { cy: 232, r: 2.2, fill: palette.shadow }),
			...palms(89, 218, 5, 7)
		]
	);
	figure(
		sketch,
		INFANT,
		[210, 140, 0.7],
		[
			hair('M-42 70C-44 22 44 22 42 70C38 96 22 108 0 108S-38 96-42 70Z'),
			stroke(
				sketch,
				'M0 140V226M-22 150Q-30 168-20 182M22 150Q30 168 20 182M-16 128Q0 134 16 128M0 244V276M-34 268Q-14 286 0 274Q14 286 34 268'
			),
			...palms(52, 340, 9, 4.5)
		]
	);
	figure(
		sketch,
		ADULT,
		[352, 14, 1],
		[
			hair('M-19 40C-24 6 24 6 19 40C14 28-14 28-19 40Z'),
			stroke(sketch, 'M-11 38h7M4 38h7M-2 47h4M-5 54h10', 1.4, 0.8),
			stroke(
				sketch,
				'M-30 84Q-10 90 0 88Q10 90 30 84M-28 116Q-14 124-3 116M28 116Q14 124 3 116M0 126V158M-20 200Q-8 216 0 222Q8 216 20 200M-34 150Q-30 172-34 186M34 150Q30 172 34 186M-24 292q6 5 12 0M24 292q-6 5-12 0'
			),
			el('circle', { cy: 166, r: 1.8, fill: palette.shadow }),
			...palms(66, 216, 3.6, 6)
		]
	);
	figure(
		sketch,
		ADULT,
		[484, 14, 1],
		[
			hair('M-19 44C-26 4 26 4 19 44C16 56 8 60 0 60S-16 56-19 44Z'),
			stroke(
				sketch,
				'M0 74V186M-32 90Q-20 104-22 122M32 90Q20 104 22 122M0 200V224M-34 216Q-16 232 0 222Q16 232 34 216M-26 290q6-4 12 0M26 290q-6-4-12 0'
			),
			...palms(28, 361, 7, 3.6)
		]
	);
}

const at = (id: string, label: string, x: number, y: number, r: number): Region => ({
	id,
	label,
	shape: { kind: 'circle', x, y, r }
});
const REGIONS: readonly Region[] = [
	at('infant-face', "Infant's face", 70, 202, 25),
	at('infant-trunk', "Infant's upper trunk", 70, 258, 25),
	at('infant-nappy', "Infant's diaper area", 70, 322, 25),
	at('infant-back', "Infant's back", 210, 268, 26),
	at('infant-sole', "Infant's sole", 246, 372, 25),
	at('adult-face', "Adult's face", 352, 56, 25),
	at('adult-chest', "Adult's upper trunk", 352, 114, 25),
	at('adult-palm', "Adult's palm", 418, 228, 25),
	at('adult-thigh', "Adult's thigh", 334, 284, 25),
	at('adult-back', "Adult's upper back", 484, 116, 26)
];
const SITES: Readonly<Record<'infant-body' | 'adult-body', Sites>> = {
	'infant-body': {
		face: [[50, 190, 40, 24]],
		neck: [[58, 226, 24, 6]],
		'upper-trunk': [[50, 240, 40, 28]],
		trunk: [[46, 242, 48, 44]],
		limb: [
			[104, 258, 12, 14],
			[24, 258, 12, 14],
			[102, 318, 14, 20],
			[24, 318, 14, 20]
		],
		fold: [
			[46, 320, 12, 10],
			[82, 320, 12, 10],
			[36, 248, 6, 10],
			[98, 248, 6, 10]
		],
		back: [[190, 246, 40, 44]]
	},
	'adult-body': {
		face: [[340, 40, 24, 24]],
		'upper-trunk': [[324, 96, 56, 34]],
		trunk: [[324, 104, 56, 76]],
		'upper-arm': [
			[395, 106, 10, 40],
			[299, 106, 10, 40]
		],
		forearm: [[406, 172, 8, 30]],
		back: [[456, 100, 56, 50]]
	}
};

export const bodyMap: Scene = (sketch, spec) => {
	figures(sketch);
	const infant = marksOn(sketch, spec.marks, 'infant-body', SITES['infant-body'], 2.3);
	const adult = marksOn(sketch, spec.marks, 'adult-body', SITES['adult-body'], 2.6);
	const told = [infant && ` Infant: ${infant}`, adult && ` Adult: ${adult}`]
		.filter(Boolean)
		.join('');
	return {
		alt: `Schematic outlines of an infant and an adult with ${sketch.palette.words} skin, each from the front and from behind; palms and soles are lighter.${told}`,
		regions: REGIONS
	};
};
