// Multiple response, select all that apply: any number of options may be right, and each wrong one costs a point.
import { fault } from '$lib/validation/fault';
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

export default defineItemType<Item, Response>({
	id: 'multiple-response-sata',
	name: 'Multiple Response: Select All That Apply',
	// Before 2023 the NCLEX gave one point for the whole set or none.
	rules: ['+/-', 'all-or-nothing'],
	floorScopes: ['item'],
	instruction: () => 'Choose all that apply.',
	schema,
	writing: 'select-all',
	check: (item) => [
		...countWithin(item.options, ['options'], {
			min: 5,
			max: 10,
			what: 'options',
			source: 'NCSBN: select all that apply has five to ten options'
		}),
		...duplicateIds(item.options, ['options']),
		...checkKeyList(item.key.choices, item.options, ['key', 'choices']),
		...(item.key.choices.length === 0
			? [fault(['key', 'choices'], [], 'at least one right option', 'key.incomplete')]
			: [])
	],
	withoutKey: (item) => withoutKey(item, { key: { choices: [] } }),
	emptyResponse: () => ({ choices: [] }),
	key: (item) => item.key,
	isBlank: (_item, response) => response.choices.length === 0,
	isComplete: (_item, response) => response.choices.length > 0,
	readResponse(item, raw) {
		const { ids, faults } = readIds(property(raw, 'choices'), item.options, ['choices']);
		return { response: { choices: ids }, faults: [...wrongShape(raw, 'choices'), ...faults] };
	},
	score: (item, response) =>
		scoreBy(
			item.rule ?? '+/-',
			[{ id: 'item', keyed: item.key.choices, chosen: response.choices }],
			item.floorScope ?? 'item'
		),
	choices: (item, response) => choicesOf('item', item.options, item.key.choices, response.choices),
	describe: (item, response) => textsOf(item.options, response.choices),
	arrange: (item, shuffle) => ({ ...item, options: shuffle(item.options, 'options') })
});
