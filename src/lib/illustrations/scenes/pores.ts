// Close-ups of plugged pores.
import { closedComedoneAt, openComedoneAt } from '../lesions.js';
import { scaleBar, skinGround } from '../skin.js';
import type { Scene } from '../spec.js';
import { closeUp, count, lesionRegions } from '../words.js';
import { spotsOn } from './pearls.js';

const MM = 40;

export const closedComedone: Scene = (sketch) => {
	skinGround(sketch);
	const spots = spotsOn(sketch, sketch.chance.whole(5, 7), [1, 1.9], MM, 16);
	sketch.add(...spots.map((spot) => closedComedoneAt(sketch, spot)));
	scaleBar(sketch, 2, MM);
	return {
		alt: closeUp(
			sketch,
			'10 mm',
			`${count(spots.length, 'soft low bump')} of skin color to slightly whitish, 1 to 2 mm wide with a wide base, each with a pin-point opening at its top. No change of color round them.`
		),
		regions: lesionRegions(spots)
	};
};

export const openComedone: Scene = (sketch) => {
	skinGround(sketch);
	const spots = spotsOn(sketch, sketch.chance.whole(4, 6), [0.9, 1.7], MM, 20);
	sketch.add(...spots.map((spot) => openComedoneAt(sketch, spot)));
	scaleBar(sketch, 2, MM);
	return {
		alt: closeUp(
			sketch,
			'10 mm',
			`${count(spots.length, 'widened pore')} 1 to 2 mm wide, each filled to the level of the skin with a brown-black plug and with a slightly raised rim. No swelling and no change of color round them.`
		),
		regions: lesionRegions(spots)
	};
};
