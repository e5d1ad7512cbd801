// A bank as a file in the bank format, without what the app adds to its items.
import type { BankHead, CompiledBank, HashedItem } from '$lib/banks/catalogue';
import { asWritten } from '$lib/banks/compile';
import type { BankStore } from '$lib/session/store';
import { builtInBank } from '../library.js';

/** The file of a bank, written some items at a time, so that the page stays alive; undefined where there is no such bank. */
export async function bankFile(id: string, store: BankStore): Promise<Blob | undefined> {
	const texts: string[] = [];
	const take = (items: readonly (readonly [at: number, item: HashedItem])[]) => {
		for (const [at, item] of items) texts[at] = indented(asWritten(item), 2);
	};
	const builtIn = await builtInBank(id);
	if (builtIn !== undefined) take(builtIn.items.map((item, at) => [at, item] as const));
	const head = builtIn === undefined ? await store.readBank(id, take) : headOf(builtIn);
	if (head === undefined) return undefined;
	const { cases, ...rest } = head;
	const parts = [
		JSON.stringify(rest, null, '\t').slice(0, -2),
		',\n\t"items": [\n\t\t',
		texts.join(',\n\t\t'),
		'\n\t]',
		...(cases === undefined ? [] : [`,\n\t"cases": ${indented(cases, 1)}`]),
		'\n}\n'
	];
	return new Blob(parts, { type: 'application/json' });
}

const indented = (value: unknown, depth: number) =>
	JSON.stringify(value, null, '\t').replaceAll('\n', `\n${'\t'.repeat(depth)}`);

function headOf({ items: _items, ...head }: CompiledBank): BankHead {
	return head;
}
