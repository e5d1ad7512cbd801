import * as v from 'valibot';
import { idSchema, itemEntries, optionEntries } from '../item-schema.js';
import { listsSchema } from '../groups.js';

/** Shape of a response, and of the key: the rows chosen in each column. */
export const responseSchema = v.strictObject({ columns: listsSchema });
export type Response = v.InferOutput<typeof responseSchema>;

const { id, text, rationale, entity, misconception } = optionEntries;

export const schema = v.strictObject({
	type: v.literal('matrix-multiple-response'),
	...itemEntries,
	columns: v.array(v.strictObject({ id: idSchema, text, entity })),
	/** The rationale of a row says to which columns it belongs, and why to no other. */
	rows: v.array(v.strictObject({ id, text, rationale, entity, misconception })),
	key: responseSchema
});
export type Item = v.InferOutput<typeof schema>;
