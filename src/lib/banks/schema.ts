// Bank file format, version 1. Declared once: the types, the validation and the JSON Schema in `questions/schema/` all
// come from here. Frozen once released; a change of shape is a new version with an upgrade in `versions.ts`.
import * as v from 'valibot';
import { CJMM_STEPS } from '$lib/items/contract';
import {
	idSchema,
	itemEntries,
	recordEntryEntries,
	recordSchemaOf,
	textSchema
} from '$lib/items/item-schema';
import { ITEM_TYPES } from '$lib/items/registry';
import { HONEST, isHonest } from '$lib/validation/honest';

export const BANK_FORMAT = 'milium-bank/1';

const SEMVER = /^\d+\.\d+\.\d+$/;

const titleSchema = v.pipe(textSchema, v.maxLength(120, 'at most 120 characters'));

const STEPS = CJMM_STEPS.length;
const STEP_NUMBER = `a whole number from 1 to ${STEPS}: the step with which the entry appears`;

/** An unfolding case study: a record that grows, and six items asked along it. */
export const caseSchema = v.strictObject({
	id: idSchema,
	title: titleSchema,
	/** What a learner reads before choosing it; gives no answer away. */
	summary: textSchema,
	topics: itemEntries.topics,
	age: itemEntries.age,
	tone: itemEntries.tone,
	record: recordSchemaOf({
		...recordEntryEntries,
		from: v.pipe(
			v.number(),
			v.integer(STEP_NUMBER),
			v.minValue(1, STEP_NUMBER),
			v.maxValue(STEPS, STEP_NUMBER)
		)
	}),
	/** Ids of the six items, in the order of the steps. */
	items: v.pipe(
		v.array(idSchema),
		v.length(
			STEPS,
			`exactly ${STEPS} items, one for each step of clinical judgment (NCSBN Clinical Judgment Measurement Model)`
		)
	),
	review: itemEntries.review
});
export type CaseStudy = v.InferOutput<typeof caseSchema>;

const bankHeadEntries = {
	$schema: v.optional(v.string()),
	format: v.literal(BANK_FORMAT),
	id: idSchema,
	version: v.pipe(v.string(), v.regex(SEMVER, 'a version such as 1.0.0')),
	title: titleSchema,
	description: textSchema,
	language: v.pipe(
		v.string(),
		v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en')
	),
	licence: v.pipe(
		v.string(),
		v.minLength(1, 'an SPDX licence name such as CC-BY-4.0'),
		v.check(isHonest, HONEST)
	),
	authors: v.pipe(v.array(textSchema), v.minLength(1, 'at least one author'))
};

/** The bank without its items and cases, which are read one by one so that a fault in one does not hide the others. */
export const bankFileSchema = v.strictObject({
	...bankHeadEntries,
	items: v.pipe(v.array(v.unknown()), v.minLength(1, 'at least one item')),
	cases: v.optional(v.array(v.unknown()))
});

/** The whole file, for the JSON Schema. */
export const bankSchema = v.strictObject({
	...bankHeadEntries,
	items: v.pipe(v.array(v.union(ITEM_TYPES.map((type) => type.schema))), v.minLength(1)),
	cases: v.optional(v.array(caseSchema))
});
