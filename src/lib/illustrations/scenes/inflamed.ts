// Close-ups of inflamed bumps.
import { papuleAt, pustuleAt } from '../lesions.js';
import { scaleBar, skinGround } from '../skin.js';
import type { Scene } from '../spec.js';
import { closeUp, count, flareWord, lesionRegions } from '../words.js';
import { spotsOn } from './pearls.js';

/** Units to a millimetre: a field of 16 by 12 mm. */
const MM = 25;

export const papule: Scene = (sketch) => {
	skinGround(sketch, 0.7);
	const spots = spotsOn(sketch, sketch.chance.whole(3, 4), [2.4, 4.4], MM, 40);
	sketch.add(...spots.map((spot, index) => papuleAt(sketch, spot, index % 3)));
	scaleBar(sketch, 5, MM);
	return {
		alt: closeUp(
			sketch,
			'16 mm',
			`${count(spots.length, 'solid raised bump')} 2 to 5 mm wide, shiny and ${flareWord(sketch)}, on a swollen base of the same color that fades outwards. No white top and no opening.`
		),
		regions: lesionRegions(spots)
	};
};

export const pustule: Scene = (sketch) => {
	skinGround(sketch, 0.7);
	const spots = spotsOn(sketch, sketch.chance.whole(3, 4), [2.4, 4.2], MM, 40);
	sketch.add(...spots.map((spot, index) => pustuleAt(sketch, spot, index % 3)));
	scaleBar(sketch, 5, MM);
	return {
		alt: closeUp(
			sketch,
			'16 mm',
			`${count(spots.length, 'raised bump')} 2 to 5 mm wide, each with a soft yellow-white cap narrower than its swollen, ${flareWord(sketch)} base.`
		),
		regions: lesionRegions(spots)
	};
};
