import * as v from 'valibot';
import { itemEntries } from '../item-schema.js';
import { picksSchema } from '../picks.js';
import { tokenEntries } from '../tokens.js';

/** Shape of a response, and of the key: a token for each target. */
export const responseSchema = v.strictObject({ blanks: picksSchema });
export type Response = v.InferOutput<typeof responseSchema>;

export const schema = v.strictObject({
	type: v.literal('drag-and-drop-cloze'),
	...itemEntries,
	...tokenEntries,
	key: responseSchema
});
export type Item = v.InferOutput<typeof schema>;
