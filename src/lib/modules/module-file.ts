// A module as a file, `milium-module-file/1`: what is signed, and the questions with it, so that it needs no bank. Each question
// must be the one whose hash was signed, and of a shape that its type accepts.
import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { canonicalJson, hashName } from '$lib/banks/canonical';
import type { HashedItem } from '$lib/banks/catalogue';
import { parseItem, parseKeyless } from '$lib/banks/parse';
import { fromJson, toUtf8 } from './bytes.js';
import { itemsIn, readContent, signatureSchema, type SignedModule } from './format.js';
import { failed, succeeded, type Outcome } from './problems.js';

const MODULE_FILE = 'milium-module-file/1';
/** Larger ones are not looked at, in characters. */
const LONGEST_MODULE_FILE = 20_000_000;

const fileSchema = v.strictObject({
	format: v.literal(MODULE_FILE),
	module: v.strictObject({ content: v.unknown(), signature: signatureSchema }),
	items: v.array(v.looseObject({ hash: v.string() }))
});

/** A module with its questions, in the order of `itemsIn`. */
export interface WholeModule {
	readonly module: SignedModule;
	readonly items: readonly HashedItem[];
}

/** The text of the file. */
export const moduleFileText = ({ module, items }: WholeModule): string =>
	`${JSON.stringify({ format: MODULE_FILE, module, items }, null, '\t')}\n`;

/** Whether a text could be a module as a file. */
export const looksLikeModuleFile = (text: string): boolean => text.trimStart().startsWith('{');

/** Reads a file; the signature has not been looked at yet. */
export function readModuleFile(text: string): Outcome<WholeModule> {
	if (text.length > LONGEST_MODULE_FILE) return failed('module/too-large');
	const raw = fromJson(text);
	const kind: unknown =
		typeof raw === 'object' && raw !== null ? Reflect.get(raw, 'format') : undefined;
	if (typeof kind !== 'string' || !kind.startsWith('milium-module-file/'))
		return failed('module/none');
	if (kind !== MODULE_FILE) return failed('module/newer');
	const file = v.safeParse(fileSchema, raw);
	if (!file.success) return failed('module/damaged');
	const content = readContent(file.output.module.content);
	if (!content.ok) {
		const [first] = content.faults;
		return failed(
			'module/damaged',
			first === undefined ? '' : `${first.path} is not ${first.expected}.`
		);
	}
	const byHash = new Map(file.output.items.map((one) => [one.hash, one] as const));
	const items: HashedItem[] = [];
	for (const ref of itemsIn(content.value)) {
		const item = byHash.get(ref.hash);
		if (item === undefined) return failed('module/items-missing', `It is about: ${ref.item}.`);
		const sound = soundItem(item, content.value.keyless === true ? parseKeyless : parseItem);
		if (sound?.id !== ref.item) return failed('module/changed');
		items.push(sound);
	}
	const { signature } = file.output.module;
	return succeeded({ module: { content: content.value, signature }, items });
}

/** The item, where it is the one that its hash says and its type accepts it, with its key or without. */
function soundItem(
	{ hash, ...item }: { hash: string },
	reads: typeof parseItem
): HashedItem | undefined {
	if (hashName(sha256(toUtf8(canonicalJson(item)))) !== hash) return undefined;
	const { unfolding: _, record, ...own } = item as unknown as HashedItem;
	// What a case study adds is no part of an item as it is written.
	const plain = record?.map((tab) => ({
		...tab,
		entries: tab.entries.map(({ isNew: _new, ...entry }) => entry)
	}));
	const read = reads(plain === undefined ? own : { ...own, record: plain });
	return read.ok ? ({ ...item, hash } as unknown as HashedItem) : undefined;
}
