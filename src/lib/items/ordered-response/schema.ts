import * as v from 'valibot';
import { idSchema, itemEntries, optionSchema } from '../item-schema.js';

/** Shape of a response, and of the key: the ids of the options, first step first. */
export const responseSchema = v.strictObject({ order: v.array(idSchema) });
export type Response = v.InferOutput<typeof responseSchema>;

export const schema = v.strictObject({
	type: v.literal('ordered-response'),
	...itemEntries,
	/** The steps; the rationale of each says why it stands where it stands. */
	options: v.array(optionSchema),
	key: responseSchema
});
export type Item = v.InferOutput<typeof schema>;
