import * as v from 'valibot';
import { blankSchema } from '../blanks.js';
import { itemEntries, textSchema } from '../item-schema.js';
import { picksSchema } from '../picks.js';

/** Shape of a response, and of the key: an option for each blank. */
export const responseSchema = v.strictObject({ blanks: picksSchema });
export type Response = v.InferOutput<typeof responseSchema>;

export const schema = v.strictObject({
	type: v.literal('drop-down-cloze'),
	...itemEntries,
	/** Sentences with `{{b1}}` where the drop-down of blank b1 stands. */
	text: textSchema,
	blanks: v.array(blankSchema),
	key: responseSchema
});
export type Item = v.InferOutput<typeof schema>;
