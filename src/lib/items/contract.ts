// What an item type is. Every type is one folder whose `index.ts` exports one `ItemType`; everything else in
// Milium (sessions, banks, charts, cohort) asks this contract and never branches on a concrete type.
import type * as v from 'valibot';
import type { Fault } from '$lib/validation/fault';
import type { baseItemSchema, optionSchema, recordSchema } from './item-schema.js';

/** NCSBN scoring rules. `all-or-nothing` is the classic one-point rule (ordered response, numeric). */
export type Rule = '0/1' | '+/-' | 'rationale' | 'all-or-nothing';
/** Where a negative sum is raised to zero under `+/-`. */
export type FloorScope = 'item' | 'column' | 'row' | 'group';

export const CJMM_STEPS = [
	'recognize-cues',
	'analyze-cues',
	'prioritize-hypotheses',
	'generate-solutions',
	'take-action',
	'evaluate-outcomes'
] as const;
export type CjmmStep = (typeof CJMM_STEPS)[number];

/** Names of the six steps of the NCSBN Clinical Judgment Measurement Model, in full. */
export const CJMM_STEP_NAMES: Readonly<Record<CjmmStep, string>> = {
	'recognize-cues': 'Recognize Cues',
	'analyze-cues': 'Analyze Cues',
	'prioritize-hypotheses': 'Prioritize Hypotheses',
	'generate-solutions': 'Generate Solutions',
	'take-action': 'Take Action',
	'evaluate-outcomes': 'Evaluate Outcomes'
};

export const COGNITIVE_LEVELS = ['remember', 'understand', 'apply', 'analyze'] as const;
/** Ages of the person that an item is about. */
export const AGES = ['newborn', 'infant', 'child', 'adolescent', 'adult', 'older-adult'] as const;
export const AGE_NAMES: Readonly<Record<(typeof AGES)[number], string>> = {
	newborn: 'Newborn',
	infant: 'Infant',
	child: 'Child',
	adolescent: 'Adolescent',
	adult: 'Adult',
	'older-adult': 'Older adult'
};
export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export const REVIEW_STATES = ['draft', 'in-review', 'approved'] as const;

/** Tabs of a medical record. */
export const RECORD_TABS = ['notes', 'history', 'vitals', 'results'] as const;
export type RecordTabName = (typeof RECORD_TABS)[number];

export type Option = v.InferOutput<typeof optionSchema>;
/** What a medical record says: the one of a trend item, or what a case study has shown up to a step. */
export type MedicalRecord = v.InferOutput<typeof recordSchema>;
/** What everything outside an item type's own folder knows of an item. */
export type BaseItem = v.InferOutput<typeof baseItemSchema>;

/** One thing a learner could pick, with whether it was picked and whether it is keyed. */
export interface Choice {
	/** The row, blank, group, column or slot it belongs to; `item` where there is but one list. */
	readonly part: string;
	/** What that part is called; absent where there is but one list. */
	readonly partText?: string | undefined;
	readonly option: string;
	readonly text: string;
	/** Undefined in an item that carries no key. */
	readonly keyed: boolean;
	readonly chosen: boolean;
	readonly rationale?: string | undefined;
	readonly entity?: string | undefined;
	readonly misconception?: string | undefined;
}

/** The mark that one choice earned: +1, -1 or 0, for the score ledger. */
export interface Mark {
	readonly option: string;
	readonly mark: 1 | 0 | -1;
}
export interface PartScore {
	readonly id: string;
	readonly points: number;
	readonly max: number;
	readonly marks: readonly Mark[];
	/** True where the sum of the marks was negative and raised to zero. */
	readonly floored: boolean;
}
export interface Score {
	readonly points: number;
	/** Always at least 1. */
	readonly max: number;
	readonly rule: Rule;
	readonly floorScope?: FloorScope | undefined;
	/** True where the floor was applied to the whole item. */
	readonly floored: boolean;
	readonly parts: readonly PartScore[];
}

