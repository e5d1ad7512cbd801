// The shape of what every item has, whatever its type. Apart from the contract, so that a page that plays items need not
// carry what validates them.
import * as v from 'valibot';
import { HONEST, isHonest } from '$lib/validation/honest';
import {
	AGES,
	CJMM_STEPS,
	COGNITIVE_LEVELS,
	DIFFICULTIES,
	RECORD_TABS,
	REVIEW_STATES
} from './contract.js';

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
	v.check(isHonest, HONEST),
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

const reviewSchema = v.strictObject({
	status: v.picklist(REVIEW_STATES),
	by: v.optional(textSchema),
	on: v.optional(v.pipe(v.string(), v.isoDate('a date such as 2026-11-21')))
});

const toneSchema = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10));

/** A drawing shown with the question: which one, on which shade of skin, and the seed that decides count, size and place. */
const illustrationSchema = v.strictObject({
	id: idSchema,
	/** Monk Skin Tone shade, the same as the item's. */
	tone: v.picklist([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
	seed: v.pipe(v.number(), v.integer('a whole number')),
	/** Words on the drawing, where it has any. */
	labels: v.optional(v.boolean()),
	/** On a map: the entity whose usual places are marked, an id of the differential. */
	marks: v.optional(idSchema)
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
	tone: v.optional(toneSchema),
	illustration: v.optional(illustrationSchema),
	age: v.optional(v.picklist(AGES)),
	review: reviewSchema,
	/** Item-writing warnings that the author has looked at, each with the reason for leaving it. */
	acknowledged: v.optional(v.array(v.strictObject({ rule: v.string(), reason: textSchema })))
};
export const baseItemSchema = v.object({ type: v.string(), ...itemEntries });
