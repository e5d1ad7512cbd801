// Responses and keys that hold a list of options for each of several groups: the rows of a column, the options of a
// group. `{"g1": ["a", "c"]}` reads as "in group g1, options a and c".
import * as v from 'valibot';
import { fault, type Fault } from '$lib/validation/fault';
import { idSchema } from './item-schema.js';
import { checkKeyList, property, readIds, wrongShape } from './lists.js';
import type { Scorable } from './scoring.js';

type Keys = readonly (string | number)[];

/** The options chosen in each group. */
export type Lists = Readonly<Record<string, readonly string[]>>;
export const listsSchema = v.record(idSchema, v.array(idSchema));

/** A group of options of which any number may be chosen. */
export interface Group {
	readonly id: string;
	readonly label: string;
	readonly options: readonly { readonly id: string; readonly text: string }[];
}

/** What was chosen in a group. Asks for own properties only: "constructor" is a lawful group id. */
export function listOf(lists: Lists, group: string): readonly string[] {
	return Object.hasOwn(lists, group) ? (lists[group] ?? []) : [];
}

/** The lists with one option of one group chosen or left. */
export function withOption(
	lists: Lists,
	group: string,
	option: string,
	chosen: boolean
): Record<string, string[]> {
	const others = listOf(lists, group).filter((id) => id !== option);
	const entries = Object.entries(lists).map(([id, ids]): [string, string[]] => [id, [...ids]]);
	return Object.fromEntries([
		...entries.filter(([id]) => id !== group),
		[group, chosen ? [...others, option] : others]
	]);
}

/** Nothing chosen in any group. */
export function emptyLists(groups: readonly Group[]): Record<string, string[]> {
	return Object.fromEntries(groups.map((group) => [group.id, []]));
}

/** True when no group has anything chosen. */
export function noneChosen(groups: readonly Group[], lists: Lists): boolean {
	return groups.every((group) => listOf(lists, group.id).length === 0);
}

/** True when every group has something chosen. */
export function someInEach(groups: readonly Group[], lists: Lists): boolean {
	return groups.every((group) => listOf(lists, group.id).length > 0);
}

/** Faults of a key that must name at least one option in every group, and no other group. */
export function checkListsKey(
	key: Lists,
	groups: readonly Group[],
	at: Keys,
	source: string
): Fault[] {
	const known = groups.map((group) => group.id);
	const unknown = Object.keys(key).flatMap((id) =>
		known.includes(id)
			? []
			: [fault([...at, id], listOf(key, id), `only ${known.join(', ')}`, 'key.unknown')]
	);
	return [
		...unknown,
		...groups.flatMap((group) => {
			const ids = listOf(key, group.id);
			if (ids.length > 0) return checkKeyList(ids, group.options, [...at, group.id]);
			return [
				fault([...at, group.id], ids, `at least one right option (${source})`, 'key.incomplete')
			];
		})
	];
}

/** Reads `{[name]: {group: [option, …]}}` from outside. What cannot be used is reported and counts as not chosen. */
export function readLists(
	raw: unknown,
	name: string,
	groups: readonly Group[]
): { lists: Record<string, string[]>; faults: Fault[] } {
	const inner = property(raw, name);
	const faults = wrongShape(raw, name);
	if (inner === undefined || inner === null) return { lists: emptyLists(groups), faults };
	if (typeof inner !== 'object' || Array.isArray(inner)) {
		const shape = fault(
			[name],
			inner,
			'an object with a list of option ids for each group',
			'response.shape'
		);
		return { lists: emptyLists(groups), faults: [...faults, shape] };
	}
	const known = groups.map((group) => group.id);
	for (const id of Object.keys(inner)) {
		if (known.includes(id)) continue;
		faults.push(
			fault([name, id], property(inner, id), `only ${known.join(', ')}`, 'response.unknown')
		);
	}
	const entries = groups.map(({ id, options }): [string, string[]] => {
		const read = readIds(property(inner, id), options, [name, id]);
		faults.push(...read.faults);
		return [id, read.ids];
	});
	return { lists: Object.fromEntries(entries), faults };
}

/** One scorable part for each group. */
export function partsOfGroups(groups: readonly Group[], key: Lists, lists: Lists): Scorable[] {
	return groups.map(({ id }) => ({ id, keyed: listOf(key, id), chosen: listOf(lists, id) }));
}

/** The lists in words: "label: option, option; label: option". */
export function describeLists(groups: readonly Group[], lists: Lists): string {
	if (noneChosen(groups, lists)) return 'No answer';
	return groups
		.map(({ id, label, options }) => {
			const chosen = options.filter((option) => listOf(lists, id).includes(option.id));
			const texts = chosen.map((option) => option.text).join(', ');
			return `${label}: ${texts || 'no answer'}`;
		})
		.join('; ');
}
