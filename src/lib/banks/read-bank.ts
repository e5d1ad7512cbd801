// Reads a bank of any size from its text: once for its head and its cases, and once more for its items, one by one. Both times
// the text is only passing through.
import type { BaseItem } from '$lib/items/contract';
import { property } from '$lib/items/lists';
import { fault, under, type Fault } from '$lib/validation/fault';
import { parse } from '$lib/validation/parse';
import type { Bank } from './bank.js';
import { canonicalJson, hashName } from './canonical.js';
import { readCases } from './cases.js';
import type { BankHead, HashedItem } from './catalogue.js';
import { compileItems, type CompiledItem } from './compile.js';
import { parseItem } from './parse.js';
import { bankFileSchema } from './schema.js';
import { Splitter } from './split.js';
import { upgrade } from './versions.js';

/** More cases than anybody could choose from, each of which every page lists. */
const MOST_CASES = 300;
/** A file with so many faults is read no further. */
const MOST_FAULTS = 1000;
/** Items checked, and handed on, at a time. */
const BATCH = 200;

/** An item and its index in the file. */
export type NumberedItem = readonly [at: number, item: HashedItem];

/** What reading tells on its way. */
export type Reading =
	/** The head is known and the items are counted. */
	| { readonly kind: 'counted'; readonly items: number }
	/** Sound items, in no order; all of them are sound only if the end says so. */
	| { readonly kind: 'items'; readonly items: readonly NumberedItem[]; readonly read: number }
	| { readonly kind: 'sound'; readonly head: BankHead }
	| { readonly kind: 'faulty'; readonly faults: readonly Fault[] };

export interface BankSource {
	/** The text from its beginning, part by part; called twice. */
	readonly text: () => AsyncIterable<string>;
	readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
	/** Ids that the bank may not have. */
	readonly taken?: ReadonlySet<string>;
}

/** Reads a bank; the last thing told is `sound` or `faulty`. Rejects only when the text cannot be had. */
export async function* readBank({ text, sha256, taken }: BankSource): AsyncGenerator<Reading> {
	const outline = await readOutline(text());
	if ('faults' in outline) {
		yield { kind: 'faulty', faults: outline.faults };
		return;
	}
	yield { kind: 'counted', items: outline.items };
	const items = new ItemReader(outline);
	if (taken?.has(outline.head?.id ?? '') === true) items.faults.push(takenId(outline.head?.id));
	for await (const batch of batchesOf(text())) {
		const sound = items.read(batch);
		const faulty = items.faults.length + outline.headFaults.length > 0;
		yield { kind: 'items', items: faulty ? [] : await hashed(sound, sha256), read: items.count };
		if (items.faults.length >= MOST_FAULTS) break;
	}
	const { faults, ofCases, cases } = items.end();
	const all = [...outline.headFaults, ...faults];
	if (all.length > 0 || outline.head === undefined) {
		yield { kind: 'faulty', faults: all };
		return;
	}
	const head: BankHead = { ...outline.head, ...(cases.length > 0 && { cases }) };
	if (ofCases.length > 0) {
		const compiled = compileItems({ ...head, items: ofCases.map(([, item]) => item) });
		const numbered = compiled.map((item, index) => [ofCases[index]?.[0] ?? 0, item] as const);
		yield { kind: 'items', items: await hashed(numbered, sha256), read: items.count };
	}
	yield { kind: 'sound', head };
}

type Head = Omit<Bank, 'items' | 'cases'>;

interface Outline {
	/** Undefined where it has faults. */
	readonly head: Head | undefined;
	readonly headFaults: readonly Fault[];
	readonly cases: readonly unknown[];
	readonly items: number;
}

const refusal = (value: string, expected: string): Fault => ({
	...fault([], undefined, expected, 'file.json'),
	value
});

const takenId = (id: string | undefined) =>
	fault(['id'], id, 'an id that no bank of Milium itself has', 'id.unique');

