// Which features tell conditions apart: the cells of the differential, compared pair by pair and ordered by how they differ.
import { FEATURES } from './features.js';

/** As much of an entity as is compared. */
export interface Cells {
	readonly cells: Readonly<Record<string, { readonly text: string }>>;
}

/** A feature with how far it tells the compared conditions apart. */
export interface RankedFeature {
	readonly feature: string;
	/** 0 where every cell says the same, 1 where no two have anything in common: the mean over all pairs. */
	readonly difference: number;
	readonly degree: Degree;
}
export type Degree = 'apart' | 'partly' | 'alike';

/** Words that say nothing of what a lesion is like. */
const EMPTY = new Set(
	'a an and or the of in on at to from with by as if it its is are be may can not no none yes than more most mostly often usually sometimes rarely also about around up then seen see'.split(
		' '
	)
);
/** Words of one meaning, by the one that stands for them. */
const SAME: Readonly<Record<string, string>> = {
	whitish: 'white',
	pearly: 'white',
	pearl: 'white',
	yellowish: 'yellow',
	pink: 'red',
	erythematous: 'red',
	newborn: 'baby',
	infant: 'baby',
	bump: 'papule',
	dome: 'papule',
	flesh: 'skin'
};
/** An age that leaves nobody out tells nobody apart. */
const EVERYBODY = /\b(any age|to old age)\b/i;
const ALIKE = 0.3;
const APART = 0.65;

/** The words of a cell that carry meaning, in one form each. */
function wordsOf(text: string): Set<string> {
	const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
	return new Set(
		words
			.map((word) => (word.length > 3 ? word.replace(/(?<!s)s$/, '') : word))
			.map((word) => SAME[word] ?? word)
			.filter((word) => !EMPTY.has(word) && word !== 'mm')
	);
}

/** Whether a cell begins by affirming or denying; undefined where it does neither. */
function polarityOf(text: string): boolean | undefined {
	if (/^(yes\b|often\b|may\b|prickly|sore\b)/i.test(text)) return true;
	if (/^(no\b|none\b|not\b|usually no|of the cyst none)/i.test(text)) return false;
	return undefined;
}

/** Smallest and largest size in millimetres that a cell names; undefined where it names none. */
function rangeOf(text: string): readonly [number, number] | undefined {
	const numbers = [...text.matchAll(/(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?(?: mm)/g)].flatMap(
		([, low, high]) => [Number(low), Number(high ?? low)]
	);
	if (numbers.length === 0) return undefined;
	return [Math.min(...numbers), Math.max(...numbers)];
}

/**
 * How far two cells say different things, 0 to 1. Affirming against denying is 1. Sizes differ by the share of their joint
 * range that they do not share. A cell that holds for everybody differs little from any other. Everything else differs by the share of its words that are not in both (Jaccard distance),
 * which counts for little where both affirm or both deny.
 */
export function differenceOf(a: string, b: string): number {
	if (a === b) return 0;
	if (EVERYBODY.test(a) || EVERYBODY.test(b)) return ALIKE;
	const [yesA, yesB] = [polarityOf(a), polarityOf(b)];
	if (yesA !== undefined && yesB !== undefined && yesA !== yesB) return 1;
	const [sizeA, sizeB] = [rangeOf(a), rangeOf(b)];
	if (sizeA !== undefined && sizeB !== undefined) return apart(sizeA, sizeB);
	const distance = jaccard(wordsOf(a), wordsOf(b));
	return yesA !== undefined && yesA === yesB ? distance * ALIKE : distance;
}

function apart(a: readonly [number, number], b: readonly [number, number]): number {
	const joint = Math.max(a[1], b[1]) - Math.min(a[0], b[0]);
	const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
	if (joint === 0) return 0;
	return 1 - Math.max(0, shared) / joint;
}

function jaccard(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
	const shared = [...a].filter((word) => b.has(word)).length;
	const all = a.size + b.size - shared;
	return all === 0 ? 0 : 1 - shared / all;
}

const degreeOf = (difference: number): Degree =>
	difference >= APART ? 'apart' : difference >= ALIKE ? 'partly' : 'alike';

/**
 * The features of the differential, those that tell the conditions apart first: by difference times weight at the bedside,
 * and in the order of the ledger where that is equal. The order in which conditions are named does not matter. A missing
 * cell takes no part; features with fewer than two cells come last.
 */
export function rankFeatures(
	features: readonly string[],
	entities: readonly Cells[]
): RankedFeature[] {
	return features
		.map((feature, order) => {
			const texts = entities.flatMap((one) => one.cells[feature]?.text ?? []);
			const pairs = texts.flatMap((a, at) => texts.slice(at + 1).map((b) => differenceOf(a, b)));
			const difference =
				pairs.length === 0 ? 0 : pairs.reduce((sum, one) => sum + one, 0) / pairs.length;
			// Rounded, so that the order in which pairs were added up decides nothing.
			const score = Math.round(difference * (FEATURES[feature]?.weight ?? 0.5) * 1e9);
			return { feature, difference, degree: degreeOf(difference), score, order };
		})
		.sort((a, b) => b.score - a.score || a.order - b.order)
		.map(({ feature, difference, degree }) => ({ feature, difference, degree }));
}

/** The feature that decides between two conditions: the first in rank that can be seen, felt or asked. */
export function decidingFeature(
	features: readonly string[],
	a: Cells,
	b: Cells
): string | undefined {
	return rankFeatures(features, [a, b]).find((one) => FEATURES[one.feature]?.observed === true)
		?.feature;
}
