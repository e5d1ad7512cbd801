// Matrix multiple choice: one column to choose in each row, one point a row.
import { defineItemType, type Choice } from '../contract.js';
import { countWithin, duplicateIds } from '../lists.js';
import {
	allPicked,
	checkPicksKey,
	describePicks,
	noPicks,
	partsOf,
	pickOf,
	readPicks
} from '../picks.js';
import { scoreBy } from '../scoring.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

const SOURCE = 'NCSBN, as described by Elsevier: four to ten rows, two or three columns';

const slotsOf = (item: Item) =>
	item.rows.map((row) => ({ id: row.id, label: row.text, options: item.columns }));

function choicesIn(item: Item, response: Response): Choice[] {
	return item.rows.flatMap((row) =>
		item.columns.map((column): Choice => {
			const keyed = pickOf(item.key.rows, row.id) === column.id;
			return {
				part: row.id,
				partText: row.text,
				option: column.id,
				text: column.text,
				keyed,
				chosen: pickOf(response.rows, row.id) === column.id,
				rationale: row.rationale,
				// A row names what it is about; only the right column says something of it.
				entity: column.entity ?? (keyed ? row.entity : undefined),
				misconception: keyed ? undefined : row.misconception
			};
		})
	);
}

export default defineItemType<Item, Response>({
	id: 'matrix-multiple-choice',
	name: 'Matrix Multiple Choice',
	rules: ['0/1', 'all-or-nothing'],
	floorScopes: [],
	instruction: () => 'Choose one answer in each row.',
	schema,
	check: (item) => [
		...countWithin(item.columns, ['columns'], { min: 2, max: 3, what: 'columns', source: SOURCE }),
		...countWithin(item.rows, ['rows'], { min: 4, max: 10, what: 'rows', source: SOURCE }),
		...duplicateIds(item.columns, ['columns']),
		...duplicateIds(item.rows, ['rows']),
		...checkPicksKey(item.key.rows, slotsOf(item), ['key', 'rows'])
	],
	withoutKey: (item) => withoutKey(item, { key: { rows: {} } }),
	emptyResponse: () => ({ rows: {} }),
	key: (item) => item.key,
	isBlank: (item, response) => noPicks(item.rows, response.rows),
	isComplete: (item, response) => allPicked(item.rows, response.rows),
	readResponse(item, raw) {
		const { picks, faults } = readPicks(raw, 'rows', slotsOf(item));
		return { response: { rows: picks }, faults };
	},
	score: (item, response) =>
		scoreBy(item.rule ?? '0/1', partsOf(item.rows, item.key.rows, response.rows)),
	choices: choicesIn,
	describe: (item, response) => describePicks(slotsOf(item), response.rows),
	// Columns keep their order: they are often a scale.
	arrange: (item, shuffle) => ({ ...item, rows: shuffle(item.rows, 'rows') })
});
