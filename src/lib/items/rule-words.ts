// The scoring rules in words a learner understands, each with whoever says so.
import type { FloorScope, Rule } from './contract.js';

export interface RuleWords {
	readonly name: string;
	/** What it does, in a sentence or two. */
	readonly meaning: string;
	readonly source: string;
}

const NCSBN = 'NCSBN (W. Muntean), “Next Generation NCLEX: Item Types and Scoring”';

export const RULE_WORDS: Readonly<Record<Rule, RuleWords>> = {
	'0/1': {
		name: '0/1 scoring',
		meaning: 'Each right answer earns 1 point; a wrong one earns nothing and costs nothing.',
		source: 'NCSBN, NCLEX help centre, “What are the current scoring models?”'
	},
	'+/-': {
		name: '+/− scoring',
		meaning:
			'Each right choice earns 1 point and each wrong one costs 1, because any number may be chosen. What is left alone counts 0.',
		source: NCSBN
	},
	rationale: {
		name: 'Rationale scoring',
		meaning:
			'A cause and its effects count as linked pairs: without the right cause no effect counts, and the cause alone earns nothing.',
		source: `${NCSBN}. For one cause with two effects no wording of NCSBN’s own was found; the open engines that score it so agree`
	},
	'all-or-nothing': {
		name: 'All-or-nothing scoring',
		meaning: 'Everything right earns 1 point; anything less earns none.',
		source: 'the classic NCLEX rule. No text of NCSBN’s own on it was found'
	}
};

/** Where a sum below 0 is raised to 0, and who says so where that is not the source of the rule. */
export const FLOOR_WORDS: Readonly<
	Record<FloorScope, { readonly meaning: string; readonly source?: string }>
> = {
	item: { meaning: 'A sum below 0 is raised to 0.' },
	column: {
		meaning: 'Each column is added up by itself, and a sum below 0 is raised to 0.',
		source: 'ExamSoft, “How Plus/Minus Scoring Is Calculated for Matrix Questions”'
	},
	row: {
		meaning: 'Each row is added up by itself, and a sum below 0 is raised to 0.',
		source: 'for the rows, the author of this question; NCSBN has not said'
	},
	group: {
		meaning: 'Each group is added up by itself, and a sum below 0 is raised to 0.',
		source: 'for the groups, as ExamSoft does for columns; no text of NCSBN’s own on it was found'
	}
};
