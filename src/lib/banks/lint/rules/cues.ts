// Cues: what lets somebody who knows how tests are written, but not the subject, find the key.
import { singleLists, type SingleList, type Written } from '../read.js';
import type { Flaw, ItemRule } from '../rule.js';
import { content, leadIn, plain, words } from '../words.js';

const NBME = 'NBME item-writing guide: cues for the testwise';
const quoted = (text: string) => `“${text}”`;

/** A key this much longer than the longest distractor stands out. */
const LONGER = 1.2;
/** Options shorter than this differ by a word, not by detail. */
const SHORT = 30;

/** True where the key of a list is longer than every distractor. */
export function keyIsLongest({ key, distractors }: SingleList): boolean {
	return distractors.every((one) => one.text.length < key.text.length);
}

const keyLongest: ItemRule = {
	id: 'key-longest',
	title: 'The key is much the longest option',
	severity: 'warning',
	source: `${NBME}; longer than the longest distractor by a fifth, and than the mean by one standard deviation`,
	advice: 'Shorten the key, or give the distractors as much detail.',
	find: (written) =>
		singleLists(written).flatMap(({ key, distractors, options }): Flaw[] => {
			const lengths = options.map((one) => one.text.length);
			const mean = lengths.reduce((sum, one) => sum + one, 0) / lengths.length;
			const spread = lengths.reduce((sum, one) => sum + (one - mean) ** 2, 0) / lengths.length;
			const longest = Math.max(...distractors.map((one) => one.text.length));
			const own = key.text.length;
			if (own < SHORT || own <= LONGER * longest || own <= mean + Math.sqrt(spread)) return [];
			return [
				{
					path: key.path,
					says: `The key has ${own} characters, the longest distractor ${longest}.`
				}
			];
		})
};

const MIN_LETTERS = 5;

/** Words of the question that the key alone repeats. */
function repeated(question: string, { key, distractors }: SingleList): string[] {
	const asked = content(question);
	const elsewhere = new Set(distractors.flatMap((one) => [...content(one.text)]));
	return words(key.text).filter((word) => {
		const [stemmed] = content(word);
		if (word.length < MIN_LETTERS || stemmed === undefined) return false;
		return asked.has(stemmed) && !elsewhere.has(stemmed);
	});
}

const clang: ItemRule = {
	id: 'clang',
	title: 'A word of the question stands in the key alone',
	severity: 'warning',
	source: `${NBME} (“word repeats”); words of five letters or more, endings aside`,
	advice: 'Use another word in the question or the key, or use the word in a distractor too.',
	find: (written) =>
		singleLists(written).flatMap((list): Flaw[] => {
			const found = repeated(written.item.stem, list);
			if (found.length === 0) return [];
			return [
				{ path: list.key.path, says: `The stem and only the key say ${quoted(found.join(', '))}.` }
			];
		})
};

/** Words that say the same to somebody who looks for a match. */
const SYNONYMS = [
	'newborn neonate neonatal',
	'injury injured trauma traumatic',
	'infant infantile',
	'crops waves eruption eruptive',
	'inherited hereditary genetic congenital',
	'sweat sweating perspiration',
	'scar scarring cicatrix',
	'blister blistering bulla bullous vesicle'
].map((line) => line.split(' '));

const logicalCue: ItemRule = {
	id: 'logical-cue',
	title: 'The key alone says in another word what the stem says',
	severity: 'warning',
	source: 'SAQUET: logical cue in stem',
	advice: 'Reword the stem, or let a distractor share the meaning.',
	find: (written) =>
		singleLists(written).flatMap(({ key, distractors }): Flaw[] => {
			const asked = new Set(words(written.item.stem));
			const own = new Set(words(key.text));
			const others = new Set(distractors.flatMap((one) => words(one.text)));
			return SYNONYMS.flatMap((group) => {
				const inStem = group.find((word) => asked.has(word));
				const inKey = group.find((word) => own.has(word));
				if (inStem === undefined || inKey === undefined || inStem === inKey) return [];
				if (group.some((word) => others.has(word))) return [];
				return [
					{
						path: key.path,
						says: `The stem says ${quoted(inStem)}, and only the key ${quoted(inKey)}.`
					}
				];
			});
		})
};

/** What an option is put together from: stretches between commas, semicolons, "and" and "with". */
function elements(text: string): string[] {
	return text
		.toLowerCase()
		.split(/\s*(?:[,;]|\band\b|\bwith\b|\bplus\b)\s*/)
		.map((one) => [...content(one)].sort().join(' '))
		.filter((one) => one !== '');
}

const convergence: ItemRule = {
	id: 'convergence',
	title: 'The key shares most with the other options',
	severity: 'warning',
	source: `${NBME} (“convergence strategy”); at least three options of several elements, the key ahead by two`,
	advice: 'Spread the elements evenly, so that counting them does not point to the key.',
	find: (written) =>
		singleLists(written).flatMap(({ key, options }): Flaw[] => {
			const parts = options.map((one) => new Set(elements(one.text)));
			if (parts.filter((one) => one.size > 1).length < 3) return [];
			const shared = parts.map((own, at) =>
				parts.reduce(
					(sum, other, index) =>
						index === at ? sum : sum + [...own].filter((one) => other.has(one)).length,
					0
				)
			);
			const at = options.indexOf(key);
			const rival = Math.max(...shared.filter((_, index) => index !== at));
			if ((shared[at] ?? 0) < rival + 2) return [];
			return [
				{
					path: key.path,
					says: `Elements of the key stand ${shared[at]} times in other options; no other option reaches more than ${rival}.`
				}
			];
		})
};

