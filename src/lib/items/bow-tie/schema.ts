import * as v from 'valibot';
import { idSchema, itemEntries, optionSchema } from '../item-schema.js';

const entries = { actions: v.array(idSchema), parameters: v.array(idSchema) };

/** Shape of a response: the condition, two actions and two parameters. */
export const responseSchema = v.strictObject({ condition: v.optional(idSchema), ...entries });
export type Response = v.InferOutput<typeof responseSchema>;

export const schema = v.strictObject({
	type: v.literal('bow-tie'),
	...itemEntries,
	/** What the client is most likely to have: the knot. */
	conditions: v.array(optionSchema),
	/** What to do: the left wing. */
	actions: v.array(optionSchema),
	/** What to watch to see whether it works: the right wing. */
	parameters: v.array(optionSchema),
	key: v.strictObject({ condition: idSchema, ...entries })
});
export type Item = v.InferOutput<typeof schema>;
