// How options are worded: absolutes, hedges, length, twists.
import { optionLists, singleLists } from '../read.js';
import type { Flaw, ItemRule } from '../rule.js';
import { content, words } from '../words.js';

const NBME = 'NBME item-writing guide';
const SAQUET = 'SAQUET item-writing flaws';

/** Phrases in which an absolute word is none. */
const NOT_ABSOLUTE =
	/\b(?:at all|after all|all over|all right|not only|if only|only then|once and for all|every (?:day|morning|evening|night|week|month|year|time|few|other|one|two|three|\d+)[a-z]*)\b/gi;
const ABSOLUTE = /\b(?:always|never|all|none|only|every|must|completely|invariably|entirely)\b/gi;
const VAGUE =
	/\b(?:usually|rarely|often|sometimes|may|might|frequently|occasionally|commonly|generally|tends?)\b/gi;

const absolutesIn = (text: string) =>
	text
		.replace(NOT_ABSOLUTE, ' ')
		.match(ABSOLUTE)
		?.map((one) => one.toLowerCase()) ?? [];
const hedgesIn = (text: string) => text.match(VAGUE)?.map((one) => one.toLowerCase()) ?? [];
const listed = (found: readonly string[]) => `“${[...new Set(found)].join('”, “')}”`;

const absoluteDistractor: ItemRule = {
	id: 'absolute-distractor',
	title: 'Only distractors are absolute',
	severity: 'warning',
	source: `${NBME}, ${SAQUET}: absolute terms; half of the distractors or more, and not the key`,
	advice: 'Take the absolute word out, or word the options alike.',
	find: (written) =>
		singleLists(written).flatMap(({ key, distractors }): Flaw[] => {
			if (absolutesIn(key.text).length > 0) return [];
			const bad = distractors.filter((one) => absolutesIn(one.text).length > 0);
			if (bad.length * 2 < distractors.length) return [];
			const found = bad.flatMap((one) => absolutesIn(one.text));
			return [
				{
					path: bad[0]?.path ?? key.path,
					says: `${listed(found)} stands in ${bad.length} of ${distractors.length} distractors and not in the key.`
				}
			];
		})
};

const absoluteTerm: ItemRule = {
	id: 'absolute-term',
	title: 'An absolute word in an option',
	severity: 'info',
	source: `${NBME}, ${SAQUET}: absolute terms`,
	advice: 'Learners take absolute options for wrong; see whether the word is needed.',
	find: (written) =>
		optionLists(written).flatMap(({ options }) =>
			options.flatMap(({ text, path }): Flaw[] => {
				const found = absolutesIn(text);
				return found.length === 0 ? [] : [{ path, says: `The option says ${listed(found)}.` }];
			})
		)
};

const hedgedKey: ItemRule = {
	id: 'hedged-key',
	title: 'Only the key is hedged',
	severity: 'warning',
	source: `${NBME}, ${SAQUET}: vague terms`,
	advice: 'Say it plainly, or hedge a distractor too.',
	find: (written) =>
		singleLists(written).flatMap(({ key, distractors }): Flaw[] => {
			const found = hedgesIn(key.text);
			if (found.length === 0 || distractors.some((one) => hedgesIn(one.text).length > 0)) return [];
			return [{ path: key.path, says: `Only the key says ${listed(found)}.` }];
		})
};

const vagueTerm: ItemRule = {
	id: 'vague-term',
	title: 'A vague word in an option',
	severity: 'info',
	source: `${NBME}, ${SAQUET}: vague terms`,
	advice: 'Readers differ on how often is “often”; give a figure where the ledger has one.',
	find: (written) =>
		optionLists(written).flatMap(({ options }) =>
			options.flatMap(({ text, path }): Flaw[] => {
				const found = hedgesIn(text);
				return found.length === 0 ? [] : [{ path, says: `The option says ${listed(found)}.` }];
			})
		)
};

const LONG = 25;

const longOption: ItemRule = {
	id: 'long-option',
	title: 'An option is long',
	severity: 'warning',
	source: `${NBME}: overly complex options; more than ${LONG} words`,
	advice: 'Move what the options share into the stem.',
	find: (written) =>
		optionLists(written).flatMap(({ options }) =>
			options.flatMap(({ text, path }): Flaw[] => {
				const count = words(text).length;
				return count > LONG ? [{ path, says: `The option has ${count} words.` }] : [];
			})
		)
};

const CONJUNCTION = /\b(?:and|or|but|because|although|unless|if|when|while|so that|until)\b/gi;

