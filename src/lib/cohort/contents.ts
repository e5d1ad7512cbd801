// Items that a results file brings along. They come from outside: a name says nothing, only the hash of what is there.
import { asWritten, type CompiledItem } from '$lib/banks/compile';
import { canonicalJson } from '$lib/banks/canonical';
import { parseItem } from '$lib/banks/parse';
import type { BaseItem } from '$lib/items/contract';
import { under, type Fault } from '$lib/validation/fault';
import type { ResultsFile } from './results.js';

/** The text of each item that a file brings, as it is hashed, in the order of `contents`. */
export function hashedTexts({ contents = [] }: Pick<ResultsFile, 'contents'>): string[] {
	return contents.map(({ hash: _hash, ...item }) => canonicalJson(item));
}

/**
 * The items that a file brings, by content hash. `hashes` are those of `hashedTexts`, in their order: what an item says of its own hash is
 * not believed. Of an item of a case study the record is left out, which no score needs.
 */
export function contentsIn(
	{ contents = [] }: Pick<ResultsFile, 'contents'>,
	hashes: readonly string[]
): { readonly items: ReadonlyMap<string, BaseItem>; readonly faults: readonly Fault[] } {
	const items = new Map<string, BaseItem>();
	const faults: Fault[] = [];
	contents.forEach((raw, index) => {
		const read = parseItem(asWritten({ hash: '', ...raw } as CompiledItem & { hash: string }));
		const hash = hashes[index];
		if (!read.ok) faults.push(...under(`contents[${index}]`, read.faults));
		else if (hash !== undefined) items.set(hash, read.value);
	});
	return { items, faults };
}
