// Oil glands grown large: the nose of a newborn, and how an adult has it.
import { mix } from '../colour.js';
import { yellowDotAt } from '../lesions.js';
import { scatter, type Spot } from '../place.js';
import { mound, shine } from '../relief.js';
import { scaleBar, skinGround } from '../skin.js';
import type { Sketch } from '../sketch.js';
import type { Scene } from '../spec.js';
import { el } from '../tree.js';
import { closeUp } from '../words.js';

/** The tip of a newborn's nose and the upper lip, from the front. */
function nose(sketch: Sketch): void {
	const { palette } = sketch;
	const ball = sketch.radial(
		'ball',
		[
			[0, palette.lit],
			[0.4, palette.skin, 0.9],
			[0.72, palette.shade, 0.6],
			[0.94, palette.shade, 0]
		],
		true
	);
	const hole = sketch.radial('hole', [
		[0, '#1d0d08'],
		[0.6, mix(palette.shadow, '#000000', 0.4), 0.9],
		[1, palette.shadow, 0]
	]);
	sketch.add(
		el('ellipse', {
			cx: 152,
			cy: 190,
			rx: 128,
			ry: 46,
			fill: sketch.radial('under', [
				[0, palette.shadow, 0.55],
				[1, palette.shadow, 0]
			])
		}),
		el('ellipse', { cx: 64, cy: 140, rx: 52, ry: 46, fill: ball }),
		el('ellipse', { cx: 222, cy: 140, rx: 52, ry: 46, fill: ball }),
		el('ellipse', { cx: 143, cy: 104, rx: 96, ry: 88, fill: ball }),
		el('ellipse', {
			cx: 104,
			cy: 176,
			rx: 25,
			ry: 13,
			fill: hole,
			transform: 'rotate(-14 104 176)'
		}),
		el('ellipse', {
			cx: 184,
			cy: 176,
			rx: 25,
			ry: 13,
			fill: hole,
			transform: 'rotate(14 184 176)'
		}),
		el('path', {
			d: 'M136 196Q130 226 120 246M152 196Q158 226 168 246',
			fill: 'none',
			stroke: palette.shadow,
			'stroke-width': 5,
			'stroke-linecap': 'round',
			opacity: 0.3
		}),
		el('path', {
			d: 'M-40 320C20 258 104 240 144 256C184 240 268 258 330 320Z',
			fill: palette.lip
		}),
		el('ellipse', {
			cx: 112,
			cy: 62,
			rx: 26,
			ry: 15,
			fill: shine(sketch),
			opacity: 0.35,
			transform: 'rotate(-30 112 62)'
		})
	);
}

/** The adult form, ringed as a panel of its own. */
function adultPanel(sketch: Sketch): void {
	const { palette } = sketch;
	const [x, y, r] = [342, 74, 52];
	const yellow = mix('#ecc561', palette.skin, palette.tone >= 6 ? 0.42 : 0.25);
	const lobe = sketch.radial(
		'lobe',
		[
			[0, mix(yellow, '#ffffff', 0.35)],
			[0.6, yellow],
			[1, yellow, 0]
		],
		true
	);
	const lobes = [
		[-18, -6, 13],
		[-6, -18, 12],
		[12, -14, 13],
		[19, 3, 12],
		[8, 17, 14],
		[-12, 14, 13],
		[0, 0, 16]
	].map(([dx = 0, dy = 0, size = 0]) =>
		el('circle', { cx: x + dx, cy: y + dy, r: size, fill: lobe, opacity: 0.85 })
	);
	const vessels = `M${x - 44} ${y + 8}q14-4 22-16M${x + 40} ${y - 22}q-12 2-20 12M${x + 6} ${y + 44}q2-14-4-22`;
	sketch.add(
		el('circle', {
			cx: x,
			cy: y,
			r,
			fill: sketch.linear('panel', [
				[0, palette.lit],
				[1, palette.shade]
			]),
			stroke: palette.ink,
			'stroke-width': 2
		}),
		el('g', { transform: `translate(${x} ${y}) scale(2.5)` }, ...mound(sketch, 12, 0.6)),
		el('circle', { cx: x, cy: y, r: 27, fill: lobe, opacity: 0.8 }),
		...lobes,
		el('path', {
			d: vessels,
			fill: 'none',
			stroke: mix(palette.flare, '#a01818', 0.4),
			'stroke-width': 1.6,
			'stroke-linecap': 'round',
			opacity: palette.tone >= 8 ? 0.5 : 0.85
		}),
		el('circle', {
			cx: x,
			cy: y,
			r: 9,
			fill: sketch.radial('dent', [
				[0, palette.shadow, 0.9],
				[0.5, palette.shadow, 0.5],
				[1, palette.shadow, 0]
			])
		}),
		el('path', {
			d: `M${x - 4} ${y + 8}a9 9 0 0 0 12-6`,
			fill: 'none',
			stroke: palette.shine,
			'stroke-width': 2,
			'stroke-linecap': 'round',
			opacity: 0.7
		})
	);
}

/** Close-set dots on the tip, the wings and above the lip. */
function carpet({ chance }: Sketch): Spot[] {
	const fields = [
		{ x: 143, y: 100, rx: 74, ry: 58, many: 46 },
		{ x: 56, y: 138, rx: 26, ry: 28, many: 10 },
		{ x: 230, y: 138, rx: 26, ry: 28, many: 10 },
		{ x: 143, y: 226, rx: 78, ry: 12, many: 10 }
	];
	return fields.flatMap(({ x, y, rx, ry, many }) =>
		scatter({
			count: many,
			gap: 3,
			propose: () => {
				const [angle, reach] = [chance.between(0, 2 * Math.PI), Math.sqrt(chance.between(0, 1))];
				return {
					x: x + Math.cos(angle) * reach * rx,
					y: y + Math.sin(angle) * reach * ry,
					r: chance.between(3.4, 4.8)
				};
			}
		})
	);
}

export const sebHyperplasia: Scene = (sketch) => {
	skinGround(sketch, 0.5);
	nose(sketch);
	const spots = carpet(sketch);
	sketch.add(...spots.map((spot) => yellowDotAt(sketch, spot)));
	// The adult form is for those who learn both, not for a question about one of them.
	const inset = sketch.labels
		? ' A round inset shows how an adult has it: one yellow bump of 2 to 5 mm with lobes, a dimple in its middle and a few fine vessels.'
		: '';
	if (sketch.labels) adultPanel(sketch);
	scaleBar(sketch, 5, 14);
	return {
		alt: closeUp(
			sketch,
			'28 mm',
			`a newborn's nose and upper lip, closely and evenly covered with ${spots.length} tiny yellow dots under 1 mm wide.${inset}`
		),
		regions: [
			{ id: 'nose', label: 'The nose', shape: { kind: 'circle', x: 143, y: 110, r: 76 } },
			{ id: 'lip', label: 'Above the upper lip', shape: { kind: 'circle', x: 144, y: 226, r: 24 } }
		]
	};
};
