import * as v from 'valibot';
import { itemEntries, optionEntries, textSchema } from '../item-schema.js';

/** Bounded, since JSON may hold numbers that no number can. */
const number = v.pipe(
	v.number(),
	v.minValue(-1e9, 'from -1000000000'),
	v.maxValue(1e9, 'at most 1000000000')
);

/** Shape of a response: a number, in the unit of the item. */
export const responseSchema = v.strictObject({ value: v.optional(v.number()) });
export type Response = v.InferOutput<typeof responseSchema>;

const { rationale } = optionEntries;

export const schema = v.strictObject({
	type: v.literal('numeric'),
	...itemEntries,
	/** What the number counts, shown after the field: "mm", "weeks". */
	unit: textSchema,
	/** How far from the key still counts as right; 0 unless said otherwise. */
	tolerance: v.optional(v.pipe(number, v.minValue(0, 'a number from 0'))),
	/** Why the keyed number is right. */
	rationale,
	/** Numbers that learners arrive at by a mistake that can be named. */
	errors: v.array(v.strictObject({ value: number, rationale, misconception: textSchema })),
	key: v.strictObject({ value: number })
});
export type Item = v.InferOutput<typeof schema>;
