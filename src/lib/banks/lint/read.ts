// An item as the rules read it: its lists of options with what is keyed, and every text with its path. It asks the item type and
// the shape of the item, and knows no type by name.
import type { BaseItem, Choice, ItemType } from '$lib/items/contract';
import type { CompiledItem } from '../compile.js';
import { itemTypeOf } from '$lib/items/registry';
import { pathOf } from '$lib/validation/fault';
import { plain } from './words.js';

export interface WrittenOption {
	readonly id: string;
	/** Without markup. */
	readonly text: string;
	readonly keyed: boolean;
	readonly rationale?: string | undefined;
	readonly entity?: string | undefined;
	readonly misconception?: string | undefined;
	/** JSON path of its text within the item. */
	readonly path: string;
}

/** Options among which a learner chooses. */
export interface WrittenList {
	/** Id of the part that they belong to. */
	readonly part: string;
	/** True where several parts draw on the same options, so that no option is right or wrong by itself. */
	readonly shared: boolean;
	readonly options: readonly WrittenOption[];
}

/** A text of an item. */
export interface WrittenText {
	readonly path: string;
	/** Name of the property that holds it. */
	readonly name: string;
	readonly text: string;
	/** Ids of the things that it stands in, from the outermost. */
	readonly ids: readonly string[];
}

export interface Written {
	readonly item: BaseItem;
	/** What the type says of its options. */
	readonly kind: ItemType['writing'];
	readonly lists: readonly WrittenList[];
	/** Everything that a person reads. */
	readonly texts: readonly WrittenText[];
	/** Scenario and record, without markup. */
	readonly before: string;
	/** What its parts are called: rows, blanks, groups. */
	readonly parts: string;
}

type Record = CompiledItem['record'];

const entriesOf = (record: Record) =>
	(record ?? []).flatMap((tab) => tab.entries.map((entry) => entry.text));

/** Properties whose values are names for the machine. */
const NAMES = new Set(
	(
		'id type entity rule floorScope step level difficulty status on age topics facts key kind fill illustration media image ' +
		'tab licence acknowledged $schema'
	).split(' ')
);

/** Reads an item that has passed the schema of its type. `record` is what stands beside it, its own or the one of its case. */
export function readItem(item: BaseItem, record: Record = item.record): Written {
	const type = itemTypeOf(item);
	const texts = textsIn(item);
	const choices = type.choices(item, type.emptyResponse(item));
	return {
		item,
		kind: type.writing,
		lists: listsOf(choices, texts),
		texts,
		before: plain([...entriesOf(record), item.scenario ?? ''].join('\n')),
		parts: plain([...new Set(choices.map((one) => one.partText ?? ''))].join('\n'))
	};
}

function textsIn(
	value: unknown,
	keys: readonly (string | number)[] = [],
	ids: readonly string[] = []
): WrittenText[] {
	const name = String(keys.findLast((key) => typeof key === 'string') ?? '');
	if (typeof value === 'string') return [{ path: pathOf(keys), name, text: value, ids }];
	if (Array.isArray(value)) {
		return value.flatMap((one, index) => textsIn(one, [...keys, index], ids));
	}
	if (typeof value !== 'object' || value === null) return [];
	const own: unknown = 'id' in value ? value.id : undefined;
	const within = typeof own === 'string' ? [...ids, own] : ids;
	return Object.entries(value).flatMap(([key, one]) =>
		NAMES.has(key) ? [] : textsIn(one, [...keys, key], within)
	);
}

/** Where an option stands: its text under its own id, in the part that it belongs to where parts have ids. */
function pathTo(part: string, option: string, text: string, texts: readonly WrittenText[]): string {
	const same = texts.filter((one) => one.text === text);
	const own = same.filter(({ ids }) => ids.at(-1) === option);
	const here = own.find(({ ids }) => ids.includes(part)) ?? own[0] ?? same[0];
	return here?.path ?? '';
}

/** The lists in the order of the parts. Parts with the same options share one list, in which any option keyed is keyed. */
function listsOf(choices: readonly Choice[], texts: readonly WrittenText[]): WrittenList[] {
	const lists = new Map<string, { part: string; parts: number; options: WrittenOption[] }>();
	for (const part of new Set(choices.map((choice) => choice.part))) {
		const own = choices.filter((choice) => choice.part === part);
		const options = own.map(({ option, text, keyed, rationale, entity, misconception }) => ({
			...{ id: option, text: plain(text), keyed, rationale, entity, misconception },
			path: pathTo(part, option, text, texts)
		}));
		const name = JSON.stringify(options.map(({ id, text }) => [id, text]).sort());
		const before = lists.get(name);
		if (before === undefined) lists.set(name, { part, parts: 1, options });
		else {
			before.parts += 1;
			const keyed = new Set(options.filter((one) => one.keyed).map(({ id }) => id));
			before.options = before.options.map((one) => ({
				...one,
				keyed: one.keyed || keyed.has(one.id)
			}));
		}
	}
	return [...lists.values()].map(({ part, parts, options }) => ({
		...{ part, options },
		shared: parts > 1
	}));
}

/** A list of which exactly one option is right, with that option and the others. */
export interface SingleList extends WrittenList {
	readonly key: WrittenOption;
	readonly distractors: readonly WrittenOption[];
}

/** The lists of options that are written against one another and of which exactly one is right. */
export function singleLists({ kind, lists }: Written): SingleList[] {
	if (kind === 'in-place' || kind === 'numbers') return [];
	return lists.flatMap((list) => {
		const [key, second] = list.options.filter((option) => option.keyed);
		if (list.shared || key === undefined || second !== undefined || list.options.length < 3)
			return [];
		return [{ ...list, key, distractors: list.options.filter((option) => option !== key) }];
	});
}

/** The lists whose options are written as options, shared ones too; not words of a text and not numbers. */
export function optionLists({ kind, lists }: Written): readonly WrittenList[] {
	return kind === 'in-place' || kind === 'numbers' ? [] : lists;
}
