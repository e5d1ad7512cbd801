import * as v from 'valibot';
import { blankSchema } from '../blanks.js';
import { idSchema, itemEntries, textSchema } from '../item-schema.js';
import { picksSchema } from '../picks.js';

/** Shape of a response, and of the key: an option for each blank. */
export const responseSchema = v.strictObject({ blanks: picksSchema });
export type Response = v.InferOutput<typeof responseSchema>;

export const schema = v.strictObject({
	type: v.literal('drop-down-rationale'),
	...itemEntries,
	/** One sentence with `{{b1}}` where the drop-down of blank b1 stands. */
	text: textSchema,
	/** Two make a dyad, three a triad. Effects with the same option ids may be given in either order. */
	blanks: v.array(blankSchema),
	/** The blank that holds the cause: without it no effect counts. */
	anchor: idSchema,
	key: responseSchema
});
export type Item = v.InferOutput<typeof schema>;
