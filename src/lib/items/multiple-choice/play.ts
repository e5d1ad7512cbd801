// How multiple choice is played and scored, without what checks an item: it comes with the page of the first question.
import type { ItemPlay } from '../contract.js';
import { choicesOf, property, readId, textsOf, wrongShape } from '../lists.js';
import { scoreBy } from '../scoring.js';
import type { Item, Response } from './schema.js';

const listOf = (id: string | undefined) => (id === undefined ? [] : [id]);

export const play: ItemPlay<Item, Response> = {
	id: 'multiple-choice',
	name: 'Multiple Choice',
	rules: ['0/1'],
	floorScopes: [],
	instruction: () => 'Choose one answer.',
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
};
