// Words that alternative texts are made of.
import type { Spot } from './place.js';
import type { Sketch } from './sketch.js';
import type { Region } from './spec.js';

const NUMBERS = [
	'no',
	'one',
	'two',
	'three',
	'four',
	'five',
	'six',
	'seven',
	'eight',
	'nine',
	'ten',
	'eleven',
	'twelve'
];

/** "three domes" */
export const count = (many: number, what: string): string =>
	`${NUMBERS[many] ?? String(many)} ${what}${many === 1 ? '' : 's'}`;

/** How a close-up begins: the skin and the width of the field. */
export const closeUp = ({ palette }: Sketch, across: string, rest: string): string =>
	`Close view of ${palette.words} skin, about ${across} across: ${rest}`;

/** Inflamed skin as it looks on this shade. */
export const flareWord = ({ palette: { tone } }: Sketch): string =>
	tone <= 3
		? 'pink to red'
		: tone <= 6
			? 'dusky red-brown'
			: tone <= 8
				? 'brown-violet'
				: 'faintly violet, darker than the skin around';

/** Hot spots round lesions, big enough to be hit on a phone. */
export const lesionRegions = (spots: readonly Spot[], least = 24): Region[] =>
	spots.map(({ x, y, r }, index) => ({
		id: `lesion-${index + 1}`,
		label: `Lesion ${index + 1}`,
		shape: { kind: 'circle', x, y, r: Math.max(r, least) }
	}));
