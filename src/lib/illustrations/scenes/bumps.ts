// Close-ups of bumps that are neither white nor inflamed.
import { mix } from '../colour.js';
import { dimpledAt, flatToppedAt, mound, shine, yellowDotAt } from '../lesions.js';
import { scatter, type Spot } from '../place.js';
import { scaleBar, skinGround } from '../skin.js';
import type { Sketch } from '../sketch.js';
import type { Scene } from '../spec.js';
import { el } from '../tree.js';
import { closeUp, count, lesionRegions } from '../words.js';
import { spotsOn } from './pearls.js';

export const molluscum: Scene = (sketch) => {
	const unit = 25;
	skinGround(sketch, 0.7);
	const spots = spotsOn(sketch, sketch.chance.whole(4, 6), [2.1, 4.2], unit, 16);
	sketch.add(...spots.map((spot) => dimpledAt(sketch, spot)));
	scaleBar(sketch, 5, unit);
	return {
		alt: closeUp(
			sketch,
			'16 mm',
			`${count(spots.length, 'firm shiny dome')} 2 to 5 mm wide, pink to skin-colored, each with a small dimple in the middle of its top. No swelling round them.`
		),
		regions: lesionRegions(spots)
	};
};

/** An open eye, its lid folds and lashes, round a centre; 1 is its size in the main picture. */
function eye(sketch: Sketch, x: number, y: number, size: number): void {
	const { palette } = sketch;
	const almond = 'M-92 4C-58-34-4-44 38-30C64-20 82-4 94 10C70 26 40 36 0 36C-36 36-70 22-92 4Z';
	const lash = Array.from({ length: 13 }, (_, index) => {
		const along = -76 + index * 12.5;
		const top = -32 + ((along + 4) / 62) ** 2 * 14;
		return `M${along} ${Math.round(top)}q${Math.round(along / 14)} -7 ${Math.round(along / 5)} -13`;
	}).join('');
	sketch.add(
		el(
			'g',
			{ transform: `translate(${x} ${y}) scale(${size})` },
			el('path', {
				d: 'M-104-6C-66-62 40-76 106-8',
				fill: 'none',
				stroke: palette.shadow,
				'stroke-width': 4,
				opacity: 0.5
			}),
			el('path', { d: almond, fill: '#f4efe8' }),
			el(
				'g',
				{ 'clip-path': sketch.clip('lids', el('path', { d: almond })) },
				el('circle', { cx: 2, cy: -2, r: 33, fill: palette.tone >= 4 ? '#3b2416' : '#5d6f7a' }),
				el('circle', { cx: 2, cy: -2, r: 15, fill: '#0c0806' }),
				el('circle', { cx: -9, cy: -14, r: 6, fill: '#ffffff', opacity: 0.9 }),
				el('path', {
					d: 'M-92 0C-50-42 50-46 94 6',
					fill: 'none',
					stroke: '#000000',
					'stroke-width': 12,
					opacity: 0.25
				})
			),
			el('path', {
				d: 'M-92 4C-58-34-4-44 38-30C64-20 82-4 94 10',
				fill: 'none',
				stroke: mix(palette.hair, '#000000', 0.3),
				'stroke-width': 4
			}),
			el('path', {
				d: lash,
				fill: 'none',
				stroke: mix(palette.hair, '#000000', 0.4),
				'stroke-width': 1.3,
				'stroke-linecap': 'round',
				opacity: 0.8
			}),
			el('path', {
				d: 'M94 10C70 26 40 36 0 36C-36 36-70 22-92 4',
				fill: 'none',
				stroke: palette.shadow,
				'stroke-width': 3,
				opacity: 0.6
			}),
			el('path', {
				d: 'M-84 34C-40 62 46 64 92 34',
				fill: 'none',
				stroke: palette.shadow,
				'stroke-width': 5,
				opacity: 0.25
			})
		)
	);
}

export const syringoma: Scene = (sketch) => {
	const unit = 9;
	skinGround(sketch, 0.45);
	const { chance } = sketch;
	eye(sketch, 186, 84, 1.25);
	const spots = scatter({
		count: chance.whole(15, 20),
		gap: 3,
		propose: () => {
			const along = chance.between(-1, 1);
			const r = (chance.between(1.1, 3) / 2) * unit;
			return { x: 192 + along * 125, y: 150 + chance.between(0, 62) - along * along * 26, r };
		}
	});
	sketch.add(...spots.map((spot, index) => flatToppedAt(sketch, spot, index % 3)));
	scaleBar(sketch, 10, unit);
	return {
		alt: closeUp(
			sketch,
			'45 mm',
			`the lower eyelid and upper cheek below an open eye, with ${spots.length} firm flat-topped bumps 1 to 3 mm wide, of skin color with a touch of yellow and no white core. The other side looks the same.`
		),
		regions: [
			{ id: 'lower-lid', label: 'Below the eye', shape: { kind: 'circle', x: 190, y: 180, r: 46 } },
			{ id: 'upper-lid', label: 'Upper eyelid', shape: { kind: 'circle', x: 190, y: 22, r: 20 } }
		]
	};
};

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