const tangledOption: ItemRule = {
	id: 'tangled-option',
	title: 'An option says several things',
	severity: 'info',
	source: `${NBME}: overly complex options; more than two conjunctions`,
	advice:
		'An option that is right in one half and wrong in the other is hard for the wrong reason.',
	find: (written) =>
		optionLists(written).flatMap(({ options }) =>
			options.flatMap(({ text, path }): Flaw[] => {
				const found = text.match(CONJUNCTION) ?? [];
				return found.length > 2
					? [{ path, says: `The option joins ${found.length + 1} parts.` }]
					: [];
			})
		)
};

const NEGATIVE =
	/\b(?:not|no|never|none|neither|nor|without|cannot|lack|lacks|absence|unlikely|\w+n['’]t)\b/gi;

const doubleNegative: ItemRule = {
	id: 'double-negative',
	title: 'A double negative',
	severity: 'warning',
	source: `${NBME}: overly complex stems and options`,
	advice: 'Turn one of the negatives round.',
	find: ({ item, ...written }) => {
		const clauses = (text: string) => text.split(/[.?!;,:]|\b(?:and|or|but|because|so)\b/);
		const double = (text: string) =>
			clauses(text).some((one) => (one.match(NEGATIVE) ?? []).length > 1);
		const options = optionLists({ item, ...written }).flatMap((list) => list.options);
		return [
			...(double(item.stem)
				? [{ path: 'stem', says: 'The stem has two negatives in one clause.' }]
				: []),
			...options
				.filter(({ text }) => double(text))
				.map(({ path }) => ({ path, says: 'The option has two negatives in one clause.' }))
		];
	}
};

const PRONOUN = /^(?:it|this|these|those|they|he|she)\b/i;

const pronounStem: ItemRule = {
	id: 'pronoun-stem',
	title: 'The stem begins with a pronoun',
	severity: 'warning',
	source: `${SAQUET}: ambiguous or unclear; nothing stands before it that it could mean`,
	advice: 'Name what is meant.',
	find: ({ item, before }) =>
		before === '' && PRONOUN.test(item.stem.trim())
			? [{ path: 'stem', says: `The stem begins with “${PRONOUN.exec(item.stem.trim())?.[0]}”.` }]
			: []
};

/** Abbreviations that every reader knows. */
const KNOWN = new Set(
	'AI NOT UV SPF IV ID DNA HIV US UK OK TV AM PM ABC ER MD RN NP PA GP II III VI VII'.split(' ')
);

const unknownAcronym: ItemRule = {
	id: 'unknown-acronym',
	title: 'An abbreviation that is not written out',
	severity: 'warning',
	source: `${SAQUET}: ambiguous or unclear; ExamEval: abbreviations`,
	advice: 'Write it out once, with the abbreviation in brackets.',
	find({ item, lists, before }) {
		const read = [
			before,
			item.stem,
			...lists.flatMap((list) => list.options.map((one) => one.text))
		].join('\n');
		const found = new Set(read.match(/\b[A-Z]{2,6}\b/g) ?? []);
		const bad = [...found].filter(
			(one) => !KNOWN.has(one) && !read.includes(`(${one})`) && !read.includes(`${one} (`)
		);
		return bad.length === 0 ? [] : [{ path: '', says: `${listed(bad)} is not written out.` }];
	}
};

/** A longer question than this is read with care. */
const VIGNETTE = 60;

const windowDressing: ItemRule = {
	id: 'window-dressing',
	title: 'A scenario that no answer rests on',
	severity: 'warning',
	source: `${NBME}, ${SAQUET}: gratuitous information; more than ${VIGNETTE} words, none of which a rationale takes up`,
	advice: 'Ask about the scenario, or drop it.',
	find({ item, lists }) {
		const scenario = item.scenario ?? '';
		if (words(scenario).length <= VIGNETTE) return [];
		const told = lists.flatMap((list) =>
			list.options.map((one) => `${one.text} ${one.rationale ?? ''}`)
		);
		const used = content([item.stem, item.teaching ?? '', ...told].join(' '));
		if ([...content(scenario)].some((one) => used.has(one))) return [];
		return [
			{
				path: 'scenario',
				says: `The scenario has ${words(scenario).length} words, and no rationale uses any.`
			}
		];
	}
};

export const WORDING = [
	absoluteDistractor,
	absoluteTerm,
	hedgedKey,
	vagueTerm,
	longOption,
	tangledOption,
	doubleNegative,
	pronounStem,
	unknownAcronym,
	windowDressing
] as const satisfies readonly ItemRule[];