async function readOutline(
	text: AsyncIterable<string>
): Promise<Outline | { readonly faults: readonly Fault[] }> {
	const splitter = new Splitter(['items', 'cases']);
	const cases: unknown[] = [];
	const headFaults: Fault[] = [];
	let items = 0;
	for await (const part of text) {
		const elements = splitter.feed(part);
		if ('path' in elements) return { faults: [elements] };
		for (const one of elements) {
			if (one.list === 'items') items += 1;
			else if (cases.length >= MOST_CASES) return { faults: [tooManyCases()] };
			else {
				const read = jsonOf(one.text);
				if ('message' in read) {
					headFaults.push({
						...fault(['cases', one.index], undefined, 'valid JSON', 'file.json'),
						value: read.message
					});
				}
				cases.push('value' in read ? read.value : undefined);
			}
		}
	}
	const read = jsonOf(splitter.end());
	if ('message' in read) return { faults: [refusal(read.message, 'valid JSON')] };
	const upgraded = upgrade(read.value);
	if (!upgraded.ok) return upgraded;
	const head = parse(bankFileSchema, upgraded.value);
	if (!head.ok)
		return { head: undefined, headFaults: [...headFaults, ...head.faults], cases, items };
	const { $schema: _schema, items: _items, cases: _cases, ...rest } = head.value;
	return { head: rest, headFaults, cases, items };
}

const tooManyCases = () =>
	fault(['cases'], MOST_CASES + 1, `at most ${MOST_CASES} case studies in one bank`, 'limit.cases');

function jsonOf(text: string): { readonly value: unknown } | { readonly message: string } {
	try {
		return { value: JSON.parse(text) as unknown };
	} catch (error) {
		return { message: error instanceof Error ? error.message : 'no JSON' };
	}
}

/** The texts of the items, some at a time. */
async function* batchesOf(text: AsyncIterable<string>): AsyncGenerator<readonly string[]> {
	const splitter = new Splitter(['items', 'cases']);
	let batch: string[] = [];
	for await (const part of text) {
		const elements = splitter.feed(part);
		if ('path' in elements) return;
		for (const one of elements) {
			if (one.list !== 'items') continue;
			batch.push(one.text);
			if (batch.length < BATCH) continue;
			yield batch;
			batch = [];
		}
	}
	if (batch.length > 0) yield batch;
}

/** Reads items one after the other, and remembers of each only its id. */
class ItemReader {
	readonly faults: Fault[] = [];
	count = 0;
	#ids = new Map<string, number>();
	#rawCases: readonly unknown[];
	/** Ids of the items that cases ask, and those items as they stand in the file. */
	#asked: ReadonlySet<unknown>;
	#raw: unknown[] = [];
	#ofCases: (readonly [number, BaseItem])[] = [];

	constructor({ cases }: Outline) {
		this.#rawCases = cases;
		const lists = cases.map((one) => property(one, 'items'));
		this.#asked = new Set(lists.flatMap((list): unknown[] => (Array.isArray(list) ? list : [])));
	}

	/** Gives the sound items that no case asks; those of cases are held back until all of them are known. */
	read(texts: readonly string[]): (readonly [number, BaseItem])[] {
		return texts.flatMap((text) => {
			const at = this.count;
			this.count += 1;
			const read = jsonOf(text);
			if ('message' in read) {
				this.faults.push({
					...fault(['items', at], undefined, 'valid JSON', 'file.json'),
					value: read.message
				});
				return [];
			}
			const asked = this.#asked.has(property(read.value, 'id'));
			if (asked) this.#raw[at] = read.value;
			const item = this.#item(read.value, at);
			if (item === undefined) return [];
			if (asked) this.#ofCases.push([at, item]);
			return asked ? [] : [[at, item] as const];
		});
	}

	#item(raw: unknown, at: number): BaseItem | undefined {
		const parsed = parseItem(raw);
		if (!parsed.ok) {
			this.faults.push(...under(`items[${at}]`, parsed.faults));
			return undefined;
		}
		const { id } = parsed.value;
		const first = this.#ids.get(id);
		if (first !== undefined) {
			this.faults.push(
				fault(['items', at, 'id'], id, `an id not used by items[${first}]`, 'id.unique')
			);
		}
		this.#ids.set(id, first ?? at);
		return parsed.value;
	}

	end() {
		const { cases, faults } = readCases(this.#rawCases, this.#raw);
		return { faults: [...this.faults, ...faults], cases, ofCases: this.#ofCases };
	}
}

function hashed(
	items: readonly (readonly [number, CompiledItem])[],
	sha256: BankSource['sha256']
): Promise<NumberedItem[]> {
	return Promise.all(
		items.map(async ([at, item]) => {
			const hash = hashName(await sha256(new TextEncoder().encode(canonicalJson(item))));
			return [at, { ...item, hash }] as const;
		})
	);
}