/** A response as read from outside: what could be used, and a report on what could not. */
export interface ReadResponse<R> {
	readonly response: R;
	readonly faults: readonly Fault[];
}

/** Puts a list in the order of this attempt, leaving pinned entries where they are. */
export type Shuffle = <T extends { readonly id: string; readonly pinned?: boolean | undefined }>(
	list: readonly T[],
	name: string
) => T[];

/** What playing an item takes. */
export interface ItemPlay<I extends BaseItem = BaseItem, R = unknown> {
	readonly id: I['type'];
	/** NCSBN's name of the type. */
	readonly name: string;
	/** Rules an item of this type may carry; the first is NCSBN's own and the default. */
	readonly rules: readonly [Rule, ...Rule[]];
	/** Default first; empty where no floor can apply. */
	readonly floorScopes: readonly FloorScope[];
	/** One instruction for the learner: what to do with the controls. */
	instruction(item: I): string;
	emptyResponse(item: I): R;
	/** The response that earns full points. */
	key(item: I): R;
	/** True when nothing at all has been chosen. */
	isBlank(item: I, response: R): boolean;
	/** True when the response may be checked. */
	isComplete(item: I, response: R): boolean;
	/**
	 * Reads a response of unknown origin. What names no option, or is too much, counts as not chosen and is
	 * reported; a wrong shape gives the empty response. Never throws.
	 */
	readResponse(item: I, raw: unknown): ReadResponse<R>;
	/** 0 ≤ points ≤ max; a blank response gives 0, the key gives max. */
	score(item: I, response: R): Score;
	/** Every option of the item: what feedback, item analysis and the confusion map are made from. */
	choices(item: I, response: R): Choice[];
	/** The response in words, for results, print and screen readers. */
	describe(item: I, response: R): string;
	/** The item with its lists in the order of an attempt. */
	arrange(item: I, shuffle: Shuffle): I;
	/** True where the view draws the item's illustration itself; elsewhere it stands above the stem. */
	readonly drawsIllustration?: true;
}

/** A whole item type: how it is played, and what its items must be like. */
export interface ItemType<I extends BaseItem = BaseItem, R = unknown> extends ItemPlay<I, R> {
	/** Shape of the item, `type` and key included; the key has the shape of a response. */
	readonly schema: v.GenericSchema<unknown, I>;
	/** What the schema cannot say: the key names options, limits of the type with their source. */
	check(item: I): Fault[];
	/**
	 * The item as a learner is shown it, with nothing that tells the answer: an empty key in the shape of its type, no rationale, no
	 * misconception, no diagnosis (`without-key.ts` does most of it). It can be answered but not scored; a response to it is read and
	 * scored by the whole item. Items that differ only in their key become equal, and one without key stays as it is.
	 */
	withoutKey(item: I): I;
	/**
	 * What its options are, where it is more or other than lists of options of which some are right: the classic form with one
	 * best answer, all that apply, words of a text or places of a picture, numbers. The rules of item writing (`banks/lint`) ask it.
	 */
	readonly writing?: 'single-best' | 'select-all' | 'in-place' | 'numbers';
	/** Places that the item names on its illustration, where its type has such; each must be a region of the drawing. */
	places?(item: I): readonly { readonly id: string; readonly shape: unknown }[];
}

/** An item type as the rest of Milium sees it. */
export type AnyItemType = ItemType;
/** The playing part of one. */
export type AnyItemPlay = ItemPlay;

/**
 * Forgets the concrete item and response types of a definition. Sound because the registry hands a definition
 * only items that its own schema accepted (or that were built by it) and responses that it read itself.
 */
export function defineItemType<I extends BaseItem, R>(
	definition: ItemType<I, R>
): AnyItemType & { readonly id: I['type'] } {
	return definition as unknown as AnyItemType & { readonly id: I['type'] };
}
