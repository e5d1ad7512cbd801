// Every rule of item writing that a program can judge. A rule: its place in a file of `rules/`, and its two cases in
// `tests/cases/flaws/`.
import type { BankRule, ItemRule, Rule } from './rule.js';
import { BANKS } from './rules/banks.js';
import { CONTENT } from './rules/content.js';
import { CUES } from './rules/cues.js';
import { SETS } from './rules/sets.js';
import { STEMS } from './rules/stems.js';
import { WORDING } from './rules/wording.js';

export const ITEM_RULES: readonly ItemRule[] = [...STEMS, ...CUES, ...SETS, ...WORDING, ...CONTENT];
export const BANK_RULES: readonly BankRule[] = BANKS;

/** About `acknowledged` itself, which no rule of its own can see. */
export const STALE = {
	id: 'stale-acknowledgement',
	title: 'An acknowledged warning that is none',
	severity: 'warning',
	source: 'Milium: an exception that nobody needs hides the next flaw',
	advice: 'Take the entry out of `acknowledged`, or mend the id of the rule.'
} as const satisfies Omit<Rule, 'find'>;

/** Everything about a rule but how it is found. */
export type RuleHead = Omit<Rule, 'find'>;
export const RULES: readonly RuleHead[] = [...ITEM_RULES, ...BANK_RULES, STALE];
