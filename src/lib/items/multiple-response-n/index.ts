// Multiple response, select N: the item says how many to choose, so a wrong choice only wastes one.
import { fault, type Fault } from '$lib/validation/fault';
import { defineItemType } from '../contract.js';
import {
	checkKeyList,
	choicesOf,
	countWithin,
	duplicateIds,
	property,
	readIds,
	textsOf,
	wrongShape
} from '../lists.js';
import { scoreBy } from '../scoring.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

function checkN(item: Item): Fault[] {
	const { n, options, key } = item;
	if (n < 1 || n >= options.length) {
		return [
			fault(['n'], n, `from 1 to ${options.length - 1}: fewer than there are options`, 'limit.n')
		];
	}
	return countWithin(key.choices, ['key', 'choices'], {
		min: n,
		max: n,
		what: 'right options',
		source: '"n" of the item'
	});
}

export default defineItemType<Item, Response>({
	id: 'multiple-response-n',
	name: 'Multiple Response: Select N',
	// Some programs mark select N like select all that apply, so an author may ask for it.
	rules: ['0/1', '+/-', 'all-or-nothing'],
	floorScopes: ['item'],
	instruction: ({ n }) => (n === 1 ? 'Choose 1 answer.' : `Choose ${n} answers.`),
	schema,
	check: (item) => [
		...countWithin(item.options, ['options'], {
			min: 5,
			max: 10,
			what: 'options',
			source: 'NCSBN: select N has five to ten options'
		}),
		...duplicateIds(item.options, ['options']),
		...checkKeyList(item.key.choices, item.options, ['key', 'choices']),
		...checkN(item)
	],
	withoutKey: (item) => withoutKey(item, { key: { choices: [] } }),
	emptyResponse: () => ({ choices: [] }),
	key: (item) => item.key,
	isBlank: (_item, response) => response.choices.length === 0,
	isComplete: (item, response) => response.choices.length === item.n,
	readResponse(item, raw) {
		const { ids, faults } = readIds(property(raw, 'choices'), item.options, ['choices'], item.n);
		return { response: { choices: ids }, faults: [...wrongShape(raw, 'choices'), ...faults] };
	},
	score: (item, response) =>
		scoreBy(
			item.rule ?? '0/1',
			[{ id: 'item', keyed: item.key.choices, chosen: response.choices }],
			item.floorScope ?? 'item'
		),
	choices: (item, response) => choicesOf('item', item.options, item.key.choices, response.choices),
	describe: (item, response) => textsOf(item.options, response.choices),
	arrange: (item, shuffle) => ({ ...item, options: shuffle(item.options, 'options') })
});
