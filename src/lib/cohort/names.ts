// Names and codes as learners give them: of unknown origin, shown beside one another, and able to look like what they are not.
import { isHonest, withoutDishonest } from '$lib/validation/honest';

/** A name as it is shown and stored, and whether something that cannot be seen was left out of it. */
export interface CleanName {
	/** One line without control, direction-changing or invisible characters; empty where nothing can be seen of it. */
	readonly name: string;
	readonly changed: boolean;
}

/** Characters that draw nothing, joiners and blank letters such as the Hangul fillers included. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u2800\s]/gu;

/** A learner's name without what hides in it. Joiners and marks that scripts need stay. */
export function cleanName(raw: string): CleanName {
	// Before and after: a line end is a space, and what hid between two spaces leaves them side by side.
	const name = oneSpace(withoutDishonest(oneSpace(raw))).trim();
	const seen = name.replaceAll(UNSEEN, '') !== '';
	return { name: seen ? name : '', changed: !isHonest(raw) || !seen };
}

const oneSpace = (text: string) => text.replaceAll(/\s+/gu, ' ');

/** Two names that a reader would take for one, whatever hides in them: class lists are pasted, too. */
export const sameName = (code: string) =>
	withoutDishonest(code.normalize('NFKC')).trim().replaceAll(/\s+/g, ' ').toLowerCase();

/**
 * Letters of other scripts that look like Latin ones, and the digits and letters that look like one another: the part of
 * confusables.txt (Unicode Technical Standard 39) that is met in names and codes. Each of the first line looks like the one below it.
 */
const LOOKS = [
	'АВЕЅІЈКМНОРСТУХҮаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαινορυ1I|0',
	'ABESIJKMHOPCTYXYaesijopcyxhdqwABEZHIKMNOPTYXaivopulllO'
] as const;
const LIKE = new Map([...LOOKS[0]].map((one, at) => [one, [...LOOKS[1]][at] ?? one]));
/** Those to which the table itself leads: a Cyrillic or Greek I looks like a small l, too. */
const likeOf = (one: string) => LIKE.get(LIKE.get(one) ?? one) ?? LIKE.get(one) ?? one;

/** What a name looks like: equal for two names that can hardly be told apart on a screen. */
export const lookOf = (name: string) =>
	[...name.normalize('NFKC').replaceAll(UNSEEN, '')].map(likeOf).join('').toLowerCase();
