import * as v from 'valibot';
import { idSchema, itemEntries, optionSchema } from '../item-schema.js';

/** Shape of a response, and of the key. */
export const responseSchema = v.strictObject({ choices: v.array(idSchema) });
export type Response = v.InferOutput<typeof responseSchema>;

export const schema = v.strictObject({
	type: v.literal('multiple-response-sata'),
	...itemEntries,
	options: v.array(optionSchema),
	key: responseSchema
});
export type Item = v.InferOutput<typeof schema>;
