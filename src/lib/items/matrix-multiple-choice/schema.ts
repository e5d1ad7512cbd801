import * as v from 'valibot';
import { idSchema, itemEntries, optionEntries } from '../item-schema.js';
import { picksSchema } from '../picks.js';

/** Shape of a response, and of the key: a column for each row. */
export const responseSchema = v.strictObject({ rows: picksSchema });
export type Response = v.InferOutput<typeof responseSchema>;

const { id, text, rationale, entity, misconception } = optionEntries;

export const schema = v.strictObject({
	type: v.literal('matrix-multiple-choice'),
	...itemEntries,
	columns: v.array(v.strictObject({ id: idSchema, text, entity })),
	/** The rationale of a row says why its column is right and the others are not. */
	rows: v.array(v.strictObject({ id, text, rationale, entity, misconception })),
	key: responseSchema
});
export type Item = v.InferOutput<typeof schema>;