const VOWEL = /^(?:[aeiou]|ho(?:ur|nest))/i;
const NO_VOWEL = /^(?:uni|use|usu|eu|one\b|once\b)/i;

/** What a list is chosen to complete: the text before its blank, else the stem. */
function leadTo({ part }: SingleList, { item, texts }: Written): string {
	const mark = `{{${part}}}`;
	const placed = texts.find(({ text }) => text.includes(mark));
	return placed === undefined ? item.stem : plain(placed.text.slice(0, placed.text.indexOf(mark)));
}

/** Whether an option can follow "a" or "an". */
const follows = (article: string, option: string) =>
	(article === 'an') === (VOWEL.test(option) && !NO_VOWEL.test(option));

const SEVERAL =
	/^(?:milia|bullae|vesiculae|teeth|feet|children|people|men|women|nevi|naevi|bacteria|criteria)$/;

/** Whether the thing that an option names is one or several; undefined where this cannot be told. */
function numberOf(option: string): 'one' | 'several' | undefined {
	const head =
		option.split(/\s(?:of|in|on|at|with|from|under|after|by|for|that|which|to)\s|,/)[0] ?? '';
	const [last] = words(head).slice(-1);
	if (last === undefined || words(option).length > 4) return undefined;
	if (SEVERAL.test(last)) return 'several';
	if (/(?:ss|us|is|as|ps)$/.test(last)) return undefined;
	return last.endsWith('s') ? 'several' : 'one';
}

function misfits(list: SingleList, fits: (option: string) => boolean | undefined): string[] {
	if (fits(list.key.text) !== true) return [];
	return list.distractors.filter((one) => fits(one.text) === false).map((one) => one.text);
}

const grammarCue: ItemRule = {
	id: 'grammar-cue',
	title: 'A distractor does not follow from the stem in grammar',
	severity: 'warning',
	source: `${NBME} (“grammatical cues”); a or an, one or several`,
	advice: 'Let every option follow from the stem: “a/an”, singular and plural alike.',
	find: (written) =>
		singleLists(written).flatMap((list): Flaw[] => {
			const lead = leadTo(list, written);
			const [, article] = /\b(an?)$/i.exec(lead.trim()) ?? [];
			const question = /\b(?:what|which \w+) (is|are) (?:the|these|this) \w+[^,]*\?$/i.exec(
				leadIn(lead)
			);
			const bad =
				article === undefined
					? question === null
						? []
						: misfits(list, (option) => {
								const number = numberOf(option);
								if (number === undefined) return undefined;
								return number === (question[1]?.toLowerCase() === 'are' ? 'several' : 'one');
							})
					: misfits(list, (option) => follows(article.toLowerCase(), option));
			return bad.length === 0
				? []
				: [
						{
							path: list.key.path,
							says: `The key follows from the stem; ${quoted(bad.join('”, “'))} does not.`
						}
					];
		})
};

const OPPOSITES = [
	['increase', 'decrease'],
	['increases', 'decreases'],
	['raise', 'lower'],
	['higher', 'lower'],
	['more', 'less'],
	['more', 'fewer'],
	['with', 'without'],
	['open', 'closed'],
	['present', 'absent'],
	['before', 'after'],
	['hot', 'cold'],
	['warm', 'cool'],
	['start', 'stop'],
	['benign', 'malignant'],
	['superficial', 'deep'],
	['always', 'never'],
	['common', 'rare'],
	['can', 'cannot'],
	['is', 'not'],
	['does', 'not']
] as const;

/** The two words in which texts of the same length differ, if they differ in one place or by one "not". */
function opposite(a: string, b: string): boolean {
	const [one, two] = [words(a), words(b)];
	const left = one.filter((word) => !two.includes(word));
	const right = two.filter((word) => !one.includes(word));
	if (Math.abs(one.length - two.length) === 1 && left.length + right.length === 1) {
		return ['not', 'no', 'never'].includes(left[0] ?? right[0] ?? '');
	}
	if (left.length !== 1 || right.length !== 1) return false;
	return OPPOSITES.some(
		([x, y]) => (left[0] === x && right[0] === y) || (left[0] === y && right[0] === x)
	);
}

const oppositePair: ItemRule = {
	id: 'opposite-pair',
	title: 'Key and one distractor are a pair of opposites',
	severity: 'warning',
	source: 'NBME item-writing guide and NBOME: collectively exhaustive options',
	advice: 'Give every option an opposite, or none.',
	find: (written) =>
		singleLists(written).flatMap(({ key, distractors }): Flaw[] => {
			const against = distractors.filter((one) => opposite(key.text, one.text));
			const among = distractors.some((one, at) =>
				distractors.slice(at + 1).some((other) => opposite(one.text, other.text))
			);
			const [other] = against;
			if (other === undefined || against.length > 1 || among) return [];
			return [
				{
					path: key.path,
					says: `The key and ${quoted(other.text)} say the opposite; the answer must be one of the two.`
				}
			];
		})
};

export const CUES = [
	keyLongest,
	clang,
	logicalCue,
	convergence,
	grammarCue,
	oppositePair
] as const satisfies readonly ItemRule[];
