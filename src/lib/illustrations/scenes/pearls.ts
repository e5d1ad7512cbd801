// Close-ups of white cysts: one form after the other of the same small thing.
import { pearlAt } from '../lesions.js';
import { scatter, type Spot } from '../place.js';
import { scaleBar, skinGround } from '../skin.js';
import type { Sketch } from '../sketch.js';
import type { Scene } from '../spec.js';
import { closeUp, count, lesionRegions } from '../words.js';

/** Units to a millimetre: a field of 10 by 7.5 mm. */
const MM = 40;

/** Spots of so many millimetres across, whole on the sheet and clear of the bar. */
export function spotsOn(
	sketch: Sketch,
	many: number,
	[low, high]: readonly [number, number],
	unit: number,
	gap: number
): Spot[] {
	const { chance, width, height } = sketch;
	return scatter({
		count: many,
		gap,
		taken: [{ x: 50, y: height - 20, r: 46 }],
		propose: () => {
			const r = (chance.between(low, high) / 2) * unit;
			const edge = r * 1.3 + 6;
			return { x: chance.between(edge, width - edge), y: chance.between(edge, height - edge), r };
		}
	});
}

export const milium: Scene = (sketch) => {
	skinGround(sketch);
	const spots = spotsOn(sketch, sketch.chance.whole(3, 5), [1, 1.9], MM, 26);
	sketch.add(...spots.map((spot) => pearlAt(sketch, spot)));
	scaleBar(sketch, 2, MM);
	return {
		alt: closeUp(
			sketch,
			'10 mm',
			`${count(spots.length, 'separate smooth dome')} 1 to 2 mm wide, ${keratinWord(sketch)} under a thin closed roof, each with a soft shine. No opening, no hair and no change of colour round them.`
		),
		regions: lesionRegions(spots)
	};
};

/** Keratin as it looks through this skin. */
export const keratinWord = ({ palette: { tone } }: Sketch): string =>
	tone <= 3 ? 'ivory white' : tone <= 6 ? 'creamy white' : 'cream to light tan';
