import * as v from 'valibot';
import { idSchema, itemEntries, optionSchema } from '../item-schema.js';

/** Shape of a response, and of the key. */
export const responseSchema = v.strictObject({ choice: v.optional(idSchema) });
export type Response = v.InferOutput<typeof responseSchema>;

export const schema = v.strictObject({
	type: v.literal('multiple-choice'),
	...itemEntries,
	options: v.array(optionSchema),
	key: v.strictObject({ choice: idSchema })
});
export type Item = v.InferOutput<typeof schema>;
