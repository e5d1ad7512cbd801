import * as v from 'valibot';
import { idSchema, itemEntries, optionSchema, textSchema } from '../item-schema.js';
import { listsSchema } from '../groups.js';

/** Shape of a response, and of the key: the options chosen in each group. */
export const responseSchema = v.strictObject({ groups: listsSchema });
export type Response = v.InferOutput<typeof responseSchema>;

export const schema = v.strictObject({
	type: v.literal('multiple-response-grouping'),
	...itemEntries,
	groups: v.array(
		v.strictObject({ id: idSchema, label: textSchema, options: v.array(optionSchema) })
	),
	key: responseSchema
});
export type Item = v.InferOutput<typeof schema>;
