// Matrix multiple response: any number of rows may belong to a column. Each column is marked by itself, so that
// guessing down one column cannot eat the points of another.
import { defineItemType, type Choice } from '../contract.js';
import {
	checkListsKey,
	describeLists,
	emptyLists,
	listOf,
	noneChosen,
	partsOfGroups,
	readLists,
	someInEach,
	type Lists
} from '../groups.js';
import { countWithin, duplicateIds } from '../lists.js';
import { scoreBy, type Scorable } from '../scoring.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

const SCREEN = 'Milium: what a small screen can hold';

const groupsOf = (item: Item) =>
	item.columns.map((column) => ({ id: column.id, label: column.text, options: item.rows }));

/** The columns in which a row is chosen. */
const columnsWith = (item: Item, lists: Lists, row: string) =>
	item.columns.flatMap(({ id }) => (listOf(lists, id).includes(row) ? [id] : []));

/** A floor per row needs the same cells gathered by row; otherwise the parts are the columns. */
function partsIn(item: Item, response: Response): Scorable[] {
	if (item.floorScope !== 'row') {
		return partsOfGroups(groupsOf(item), item.key.columns, response.columns);
	}
	return item.rows.map(({ id }) => ({
		id,
		keyed: columnsWith(item, item.key.columns, id),
		chosen: columnsWith(item, response.columns, id)
	}));
}

function choicesIn(item: Item, response: Response): Choice[] {
	const byRow = item.floorScope === 'row';
	return item.columns.flatMap((column) =>
		item.rows.map((row): Choice => {
			const keyed = listOf(item.key.columns, column.id).includes(row.id);
			return {
				part: byRow ? row.id : column.id,
				partText: byRow ? row.text : column.text,
				option: byRow ? column.id : row.id,
				text: byRow ? column.text : row.text,
				keyed,
				chosen: listOf(response.columns, column.id).includes(row.id),
				rationale: row.rationale,
				// Of the option alone: the diagnosis of the part is no choice within it.
				entity: byRow ? column.entity : row.entity,
				misconception: keyed ? undefined : row.misconception
			};
		})
	);
}

export default defineItemType<Item, Response>({
	id: 'matrix-multiple-response',
	name: 'Matrix Multiple Response',
	rules: ['+/-', 'all-or-nothing'],
	floorScopes: ['column', 'row', 'item'],
	instruction: () =>
		'In each column, choose every row that applies. A row may belong to more than one column.',
	schema,
	check: (item) => [
		...countWithin(item.columns, ['columns'], { min: 2, max: 5, what: 'columns', source: SCREEN }),
		...countWithin(item.rows, ['rows'], { min: 2, max: 10, what: 'rows', source: SCREEN }),
		...duplicateIds(item.columns, ['columns']),
		...duplicateIds(item.rows, ['rows']),
		...checkListsKey(
			item.key.columns,
			groupsOf(item),
			['key', 'columns'],
			'NCSBN: each column has at least one right answer'
		)
	],
	withoutKey: (item) => withoutKey(item, { key: { columns: {} } }),
	emptyResponse: (item) => ({ columns: emptyLists(groupsOf(item)) }),
	key: (item) => item.key,
	isBlank: (item, response) => noneChosen(groupsOf(item), response.columns),
	isComplete: (item, response) => someInEach(groupsOf(item), response.columns),
	readResponse(item, raw) {
		const { lists, faults } = readLists(raw, 'columns', groupsOf(item));
		return { response: { columns: lists }, faults };
	},
	score: (item, response) =>
		scoreBy(item.rule ?? '+/-', partsIn(item, response), item.floorScope ?? 'column'),
	choices: choicesIn,
	describe: (item, response) => describeLists(groupsOf(item), response.columns),
	// Columns keep their order: they are often a scale.
	arrange: (item, shuffle) => ({ ...item, rows: shuffle(item.rows, 'rows') })
});
