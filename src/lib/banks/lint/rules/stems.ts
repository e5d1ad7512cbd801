// What a stem asks, and whether it asks.
import { optionLists } from '../read.js';
import type { Flaw, ItemRule } from '../rule.js';
import { content, leadIn, readingGrade, sentences } from '../words.js';

const NBME = 'NBME item-writing guide';
const SAQUET = 'SAQUET item-writing flaws';

/** Negatives that turn the task round. "At least" and "not only" do not. */
const NEGATIVE = /\b(?:not|except|false|incorrect|untrue)\b|(?<!\bat )\bleast\b/i;
const HARMLESS =
	/\b(?:from (?:the )?most\b.* to (?:the )?least|most or least|not only|whether or not|at least|last but not least)\b/gi;

/** The negative word of the question itself: what stands in a clause of its own, or in quotes, is told and not asked. */
function negativeIn(stem: string): string | undefined {
	const asked = leadIn(stem.replace(/[*_]/g, ''))
		.replace(/[“"][^”"]*[”"]/g, ' ')
		.replace(HARMLESS, ' ')
		.replace(/\b(?:who|because|if|when|although|that) [^,?]*,/gi, ' ');
	return NEGATIVE.exec(asked)?.[0];
}

const marked = (stem: string, word: string) =>
	new RegExp(`\\b${word.toUpperCase()}\\b|\\*\\*${word}\\*\\*`).test(stem);

const negativeStem: ItemRule = {
	id: 'negative-stem',
	title: 'The stem asks for what does not hold',
	severity: 'warning',
	source: `${NBME}, ${SAQUET}: negative stems`,
	advice: 'Ask for what holds, or say in `acknowledged` why the exception is what must be known.',
	find({ item: { stem } }) {
		const word = negativeIn(stem);
		return word === undefined || !marked(stem, word)
			? []
			: [{ path: 'stem', says: `The question says “${word}”.` }];
	}
};

const unmarkedNegative: ItemRule = {
	id: 'unmarked-negative',
	title: 'A negative in the stem that is easily overlooked',
	severity: 'error',
	source: `${NBME}: negative stems; the word must stand out`,
	advice: 'Ask for what holds, or write the word in bold capitals.',
	find({ item: { stem } }) {
		const word = negativeIn(stem);
		return word === undefined || marked(stem, word)
			? []
			: [{ path: 'stem', says: `The question says “${word}” in plain letters.` }];
	}
};

/** What an instruction begins with, after what it may be for. */
const INSTRUCTION =
	/(?:^|,\s|:\s|;\s|\bthen\s|\band\s)(?:please\s)?(?:add|answer|arrange|assign|calculate|choose|click|complete|connect|decide|drag|enter|estimate|fill|finish|give|highlight|identify|indicate|judge|label|mark|match|name|order|pick|place|point|put|rank|round|say|select|show|sort|state|tap|touch|type|work|write)\b/i;

const unfocusedStem: ItemRule = {
	id: 'unfocused-stem',
	title: 'The stem neither asks nor instructs',
	severity: 'warning',
	source: `${NBME}, ${SAQUET}: unfocused stem; LeaRN's warnings`,
	advice: 'End with a question, or begin with what to do: “Choose”, “Put in order”.',
	find: ({ item: { stem } }) =>
		/\?["”)]?\s*$/.test(stem) ||
		sentences(stem).some((one) => INSTRUCTION.test(one) || one.includes('?'))
			? []
			: [{ path: 'stem', says: 'The stem has no question mark and no instruction.' }]
};

const OPEN = /\bwhich (?:one )?of (?:the following|these)\b/i;
const TRUE_FALSE =
	/\b(?:which|what|choose|select)\b.*\b(?:is|are|statements?|sentences?|options?|answers?|claims?)\b.*\b(?:true|false|correct|incorrect|right|wrong|accurate)\b/i;
/** With fewer words of content than this before the options, nothing has been asked. */
const LEAST = 3;

const needsOptions: ItemRule = {
	id: 'needs-options',
	title: 'The stem cannot be answered with the options covered',
	severity: 'warning',
	source: `${NBME}, ${SAQUET}: unfocused stem; “which of the following” or fewer than ${LEAST} words of content`,
	advice:
		'Put the whole question into the stem, so that somebody who knows could answer before reading the options.',
	find({ item: { stem }, before, parts }) {
		const told = content(`${before} ${parts} ${stem.replace(OPEN, ' ')}`).size;
		if (told < LEAST)
			return [
				{ path: 'stem', says: `All that stands before the options has ${told} words of content.` }
			];
		return OPEN.test(stem) && content(stem.replace(OPEN, ' ')).size < 2
			? [{ path: 'stem', says: `“${OPEN.exec(stem)?.[0]}” says nothing of what is asked.` }]
			: [];
	}
};

const trueFalseStem: ItemRule = {
	id: 'true-false-stem',
	title: 'True-or-false statements dressed as a choice',
	severity: 'warning',
	source: `${SAQUET}: true/false item; NBME: avoid true/false formats`,
	advice: 'Ask one question that the options answer.',
	find: (written) => {
		const { stem } = written.item;
		const asked = leadIn(stem).replace(/[“"][^”"]*[”"]/g, ' ');
		if (written.kind !== 'single-best' || !TRUE_FALSE.test(asked)) return [];
		// "Which statement about outlook is correct for this patient?" has a focus; "Which statement is true?" has none.
		return content(asked.replace(/true|false|correct|incorrect|statements?|following/gi, ' '))
			.size >= LEAST
			? []
			: [{ path: 'stem', says: 'The stem asks which statement is right, and not about what.' }];
	}
};

const blankInStem: ItemRule = {
	id: 'blank-in-stem',
	title: 'A gap in the stem',
	severity: 'error',
	source: `${SAQUET}: fill-in-the-blank stem`,
	advice: 'Ask a question, or use one of the cloze types.',
	find: ({ item: { stem } }) =>
		/_{3,}|…|\.{3}/.test(stem) ? [{ path: 'stem', says: 'The stem has a gap to fill.' }] : []
};

/** The age at which upper secondary school ends. */
const HARDEST = 12;
/** Shorter texts give no grade worth the name. */
const SENTENCES = 2;

const hardToRead: ItemRule = {
	id: 'hard-to-read',
	title: 'Scenario and stem are hard to read',
	severity: 'info',
	source: `Reference to reading load in NBME's guide; Flesch-Kincaid grade over ${HARDEST}`,
	advice: 'Shorter sentences test the subject and not the reading.',
	find({ item: { stem, scenario = '' } }) {
		const text = `${scenario} ${stem}`;
		const grade = readingGrade(text);
		if (sentences(text).length < SENTENCES || grade <= HARDEST) return [];
		return [
			{
				path: scenario === '' ? 'stem' : 'scenario',
				says: `The text reads at grade ${grade.toFixed(0)}.`
			}
		];
	}
};

/** Combinations of other options. */
const ALL_OR_NONE =
	/\b(?:all|none|neither|both|any|either|some) of (?:the )?(?:above|these|those|the others?|the options|the answers)\b|\b(?:all|none) of them\b|\ball answers\b/i;
const K_TYPE =
	/^(?:both )?(?:[A-E]|[1-5]|[ivIV]+)(?:\s*(?:,|and|&|\+|or)\s*(?:[A-E]|[1-5]|[ivIV]+))+(?:\s+only)?\.?$/;

const optionRule = (
	head: Omit<ItemRule, 'find'>,
	pattern: RegExp,
	says: (text: string) => string
): ItemRule => ({
	...head,
	find: (written) =>
		optionLists(written).flatMap(({ options }) =>
			options.flatMap(({ text, path }): Flaw[] =>
				pattern.test(text) ? [{ path, says: says(text) }] : []
			)
		)
});

const allOrNone = optionRule(
	{
		id: 'all-or-none',
		title: 'All or none of the above',
		severity: 'error',
		source: `${NBME}, ${SAQUET}`,
		advice: 'Replace the option, or use a type where several options can be right.'
	},
	ALL_OR_NONE,
	(text) => `The option “${text}” refers to the other options.`
);

const combination = optionRule(
	{
		id: 'combination',
		title: 'An option made of other options',
		severity: 'error',
		source: `${SAQUET}: K-type items; ExamEval: combination format`,
		advice: 'Use a type where several options can be right.'
	},
	K_TYPE,
	(text) => `The option “${text}” names other options.`
);

export const STEMS = [
	negativeStem,
	unmarkedNegative,
	unfocusedStem,
	needsOptions,
	trueFalseStem,
	blankInStem,
	hardToRead,
	allOrNone,
	combination
] as const satisfies readonly ItemRule[];
