// What a rule of item writing is, and what it finds.
import type { Bank } from '../bank.js';
import type { Written } from './read.js';

/** `error`: the item cannot stand. `warning`: mend it, or acknowledge it with a reason. `info`: worth a look. */
export const SEVERITIES = ['error', 'warning', 'info'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One place where a rule is broken. */
export interface Flaw {
	/** JSON path within the item, or within the bank for a rule about banks. */
	readonly path: string;
	/** What was found, as a sentence. */
	readonly says: string;
}

interface RuleHead {
	/** Stable: `acknowledged` names it. */
	readonly id: string;
	readonly title: string;
	readonly severity: Severity;
	/** Who says that it is a flaw, in words. */
	readonly source: string;
	/** What the author can do about it, as a sentence. */
	readonly advice: string;
}

/** A rule about one item. */
export interface ItemRule extends RuleHead {
	find(written: Written): Flaw[];
}

/** An item of a bank, read for the rules. */
export interface WrittenBank {
	readonly bank: Bank;
	/** In the order of the bank. */
	readonly items: readonly Written[];
}

/** A flaw of a bank, of one of its items, or (without `bank`) of all banks together. */
export interface BankFlaw extends Flaw {
	/** Index of the bank. */
	readonly bank?: number;
	/** Index of the item within it. */
	readonly item?: number;
}

/** A rule about what stands in several items. */
export interface BankRule extends RuleHead {
	find(banks: readonly WrittenBank[]): BankFlaw[];
}

export type Rule = ItemRule | BankRule;
