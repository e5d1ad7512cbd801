// Reads a small bank from its text, all at once.
import type { Fault } from '$lib/validation/fault';
import type { Parsed } from '$lib/validation/parse';
import type { CompiledBank, HashedItem } from '$lib/banks/catalogue';
import { readBank, type BankSource } from '$lib/banks/read-bank';

/** Reads the text of a bank file: the bank, or every fault at once. `sha256` hashes bytes. */
export async function readWhole(
	text: string,
	sha256: BankSource['sha256']
): Promise<Parsed<CompiledBank>> {
	const items: HashedItem[] = [];
	let faults: readonly Fault[] = [];
	for await (const told of readBank({ text: () => inParts(text), sha256 })) {
		if (told.kind === 'items') for (const [at, item] of told.items) items[at] = item;
		if (told.kind === 'faulty') ({ faults } = told);
		if (told.kind === 'sound') return { ok: true, value: { ...told.head, items } };
	}
	return { ok: false, faults };
}

/** Characters handed on at a time. */
const PART = 65_536;

async function* inParts(text: string): AsyncGenerator<string> {
	for (let at = 0; at < text.length; at += PART) yield text.slice(at, at + PART);
}
