// Ordered response: steps to put in order, one point for the whole order.
import { fault, type Fault } from '$lib/validation/fault';
import { defineItemType } from '../contract.js';
import {
	checkKeyList,
	choicesOf,
	countWithin,
	duplicateIds,
	property,
	readIds,
	wrongShape
} from '../lists.js';
import { scoreBy, type Scorable } from '../scoring.js';
import { byText, withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

const listOf = (id: string | undefined) => (id === undefined ? [] : [id]);

/** One part for each position: the step that belongs there and the step that was put there. */
const positionsOf = (item: Item, response: Response): Scorable[] =>
	item.key.order.map((id, index) => ({
		id: `position-${index + 1}`,
		keyed: [id],
		chosen: listOf(response.order[index])
	}));

function checkComplete(item: Item): Fault[] {
	const { order } = item.key;
	const absent = item.options.filter((option) => !order.includes(option.id)).map(({ id }) => id);
	if (absent.length === 0) return [];
	return [
		fault(['key', 'order'], order, `every option, also ${absent.join(', ')}`, 'key.incomplete')
	];
}

export default defineItemType<Item, Response>({
	id: 'ordered-response',
	name: 'Ordered Response',
	rules: ['all-or-nothing'],
	floorScopes: [],
	instruction: () => 'Put the steps in order, the first step at the top.',
	schema,
	check: (item) => [
		...countWithin(item.options, ['options'], {
			min: 4,
			max: 6,
			what: 'steps',
			source: 'NCLEX practice: ordered response has four to six steps'
		}),
		...duplicateIds(item.options, ['options']),
		...checkKeyList(item.key.order, item.options, ['key', 'order']),
		...checkComplete(item)
	],
	// Authors tend to write the steps in their right order.
	withoutKey(item) {
		const bare = withoutKey(item, { key: { order: [] } });
		return { ...bare, options: byText(bare.options) };
	},
	emptyResponse: () => ({ order: [] }),
	key: (item) => item.key,
	isBlank: (_item, response) => response.order.length === 0,
	isComplete: (item, response) => response.order.length === item.options.length,
	readResponse(item, raw) {
		const { ids, faults } = readIds(property(raw, 'order'), item.options, ['order']);
		return { response: { order: ids }, faults: [...wrongShape(raw, 'order'), ...faults] };
	},
	score: (item, response) => scoreBy(item.rule ?? 'all-or-nothing', positionsOf(item, response)),
	choices: (item, response) =>
		positionsOf(item, response).flatMap(({ id, keyed, chosen }, index) =>
			choicesOf(id, item.options, keyed, chosen, `Position ${index + 1}`)
		),
	describe(item, response) {
		if (response.order.length === 0) return 'No answer';
		const textOf = new Map(item.options.map((option) => [option.id, option.text]));
		return response.order.map((id, index) => `${index + 1}. ${textOf.get(id) ?? id}`).join('; ');
	},
	arrange: (item, shuffle) => ({ ...item, options: shuffle(item.options, 'options') })
});
