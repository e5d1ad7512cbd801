// An adult's head from the front, with named places, and where lesions of a kind usually stand.
import { mix } from '../colour.js';
import type { Sketch } from '../sketch.js';
import type { Region, Scene } from '../spec.js';
import { el } from '../tree.js';
import { at, both, ground, lights, line, shadows, soft } from './face-parts.js';
import { marksOn, type Sites } from './marks.js';

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
