// Highlight table: words in the cells of a table to mark. NCSBN has not said where the floor lies, so it lies under the
// whole item unless the author puts one under each row.
import { defineItemType } from '../contract.js';
import { choicesOf, textsOf } from '../lists.js';
import { scoreBy } from '../scoring.js';
import { checkSpans, readSpans } from '../spans.js';
import { checkTable, placedIn, textOfTable } from '../tables.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

/** The rows that hold spans, each with its own. */
const rowsOf = (item: Item) =>
	item.rows
		.map((row) => {
			const placed = placedIn(row);
			return {
				id: row.id,
				heading: row.cells[0] ?? '',
				spans: item.spans.filter((span) => placed.includes(span.id))
			};
		})
		.filter((row) => row.spans.length > 0);

function partsIn(item: Item, response: Response) {
	return rowsOf(item).map(({ id, spans }) => {
		const here = (ids: readonly string[]) =>
			ids.filter((one) => spans.some((span) => span.id === one));
		return { id, keyed: here(item.key.spans), chosen: here(response.spans) };
	});
}

export default defineItemType<Item, Response>({
	id: 'highlight-table',
	name: 'Highlight Table',
	rules: ['+/-', 'all-or-nothing'],
	floorScopes: ['item', 'row'],
	instruction: () => 'Choose words in the table to highlight them. Choose them again to undo it.',
	schema,
	writing: 'in-place',
	check: (item) => [...checkTable(item), ...checkSpans(item, textOfTable(item), 'rows')],
	withoutKey: (item) => withoutKey(item, { key: { spans: [] } }),
	emptyResponse: () => ({ spans: [] }),
	key: (item) => item.key,
	isBlank: (_item, response) => response.spans.length === 0,
	isComplete: (_item, response) => response.spans.length > 0,
	readResponse: (item, raw) => readSpans(raw, item.spans),
	score: (item, response) =>
		scoreBy(item.rule ?? '+/-', partsIn(item, response), item.floorScope ?? 'item'),
	choices: (item, response) =>
		rowsOf(item).flatMap(({ id, heading, spans }) =>
			choicesOf(id, spans, item.key.spans, response.spans, heading)
		),
	describe: (item, response) => textsOf(item.spans, response.spans),
	// Rows keep their order: a table is often a time line.
	arrange: (item) => item
});
