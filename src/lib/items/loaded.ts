// The item types that have been fetched. The page of the first question brings multiple choice alone; the registry, when it is
// fetched, adds the others.
import type { AnyItemPlay, BaseItem } from './contract.js';
import { play as multipleChoice } from './multiple-choice/play.js';

const byId = new Map<string, AnyItemPlay>([
	// Sound for the reason that `defineItemType` gives.
	[multipleChoice.id, multipleChoice as unknown as AnyItemPlay]
]);

/** Adds fetched types. */
export function addTypes(types: readonly AnyItemPlay[]): void {
	for (const type of types) byId.set(type.id, type);
}

/** The type of an item that is on screen or being scored. Throws for a type that was not fetched first: that is a bug. */
export function itemTypeOf(item: Pick<BaseItem, 'type'>): AnyItemPlay {
	const type = byId.get(item.type);
	if (type === undefined) {
		throw new Error(
			`Item type ${item.type} is not loaded, expected one of ${[...byId.keys()].join(', ')}`
		);
	}
	return type;
}
