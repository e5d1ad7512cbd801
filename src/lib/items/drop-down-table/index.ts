// Drop-down table: drop-downs in the cells of a table, one point each.
import { checkPlaceholders } from '../blanks.js';
import { defineItemType } from '../contract.js';
import { blankChoices, checkDropDowns } from '../drop-downs.js';
import { countWithin } from '../lists.js';
import { allPicked, checkPicksKey, describePicks, noPicks, partsOf, readPicks } from '../picks.js';
import { scoreBy } from '../scoring.js';
import { checkTable, textOfTable } from '../tables.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

const SOURCE = 'NCSBN, as described by Elsevier: three to five options in each drop-down';

export default defineItemType<Item, Response>({
	id: 'drop-down-table',
	name: 'Drop-Down Table',
	rules: ['0/1', 'all-or-nothing'],
	floorScopes: [],
	instruction: () => 'Complete the table: choose from each list.',
	schema,
	check: (item) => [
		...checkTable(item),
		...countWithin(item.blanks, ['blanks'], {
			min: 1,
			max: 10,
			what: 'drop-downs',
			source: 'Milium: what a small screen can hold'
		}),
		...checkDropDowns(item.blanks, SOURCE),
		...checkPlaceholders(textOfTable(item), item.blanks, ['rows']),
		...checkPicksKey(item.key.blanks, item.blanks, ['key', 'blanks'])
	],
	withoutKey: (item) => withoutKey(item, { key: { blanks: {} } }),
	emptyResponse: () => ({ blanks: {} }),
	key: (item) => item.key,
	isBlank: (item, response) => noPicks(item.blanks, response.blanks),
	isComplete: (item, response) => allPicked(item.blanks, response.blanks),
	readResponse(item, raw) {
		const { picks, faults } = readPicks(raw, 'blanks', item.blanks);
		return { response: { blanks: picks }, faults };
	},
	score: (item, response) =>
		scoreBy(item.rule ?? '0/1', partsOf(item.blanks, item.key.blanks, response.blanks)),
	choices: (item, response) => blankChoices(item.blanks, item.key.blanks, response.blanks),
	describe: (item, response) => describePicks(item.blanks, response.blanks),
	// Rows keep their order: a table is often a time line.
	arrange: (item, shuffle) => ({
		...item,
		blanks: item.blanks.map((blank) => ({
			...blank,
			options: shuffle(blank.options, `blanks.${blank.id}`)
		}))
	})
});
