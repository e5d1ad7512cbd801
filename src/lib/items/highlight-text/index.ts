// Highlight text: words of a record to mark. Any number may be right, so a wrong one costs a point.
import { defineItemType } from '../contract.js';
import { choicesOf, textsOf } from '../lists.js';
import { scoreBy } from '../scoring.js';
import { checkSpans, readSpans } from '../spans.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

export default defineItemType<Item, Response>({
	id: 'highlight-text',
	name: 'Highlight Text',
	rules: ['+/-', 'all-or-nothing'],
	floorScopes: ['item'],
	instruction: () => 'Choose words in the text to highlight them. Choose them again to undo it.',
	schema,
	writing: 'in-place',
	check: (item) => checkSpans(item, item.passage, 'passage'),
	withoutKey: (item) => withoutKey(item, { key: { spans: [] } }),
	emptyResponse: () => ({ spans: [] }),
	key: (item) => item.key,
	isBlank: (_item, response) => response.spans.length === 0,
	isComplete: (_item, response) => response.spans.length > 0,
	readResponse: (item, raw) => readSpans(raw, item.spans),
	score: (item, response) =>
		scoreBy(
			item.rule ?? '+/-',
			[{ id: 'item', keyed: item.key.spans, chosen: response.spans }],
			item.floorScope ?? 'item'
		),
	choices: (item, response) => choicesOf('item', item.spans, item.key.spans, response.spans),
	describe: (item, response) => textsOf(item.spans, response.spans),
	// The order of the words is the order of the text.
	arrange: (item) => item
});
