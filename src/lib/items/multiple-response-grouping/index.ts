// Multiple response, grouping: a table of groups, each a small "select all that apply" that is marked by itself.
import { fault, type Fault } from '$lib/validation/fault';
import { defineItemType } from '../contract.js';
import {
	checkListsKey,
	describeLists,
	emptyLists,
	listOf,
	noneChosen,
	partsOfGroups,
	readLists,
	someInEach
} from '../groups.js';
import { choicesOf, countWithin, duplicateIds } from '../lists.js';
import { scoreBy } from '../scoring.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

const SOURCE =
	'NCSBN, as described by ExamSoft: two to five groups of two to four options, as many in each, at least one right in each';

function checkGroups({ groups }: Item): Fault[] {
	const first = groups[0]?.options.length ?? 0;
	return groups.flatMap(({ options }, index) => {
		const at = ['groups', index, 'options'];
		const uneven = options.length !== first;
		return [
			...countWithin(options, at, { min: 2, max: 4, what: 'options', source: SOURCE }),
			...duplicateIds(options, at),
			...(uneven
				? [
						fault(
							at,
							`${options.length} options`,
							`${first}, as in the first group (${SOURCE})`,
							'limit.even'
						)
					]
				: [])
		];
	});
}

export default defineItemType<Item, Response>({
	id: 'multiple-response-grouping',
	name: 'Multiple Response: Grouping',
	rules: ['+/-', 'all-or-nothing'],
	floorScopes: ['group', 'item'],
	instruction: () => 'In each group, choose all that apply: at least one.',
	schema,
	check: (item) => [
		...countWithin(item.groups, ['groups'], { min: 2, max: 5, what: 'groups', source: SOURCE }),
		...duplicateIds(item.groups, ['groups']),
		...checkGroups(item),
		...checkListsKey(item.key.groups, item.groups, ['key', 'groups'], SOURCE)
	],
	withoutKey: (item) => withoutKey(item, { key: { groups: {} } }),
	emptyResponse: (item) => ({ groups: emptyLists(item.groups) }),
	key: (item) => item.key,
	isBlank: (item, response) => noneChosen(item.groups, response.groups),
	isComplete: (item, response) => someInEach(item.groups, response.groups),
	readResponse(item, raw) {
		const { lists, faults } = readLists(raw, 'groups', item.groups);
		return { response: { groups: lists }, faults };
	},
	score: (item, response) =>
		scoreBy(
			item.rule ?? '+/-',
			partsOfGroups(item.groups, item.key.groups, response.groups),
			item.floorScope ?? 'group'
		),
	choices: (item, response) =>
		item.groups.flatMap(({ id, label, options }) =>
			choicesOf(id, options, listOf(item.key.groups, id), listOf(response.groups, id), label)
		),
	describe: (item, response) => describeLists(item.groups, response.groups),
	arrange: (item, shuffle) => ({
		...item,
		groups: item.groups.map((group) => ({
			...group,
			options: shuffle(group.options, `groups.${group.id}`)
		}))
	})
});
