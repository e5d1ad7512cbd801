// What only several items together show.
import { keyPositions } from '../chi-square.js';
import { singleLists, type SingleList, type Written } from '../read.js';
import type { BankFlaw, BankRule, WrittenBank } from '../rule.js';
import { grams, jaccard, plain, words } from '../words.js';
import { keyIsLongest } from './cues.js';

/** The lists of the items of the classic form: one list, one best answer. */
const singleBest = (items: readonly Written[]): SingleList[] =>
	items.filter((one) => one.kind === 'single-best').flatMap(singleLists);

/** Runs a check over every bank, and over all of them where there are several. */
function eachAndAll(
	banks: readonly WrittenBank[],
	check: (items: readonly Written[]) => string | undefined
): BankFlaw[] {
	const flaw = (says: string | undefined, place: Pick<BankFlaw, 'bank'>): BankFlaw[] =>
		says === undefined ? [] : [{ path: '', says, ...place }];
	const each = banks.flatMap(({ items }, bank) => flaw(check(items), { bank }));
	const all = banks.length > 1 ? flaw(check(banks.flatMap(({ items }) => items)), {}) : [];
	return [...each, ...all];
}

const RARE = 0.05;

const keyPosition: BankRule = {
	id: 'key-position',
	title: 'Keys stand at some positions more often than at others',
	severity: 'warning',
	source: `NBME item-writing guide; χ² over single-best-answer items, p ≤ ${RARE}, each number of options a stratum with one degree of freedom less than options`,
	advice: 'Put keys to the positions that have few.',
	find: (banks) =>
		eachAndAll(banks, (items) => {
			const lists = singleBest(items).map(({ key, options }) => ({
				options: options.length,
				position: options.indexOf(key)
			}));
			const { counts, tested, chiSquare, df, p } = keyPositions(lists);
			if (p === undefined || p > RARE) return undefined;
			return `Keys by position: ${counts.join(', ')} (${tested} items, χ² = ${chiSquare.toFixed(1)}, df = ${df}, p = ${p.toFixed(3)}).`;
		})
};

/** Share of items whose key may be the longest option; with four options chance gives a quarter. */
const MOST = 0.35;
/** With fewer items a share means nothing. */
const FEW = 10;

const keyLongestShare: BankRule = {
	id: 'key-longest-share',
	title: 'The key is too often the longest option',
	severity: 'warning',
	source: `NBME item-writing guide; more than ${MOST * 100} % of the single-best-answer items, in ${FEW} or more`,
	advice: 'Shorten keys or lengthen distractors in some of them.',
	find: (banks) =>
		eachAndAll(banks, (items) => {
			const lists = singleBest(items);
			const longest = lists.filter(keyIsLongest).length;
			if (lists.length < FEW || longest <= MOST * lists.length) return undefined;
			return `The key is the longest option in ${longest} of ${lists.length} items.`;
		})
};

/** Likeness of two items from which on they ask the same. */
const ALIKE = 0.8;
const RUN = 5;

/** Runs of five words of what a learner reads of an item before answering. */
function runsOf({ item, before, lists }: Written): Set<string> {
	const options = lists.flatMap((list) => list.options.map((one) => one.text));
	return grams([before, item.stem, ...options].join(' . '), RUN);
}

const duplicateItem: BankRule = {
	id: 'duplicate-item',
	title: 'Two items are nearly the same',
	severity: 'warning',
	source: `SAQUET and item banking practice; runs of ${RUN} words, Jaccard index over ${ALIKE}, over all banks`,
	advice: 'Drop one, or ask it of another situation.',
	find(banks) {
		const all = banks.flatMap(({ items }, bank) =>
			items.map((one, item) => ({ bank, item, id: one.item.id, runs: runsOf(one) }))
		);
		const frequency = new Map<string, number>();
		for (const run of all.flatMap((one) => [...one.runs])) {
			frequency.set(run, (frequency.get(run) ?? 0) + 1);
		}
		// Two sets that share so much share one of their rarest runs, so that few pairs need comparing.
		const seen = new Map<string, number[]>();
		return all.flatMap((one, at): BankFlaw[] => {
			const rare = [...one.runs].sort((a, b) => (frequency.get(a) ?? 0) - (frequency.get(b) ?? 0));
			const telling = rare.slice(0, rare.length - Math.ceil(ALIKE * rare.length) + 1);
			const near = new Set(telling.flatMap((run) => seen.get(run) ?? []));
			for (const run of telling) seen.set(run, [...(seen.get(run) ?? []), at]);
			return [...near].flatMap((index) => {
				const other = all[index];
				const alike = other === undefined ? 0 : jaccard(one.runs, other.runs);
				if (other === undefined || alike <= ALIKE) return [];
				const says = `${Math.round(alike * 100)} % of it stands in the item “${other.id}” as well.`;
				return [{ path: '', says, bank: one.bank, item: one.item }];
			});
		});
	}
};

