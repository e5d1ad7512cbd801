// A bank as a file in the bank format, without what the app adds to its items.
import type { BankHead } from '$lib/banks/catalogue';
import { asWritten } from '$lib/banks/compile';
import type { NumberedItem } from '$lib/banks/read-bank';
import type { BaseItem } from '$lib/items/contract';

interface Options {
	/** What is to be different in the file. */
	readonly head?: (head: BankHead) => BankHead;
	readonly item?: (item: BaseItem) => BaseItem;
	/** An item a line, for many items: indented, a file that could be imported may come out too large to be. */
	readonly compact?: boolean;
}

/** Items joined at a time. */
const PORTION = 1000;
/** Banks of more items are written an item a line. */
export const INDENTED_AT_MOST = 2000;

/** Hands out the items of a bank and gives the rest of it; undefined where there is no such bank. */
type Read = (take: (items: readonly NumberedItem[]) => void) => Promise<BankHead | undefined>;

/** The file of a bank, written some items at a time, so that the page stays alive; undefined where there is no such bank. */
export async function bankFile(
	read: Read,
	{ head: newHead, item: newItem = (item) => item, compact = false }: Options = {}
): Promise<Blob | undefined> {
	const texts: string[] = [];
	const head = await read((items) => {
		for (const [at, item] of items) {
			const own = newItem(asWritten(item));
			texts[at] = compact ? JSON.stringify(own) : indented(own, 2);
		}
	});
	if (head === undefined) return undefined;
	const { cases, ...rest } = newHead?.(head) ?? head;
	const parts = [
		JSON.stringify(rest, null, '\t').slice(0, -2),
		',\n\t"items": [\n\t\t',
		...(await joined(texts, ',\n\t\t')),
		'\n\t]',
		...(cases === undefined ? [] : [`,\n\t"cases": ${indented(cases, 1)}`]),
		'\n}\n'
	];
	return new Blob(parts, { type: 'application/json' });
}

/** The texts as one, in portions between which the page can draw. */
async function joined(texts: readonly string[], between: string): Promise<Blob[]> {
	const portions: Blob[] = [];
	for (let at = 0; at < texts.length; at += PORTION) {
		const portion = texts.slice(at, at + PORTION).join(between);
		portions.push(new Blob([at === 0 ? '' : between, portion]));
		await new Promise((resolve) => setTimeout(resolve));
	}
	return portions;
}

const indented = (value: unknown, depth: number) =>
	JSON.stringify(value, null, '\t').replaceAll('\n', `\n${'\t'.repeat(depth)}`);
