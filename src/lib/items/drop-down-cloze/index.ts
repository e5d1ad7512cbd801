// Drop-down cloze: sentences with a drop-down in each gap, one point a gap.
import { checkPlaceholders } from '../blanks.js';
import { defineItemType } from '../contract.js';
import { blankChoices, checkDropDowns } from '../drop-downs.js';
import { countWithin } from '../lists.js';
import { allPicked, checkPicksKey, describePicks, noPicks, partsOf, readPicks } from '../picks.js';
import { scoreBy } from '../scoring.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

const SOURCE =
	'NCSBN, as described by Elsevier: one to five sentences with a drop-down each, three to five options';

export default defineItemType<Item, Response>({
	id: 'drop-down-cloze',
	name: 'Drop-Down Cloze',
	rules: ['0/1', 'all-or-nothing'],
	floorScopes: [],
	instruction: ({ blanks }) =>
		blanks.length === 1
			? 'Complete the sentence: choose from the list.'
			: 'Complete the sentences: choose from each list.',
	schema,
	check: (item) => [
		...countWithin(item.blanks, ['blanks'], { min: 1, max: 5, what: 'drop-downs', source: SOURCE }),
		...checkDropDowns(item.blanks, SOURCE),
		...checkPlaceholders(item.text, item.blanks, ['text']),
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
	arrange: (item, shuffle) => ({
		...item,
		blanks: item.blanks.map((blank) => ({
			...blank,
			options: shuffle(blank.options, `blanks.${blank.id}`)
		}))
	})
});
