// Bow-tie: one condition in the middle, two actions on its left, two parameters to watch on its right. Five slots, one
// point each; a wrong condition does not take the points of the wings.
import type { Fault } from '$lib/validation/fault';
import { defineItemType } from '../contract.js';
import {
	checkKeyList,
	choicesOf,
	countWithin,
	duplicateIds,
	property,
	readId,
	readIds,
	textsOf,
	unknownKey,
	wrongShape
} from '../lists.js';
import { scoreBy, type Scorable } from '../scoring.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

const SOURCE =
	'NCSBN: a bow-tie has five actions, four conditions and five parameters; two, one and two are right';
const WING = 2;

const listOf = (id: string | undefined) => (id === undefined ? [] : [id]);

/** The three parts in the order of the drawing, with what is keyed and chosen in each. */
const partsIn = (item: Item, response: Response) =>
	[
		{ id: 'actions', keyed: item.key.actions, chosen: response.actions },
		{ id: 'condition', keyed: [item.key.condition], chosen: listOf(response.condition) },
		{ id: 'parameters', keyed: item.key.parameters, chosen: response.parameters }
	] as const satisfies readonly Scorable[];

const optionsOf = (item: Item) => [item.actions, item.conditions, item.parameters] as const;
const NAMES = ['Actions to take', 'Condition most likely', 'Parameters to monitor'] as const;

function checkWing(item: Item, name: 'actions' | 'parameters'): Fault[] {
	return [
		...countWithin(item[name], [name], { min: 5, max: 5, what: name, source: SOURCE }),
		...duplicateIds(item[name], [name]),
		...countWithin(item.key[name], ['key', name], {
			min: WING,
			max: WING,
			what: `right ${name}`,
			source: SOURCE
		}),
		...checkKeyList(item.key[name], item[name], ['key', name])
	];
}

export default defineItemType<Item, Response>({
	id: 'bow-tie',
	name: 'Bow-Tie',
	rules: ['0/1', 'all-or-nothing'],
	floorScopes: [],
	instruction: () => 'Choose the condition, 2 actions to take and 2 parameters to monitor.',
	schema,
	check: (item) => [
		...checkWing(item, 'actions'),
		...countWithin(item.conditions, ['conditions'], {
			min: 4,
			max: 4,
			what: 'conditions',
			source: SOURCE
		}),
		...duplicateIds(item.conditions, ['conditions']),
		...unknownKey(item.key.condition, item.conditions, ['key', 'condition']),
		...checkWing(item, 'parameters')
	],
	withoutKey: (item) => withoutKey(item, { key: { condition: '', actions: [], parameters: [] } }),
	emptyResponse: () => ({ actions: [], parameters: [] }),
	key: (item) => item.key,
	isBlank: (item, response) => partsIn(item, response).every(({ chosen }) => chosen.length === 0),
	isComplete: (_item, { condition, actions, parameters }) =>
		condition !== undefined && actions.length === WING && parameters.length === WING,
	readResponse(item, raw) {
		const condition = readId(property(raw, 'condition'), item.conditions, ['condition']);
		const actions = readIds(property(raw, 'actions'), item.actions, ['actions'], WING);
		const parameters = readIds(property(raw, 'parameters'), item.parameters, ['parameters'], WING);
		return {
			response: {
				...(condition.id !== undefined && { condition: condition.id }),
				actions: actions.ids,
				parameters: parameters.ids
			},
			faults: [
				...wrongShape(raw, 'condition', 'actions', 'parameters'),
				...condition.faults,
				...actions.faults,
				...parameters.faults
			]
		};
	},
	score: (item, response) => scoreBy(item.rule ?? '0/1', partsIn(item, response)),
	choices: (item, response) =>
		partsIn(item, response).flatMap(({ id, keyed, chosen }, index) =>
			choicesOf(id, optionsOf(item)[index] ?? [], keyed, chosen, NAMES[index])
		),
	describe(item, response) {
		const [actions, condition, parameters] = partsIn(item, response);
		if (condition.chosen.length + actions.chosen.length + parameters.chosen.length === 0) {
			return 'No answer';
		}
		return [
			`Condition: ${textsOf(item.conditions, condition.chosen)}`,
			`Actions to take: ${textsOf(item.actions, actions.chosen)}`,
			`Parameters to monitor: ${textsOf(item.parameters, parameters.chosen)}`
		].join('. ');
	},
	arrange: (item, shuffle) => ({
		...item,
		conditions: shuffle(item.conditions, 'conditions'),
		actions: shuffle(item.actions, 'actions'),
		parameters: shuffle(item.parameters, 'parameters')
	})
});
