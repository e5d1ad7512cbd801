// What an item type is. Every type is one folder whose `index.ts` exports one `ItemType`; everything else in
// Milium (sessions, banks, charts, exchange, cohort) asks this contract and never branches on a concrete type.
import * as v from 'valibot';
import type { Fault } from '$lib/validation/fault';

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
export const DIFFICULTIES = ['easy', 'medium', 'hard'] as const;
export const REVIEW_STATES = ['draft', 'in-review', 'approved'] as const;

export const idSchema = v.pipe(
	v.string(),
	v.regex(
		/^[a-z0-9][a-z0-9-]{0,79}$/,
		'an id of lower-case letters, digits and hyphens, at most 80 characters'
	)
);
/** Text in the Markdown subset; never empty. */
export const textSchema = v.pipe(
	v.string(),
	v.check((text) => text.trim().length > 0, 'a text that is not empty'),
	v.maxLength(4000, 'at most 4000 characters')
);

/** Fields that every option has, whatever the type of its item. */
export const optionEntries = {
	id: idSchema,
	text: textSchema,
	/** Why it is right or why it tempts and is wrong. */
	rationale: textSchema,
	/** The diagnosis that the option names, an id of the differential. */
	entity: v.optional(idSchema),
	/** What a learner who picks this distractor believes. */
	misconception: v.optional(textSchema),
	/** Facts of the evidence ledger behind this option, where they differ from the item's. */
	facts: v.optional(v.array(idSchema)),
	/** Held at its place when options are shuffled. */
	pinned: v.optional(v.boolean())
};
export const optionSchema = v.strictObject(optionEntries);
export type Option = v.InferOutput<typeof optionSchema>;

/** Tabs of a medical record. */
export const RECORD_TABS = ['notes', 'history', 'vitals', 'results'] as const;
export type RecordTabName = (typeof RECORD_TABS)[number];

/** Fields of every entry of a record. */
export const recordEntryEntries = {
	id: idSchema,
	/** When it was written, as the record says it: "08:15", "Day 3". */
	time: v.optional(v.pipe(textSchema, v.maxLength(60, 'at most 60 characters'))),
	text: textSchema
};

/** A record of tabs whose entries have these fields. */
export const recordSchemaOf = <E extends v.ObjectEntries>(entries: E) =>
	v.pipe(
		v.array(
			v.strictObject({
				id: idSchema,
				tab: v.picklist(RECORD_TABS),
				entries: v.pipe(v.array(v.strictObject(entries)), v.minLength(1, 'at least one entry'))
			})
		),
		v.minLength(1, 'at least one tab')
	);
export const recordSchema = recordSchemaOf(recordEntryEntries);
/** What a medical record says: the one of a trend item, or what a case study has shown up to a step. */
export type MedicalRecord = v.InferOutput<typeof recordSchema>;

const reviewSchema = v.strictObject({
	status: v.picklist(REVIEW_STATES),
	by: v.optional(textSchema),
	on: v.optional(v.pipe(v.string(), v.isoDate('a date such as 2026-11-21')))
});

/** Fields that every item has, whatever its type. Spread into the `strictObject` of each type. */
export const itemEntries = {
	id: idSchema,
	version: v.pipe(v.number(), v.integer(), v.minValue(1, 'a whole number from 1')),
	topics: v.pipe(v.array(idSchema), v.minLength(1, 'at least one topic')),
	/** What a learner who answers correctly can do. */
	objective: textSchema,
	/** The clinical situation, before the question. */
	scenario: v.optional(textSchema),
	/** A record over time, which makes a trend item of any type. Items of a case study have the record of their case. */
	record: v.optional(recordSchema),
	/** The question: one clear task. */
	stem: textSchema,
	/** The point to take away, shown with the feedback. */
	teaching: v.optional(textSchema),
	/** The same in words a parent would understand, for items that teach counselling. */
	plainWords: v.optional(textSchema),
	/** Step of the Clinical Judgment Measurement Model. */
	step: v.optional(v.picklist(CJMM_STEPS)),
	level: v.picklist(COGNITIVE_LEVELS),
	difficulty: v.picklist(DIFFICULTIES),
	/** Facts of the evidence ledger that the item tests. */
	facts: v.pipe(v.array(idSchema), v.minLength(1, 'at least one fact of the evidence ledger')),
	rule: v.optional(v.picklist(['0/1', '+/-', 'rationale', 'all-or-nothing'])),
	floorScope: v.optional(v.picklist(['item', 'column', 'row', 'group'])),
	/** Monk Skin Tone shade (1 to 10) of the person shown or described. */
	tone: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
	age: v.optional(v.picklist(['newborn', 'infant', 'child', 'adolescent', 'adult', 'older-adult'])),
	review: reviewSchema,
	/** Item-writing warnings that the author has looked at, each with the reason for leaving it. */
	acknowledged: v.optional(v.array(v.strictObject({ rule: v.string(), reason: textSchema })))
};
const baseItemSchema = v.object({ type: v.string(), ...itemEntries });
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

export interface ItemType<I extends BaseItem = BaseItem, R = unknown> {
	readonly id: I['type'];
	/** NCSBN's name of the type. */
	readonly name: string;
	/** Rules an item of this type may carry; the first is NCSBN's own and the default. */
	readonly rules: readonly [Rule, ...Rule[]];
	/** Default first; empty where no floor can apply. */
	readonly floorScopes: readonly FloorScope[];
	/** One instruction for the learner: what to do with the controls. */
	instruction(item: I): string;
	/** Shape of the item, `type` and key included; the key has the shape of a response. */
	readonly schema: v.GenericSchema<unknown, I>;
	/** What the schema cannot say: the key names options, limits of the type with their source. */
	check(item: I): Fault[];
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
}

/** An item type as the rest of Milium sees it. */
export type AnyItemType = ItemType;

/**
 * Forgets the concrete item and response types of a definition. Sound because the registry hands a definition
 * only items that its own schema accepted (or that were built by it) and responses that it read itself.
 */
export function defineItemType<I extends BaseItem, R>(
	definition: ItemType<I, R>
): AnyItemType & { readonly id: I['type'] } {
	return definition as unknown as AnyItemType & { readonly id: I['type'] };
}
