// Close-ups of firm bumps that are neither white nor inflamed.
import { mix } from '../colour.js';
import { dimpledAt, flatToppedAt } from '../lesions.js';
import { scatter } from '../place.js';
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
