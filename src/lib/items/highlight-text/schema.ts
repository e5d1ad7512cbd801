import * as v from 'valibot';
import { itemEntries, textSchema } from '../item-schema.js';
import { spanSchema, spansSchema, type Spans } from '../spans.js';

export type Response = Spans;

export const schema = v.strictObject({
	type: v.literal('highlight-text'),
	...itemEntries,
	/** The record to read, with `{{s1}}` where the words of span s1 stand. */
	passage: textSchema,
	spans: v.array(spanSchema),
	key: spansSchema
});
export type Item = v.InferOutput<typeof schema>;
