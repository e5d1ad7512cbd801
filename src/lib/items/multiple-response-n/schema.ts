import * as v from 'valibot';
import { idSchema, itemEntries, optionSchema } from '../item-schema.js';

/** Shape of a response, and of the key. */
export const responseSchema = v.strictObject({ choices: v.array(idSchema) });
export type Response = v.InferOutput<typeof responseSchema>;

export const schema = v.strictObject({
	type: v.literal('multiple-response-n'),
	...itemEntries,
	options: v.array(optionSchema),
	/** How many to choose; the stem says it too. */
	n: v.pipe(v.number(), v.integer('a whole number')),
	key: responseSchema
});
export type Item = v.InferOutput<typeof schema>;
