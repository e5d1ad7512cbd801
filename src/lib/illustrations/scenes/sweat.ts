// Close-ups of what blocked sweat ducts look like.
import { papuleAt, vesicleAt } from '../lesions.js';
import { scatter } from '../place.js';
import { scaleBar, skinGround } from '../skin.js';
import type { Scene } from '../spec.js';
import { curve, el, type Point } from '../tree.js';
import { closeUp, flareWord, lesionRegions } from '../words.js';
import { spotsOn } from './pearls.js';

export const miliariaCrystallina: Scene = (sketch) => {
	const unit = 22;
	skinGround(sketch, 0.75);
	const spots = spotsOn(sketch, sketch.chance.whole(30, 40), [0.9, 2], unit, 3);
	sketch.add(...spots.map((spot) => vesicleAt(sketch, spot)));
	scaleBar(sketch, 2, unit);
	return {
		alt: closeUp(
			sketch,
			'18 mm',
			`${spots.length} crowded clear drops 1 to 2 mm wide under a very thin roof, like dew, the skin showing through them. No white filling and no change of color round them.`
		),
		regions: lesionRegions(spots.slice(0, 5))
	};
};

export const miliariaRubra: Scene = (sketch) => {
	const unit = 14;
	skinGround(sketch, 0.55);
	const { palette, chance, height } = sketch;
	// A fold of the skin runs across; the rash lies along it.
	const bend = Array.from({ length: 5 }, (_, index): Point => [
		-20 + index * 110,
		118 + chance.between(-10, 14) + index * 9
	]);
	const at = (dy: number) =>
		curve(
			bend.map(([x, y]): Point => [x, y + dy]),
			false
		);
	const haze = sketch.linear(
		'haze',
		[
			[0, palette.flare, 0],
			[0.5, palette.flare, 0.38],
			[1, palette.flare, 0]
		],
		[0, 0, 0, 1]
	);
	sketch.add(
		el('rect', { y: 0, width: 400, height: 290, fill: haze }),
		el('path', {
			d: at(4),
			fill: 'none',
			stroke: palette.shadow,
			'stroke-width': 16,
			opacity: 0.16
		}),
		el('path', { d: at(2), fill: 'none', stroke: palette.shadow, 'stroke-width': 8, opacity: 0.3 }),
		el('path', {
			d: at(0),
			fill: 'none',
			stroke: palette.shadow,
			'stroke-width': 2.6,
			opacity: 0.85
		}),
		el('path', { d: at(-9), fill: 'none', stroke: palette.shine, 'stroke-width': 5, opacity: 0.22 })
	);
	const lineAt = (x: number) => 118 + ((x + 20) / 110) * 9;
	const spots = scatter({
		count: chance.whole(26, 34),
		gap: 5,
		taken: [{ x: 50, y: height - 20, r: 46 }],
		propose: () => {
			const x = chance.between(14, 386);
			const away = chance.between(-1, 1);
			const r = (chance.between(1, 2.3) / 2) * unit * 0.8;
			return { x, y: lineAt(x) + Math.sign(away) * (22 + away * away * 82), r };
		}
	});
	for (const [index, spot] of spots.entries()) {
		sketch.add(papuleAt(sketch, spot, index % 3));
		if (index % 4 === 0) sketch.add(vesicleAt(sketch, { ...spot, r: spot.r * 0.5 }));
	}
	scaleBar(sketch, 5, unit);
	return {
		alt: closeUp(
			sketch,
			'28 mm',
			`a skin fold with ${spots.length} small raised bumps 1 to 3 mm wide along both sides of it, ${flareWord(sketch)} and rough like goose-flesh, a few with a tiny clear drop on top.`
		),
		regions: [
			{
				id: 'fold',
				label: 'Skin along the fold',
				shape: {
					kind: 'polygon',
					points: [
						[0, 50],
						[400, 80],
						[400, 230],
						[0, 200]
					]
				}
			}
		]
	};
};
