import * as v from 'valibot';
import { itemEntries } from '../item-schema.js';
import { spanSchema, spansSchema, type Spans } from '../spans.js';
import { tableEntries } from '../tables.js';

export type Response = Spans;

export const schema = v.strictObject({
	type: v.literal('highlight-table'),
	...itemEntries,
	/** A table with `{{s1}}` in a cell where the words of span s1 stand. */
	...tableEntries,
	spans: v.array(spanSchema),
	key: spansSchema
});
export type Item = v.InferOutput<typeof schema>;
