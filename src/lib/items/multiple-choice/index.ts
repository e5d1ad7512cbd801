// Multiple choice, single best answer: four options, one keyed, one point.
import { defineItemType } from '../contract.js';
import {
	choicesOf,
	countWithin,
	duplicateIds,
	property,
	readId,
	textsOf,
	unknownKey,
	wrongShape
} from '../lists.js';
import { scoreBy } from '../scoring.js';
import { schema, type Item, type Response } from './schema.js';

const listOf = (id: string | undefined) => (id === undefined ? [] : [id]);

export default defineItemType<Item, Response>({
	id: 'multiple-choice',
	name: 'Multiple Choice',
	rules: ['0/1'],
	floorScopes: [],
	instruction: () => 'Choose one answer.',
	schema,
	check: (item) => [
		...countWithin(item.options, ['options'], {
			min: 3,
			max: 5,
			what: 'options',
			source: 'NBME item-writing guide; NCLEX uses four'
		}),
		...duplicateIds(item.options, ['options']),
		...unknownKey(item.key.choice, item.options, ['key', 'choice'])
	],
	emptyResponse: () => ({}),
	key: (item) => item.key,
	isBlank: (_item, response) => response.choice === undefined,
	isComplete: (_item, response) => response.choice !== undefined,
	readResponse(item, raw) {
		const { id, faults } = readId(property(raw, 'choice'), item.options, ['choice']);
		return {
			response: id === undefined ? {} : { choice: id },
			faults: [...wrongShape(raw, 'choice'), ...faults]
		};
	},
	score: (item, response) =>
		scoreBy('0/1', [{ id: 'item', keyed: [item.key.choice], chosen: listOf(response.choice) }]),
	choices: (item, response) =>
		choicesOf('item', item.options, [item.key.choice], listOf(response.choice)),
	describe: (item, response) => textsOf(item.options, listOf(response.choice)),
	arrange: (item, shuffle) => ({ ...item, options: shuffle(item.options, 'options') })
});
