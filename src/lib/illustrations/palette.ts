// What skin and what lies in it look like on each of the ten shades of the Monk Skin Tone scale. Colours of lesions are chosen
// shade by shade, never one colour on ten backgrounds: keratin is seen through skin, and inflammation is red on light skin,
// brown to violet or hardly a colour on dark skin.
import { mix } from './colour.js';

/** Shades of the Monk Skin Tone scale. */
export const TONES = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export type Tone = (typeof TONES)[number];

/** Ellis Monk's published sRGB values, 1 to 10 (skintone.google). */
const SKIN =
	'#f6ede4 #f3e7db #f7ead0 #eadaba #d7bd96 #a07e56 #825c43 #604134 #3a312a #292420'.split(' ');
/** Keratin seen through a thin roof: ivory, cream, then cream to light tan. */
const KERATIN =
	'#fffaee #fff8ea #fff6e2 #fbf1d9 #f8ebcd #f0e0bd #ead6b2 #e0c9a3 #d3bb95 #cab18c'.split(' ');
/** Inflamed skin: pink to red, dusky red-brown, then brown, violet or simply darker. */
const FLARE =
	'#e0776f #dd736a #da7365 #c96553 #b0553f #7d3d2c #602c27 #432124 #28151c #180d12'.split(' ');
/** A brownish mark or scar beside the skin's own colour. */
const WORDS = [
	'very light',
	'very light',
	'light',
	'light beige',
	'light brown',
	'medium brown',
	'brown',
	'dark brown',
	'very dark brown',
	'deepest brown'
] as const;
const HAIR =
	'#8a6a48 #7d5c3c #6d4c30 #4f3522 #3a281c #2a1e17 #211813 #1b1512 #0f0c0b #0a0807'.split(' ');

export interface Palette {
	readonly tone: Tone;
	readonly skin: string;
	/** Skin turned to the light and away from it. */
	readonly lit: string;
	readonly shade: string;
	/** The shadow that a raised thing throws on the skin. */
	readonly shadow: string;
	/** Shine on skin. */
	readonly shine: string;
	/** The fine lines of the skin. */
	readonly crease: string;
	readonly keratin: string;
	readonly keratinLit: string;
	readonly keratinEdge: string;
	readonly flare: string;
	readonly pus: string;
	readonly pusEdge: string;
	readonly plug: string;
	readonly mucosa: string;
	readonly mucosaDeep: string;
	readonly gum: string;
	readonly lip: string;
	readonly hair: string;
	/** Lines and words on the skin, and what surrounds them. */
	readonly ink: string;
	readonly halo: string;
	/** The skin in words, without the word "skin". */
	readonly words: string;
}

/** Colours of a shade. */
export function paletteOf(tone: Tone): Palette {
	const pick = (list: readonly string[]) => list[tone - 1] ?? '#000000';
	const skin = pick(SKIN);
	const keratin = pick(KERATIN);
	const dark = tone >= 6;
	const deep = tone >= 9 ? '#000000' : '#3a1408';
	return {
		tone,
		skin,
		lit: mix(skin, '#fff3e2', tone >= 9 ? 0.12 : dark ? 0.2 : 0.45),
		shade: mix(skin, deep, tone >= 9 ? 0.4 : dark ? 0.28 : 0.16),
		shadow: mix(skin, deep, tone >= 9 ? 0.85 : dark ? 0.62 : 0.5),
		shine: mix(skin, '#fff6ea', tone >= 9 ? 0.5 : dark ? 0.55 : 0.85),
		crease: mix(skin, deep, tone >= 9 ? 0.7 : 0.42),
		keratin,
		keratinLit: mix(keratin, '#ffffff', 0.5),
		keratinEdge: mix(mix(keratin, '#b08d5c', 0.4), skin, 0.25),
		flare: pick(FLARE),
		pus: mix('#fbf0c4', skin, dark ? 0.08 : 0.02),
		pusEdge: mix('#d9b964', skin, 0.15),
		plug: tone >= 9 ? '#0b0806' : '#2a1b12',
		mucosa: mix('#e59a95', skin, dark ? 0.12 : 0),
		mucosaDeep: mix('#a9474b', skin, dark ? 0.18 : 0),
		gum: mix('#e3918c', skin, dark ? 0.34 : 0.04),
		lip: mix('#c8746c', skin, dark ? 0.5 : 0.15),
		hair: pick(HAIR),
		ink: dark ? '#ffffff' : '#1c1512',
		halo: dark ? mix(skin, '#000000', 0.6) : mix(skin, '#ffffff', 0.6),
		words: WORDS[tone - 1] ?? ''
	};
}