/** Shorter keys stand in any text. */
const TELLING = 2;

const hingedCase: BankRule = {
	id: 'hinged-case',
	title: 'A later step of a case says the key of an earlier one',
	severity: 'warning',
	source: 'NBME item-writing guide: hinged items; in an exam a learner may go back',
	advice: 'Word the later step so that it does not name what was asked.',
	find: (banks) =>
		banks.flatMap(({ bank, items }, index) =>
			(bank.cases ?? []).flatMap((one) => {
				const steps = one.items.map((id) => items.findIndex(({ item }) => item.id === id));
				return steps.flatMap((at, step): BankFlaw[] => {
					const item = items[at]?.item;
					if (item === undefined) return [];
					const keys = steps
						.slice(0, step)
						.flatMap((before) => {
							const earlier = items[before];
							return earlier === undefined ? [] : singleLists(earlier).map(({ key }) => key.text);
						})
						.filter((text) => words(text).length >= TELLING);
					const entries = one.record.flatMap((tab) =>
						tab.entries.filter(({ from }) => from === step + 1).map(({ text }) => text)
					);
					const told = ` ${words(plain([item.stem, item.scenario ?? '', ...entries].join('\n'))).join(' ')} `;
					return keys
						.filter((text) => told.includes(` ${words(text).join(' ')} `))
						.map((text) => ({
							path: 'stem',
							says: `Step ${step + 1} of the case “${one.id}” says “${text}”, the key of an earlier step.`,
							bank: index,
							item: at
						}));
				});
			})
		)
};

/** The two ways of spelling, by what tells them apart; -ise and -ize do not, as Oxford spells -ize. */
const SPELLINGS: readonly (readonly [british: RegExp, american: RegExp])[] = [
	[/\bcolour/i, /\bcolor/i],
	[/\bpaediatric/i, /\bpediatric/i],
	[/\bh(?:ae)mo(?!phil)/i, /\bhemo/i],
	[/\boedema/i, /\bedema/i],
	[/\bnaev/i, /\bnev(?:us|i)\b/i],
	[/\bmillimetre/i, /\bmillimeter/i],
	[/\bcentre/i, /\bcenter/i],
	[/\bgrey/i, /\bgray/i]
];

const mixedSpelling: BankRule = {
	id: 'mixed-spelling',
	title: 'Two spellings of one language',
	severity: 'warning',
	source: 'NBME item-writing guide: spelling; the spelling that most items of the bank use',
	advice: 'Spell it as the rest of the bank does.',
	find: (banks) =>
		banks.flatMap(({ items }, bank) => {
			const found = items.flatMap(({ texts }, item) =>
				texts.flatMap(({ text, path }) =>
					SPELLINGS.flatMap(([british, american]) =>
						[british, american].flatMap((pattern, way) => {
							const word = pattern.exec(text)?.[0];
							return word === undefined ? [] : [{ item, path, word, way }];
						})
					)
				)
			);
			const american = found.filter(({ way }) => way === 1).length;
			const rarer = american * 2 < found.length ? 1 : 0;
			return found
				.filter(({ way }) => way === rarer)
				.map(({ item, path, word }): BankFlaw => ({
					...{ path, bank, item },
					says: `“${word}…” is ${rarer === 1 ? 'American' : 'British'} spelling, and the bank uses the other.`
				}));
		})
};

export const BANKS = [
	keyPosition,
	keyLongestShare,
	duplicateItem,
	hingedCase,
	mixedSpelling
] as const satisfies readonly BankRule[];
