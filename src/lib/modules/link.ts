// A module as a link: who signed what, in as few bytes as will do. Items of the banks that come with Milium are named by the first
// bytes of their hashes; everything else that follows from them is left out and put back by whoever opens the link. The signature is
// over the whole content, so whatever is put back wrongly is found out.
//
// Bytes: 0x11 · signing key 33 · sealing key 33 · signature 64 · length of a code 1 · number of items 2 · codes · packed rest · CRC-32
import { fromBase64url, fromJson, joined, toBase64url } from './bytes.js';
import {
	bytesNumber,
	checked,
	MODULE_WORDS,
	numberBytes,
	packed,
	unpacked,
	withCheck
} from './compact.js';
import { FEEDBACK_PARTS } from './draft.js';
import {
	banksOf,
	itemsIn,
	MODULE_FORMAT,
	readContent,
	SUITE,
	type ModuleContent,
	type ModuleItem,
	type Section,
	type SignedModule
} from './format.js';
import { failed, succeeded, type Outcome } from './problems.js';

/** First byte of a packed module: version 1 of the packing, in suite p256/1. */
const PACKED_MODULE = 0x11;
/** Longer ones are not looked at. */
const LONGEST_LINK = 20_000;
const HEAD = 1 + 33 + 33 + 64 + 1 + 2;
const LEAST_CODE = 3;
const WHOLE_HASH = 16;

/** An item that could be named by its hash: as banks list it. */
export interface KnownItem {
	readonly bank: string;
	readonly id: string;
	readonly hash: string;
}

/** Every field but keys, items and banks: its letter, and the value that is left out. */
const LETTERS = [
	['accommodations', 'u'],
	['app', 'a'],
	['attempts', 'v', 1],
	['closes', 'c'],
	['confidence', 'i', true],
	['counts', 'w', 'best'],
	['due', 'd'],
	['keyless', 'l'],
	['late', 'x', 'accept'],
	['made', 'k'],
	['message', 'm'],
	['mode', 'q', 'exam'],
	['opens', 'j'],
	['options', 'y', 'per-learner'],
	['order', 'o', 'same'],
	['pass', 'p'],
	['revises', 'g'],
	['revision', 'r', 1],
	['seed', 'e'],
	['timeLimitS', 'h'],
	['timeZone', 'z'],
	['title', 't']
] as const satisfies readonly (readonly [keyof ModuleContent, string, unknown?])[];

const USUAL_FEEDBACK = JSON.stringify({ when: 'finished', parts: FEEDBACK_PARTS });

/**
 * The bytes of a link. `known` are the items of the banks that come with Milium. Fails where an item is not among them: then the
 * module goes out as a file.
 */
export function packModule(
	{ content, signature }: SignedModule,
	known: readonly KnownItem[]
): Outcome<Uint8Array> {
	const items = itemsIn(content);
	const listed = new Set(known.map(({ bank, id, hash }) => `${bank}/${id}/${hash}`));
	const foreign = items.filter(({ bank, item, hash }) => !listed.has(`${bank}/${item}/${hash}`));
	if (foreign.length > 0) return failed('module/items-missing', namesOf(foreign));
	const length = codeLength(items, known);
	const codes = items.map(({ hash }) => bytesOf(hash).subarray(0, length));
	const { sign, seal } = content.educator;
	return succeeded(
		withCheck(
			joined(
				Uint8Array.of(PACKED_MODULE),
				...[sign, seal, signature].map(bytesOf),
				Uint8Array.of(length),
				numberBytes(items.length, 2),
				...codes,
				packed(JSON.stringify(shortened(content)), MODULE_WORDS)
			)
		)
	);
}

const bytesOf = (text: string) => fromBase64url(text) ?? new Uint8Array();
const namesOf = (items: readonly ModuleItem[]) =>
	`It is about: ${items
		.slice(0, 3)
		.map((one) => one.item)
		.join(', ')}${items.length > 3 ? ` and ${items.length - 3} more` : ''}.`;

/** As many bytes as tell the items from all others that are known, and never so few that one of another version would fit. */
function codeLength(items: readonly ModuleItem[], known: readonly KnownItem[]): number {
	const wanted = new Set(items.map((one) => one.hash));
	for (let length = LEAST_CODE; length < WHOLE_HASH; length += 1) {
		const codes = new Map<string, string>();
		const clash = known.some(({ hash }) => {
			const code = codeOf(bytesOf(hash), length);
			const other = codes.get(code);
			codes.set(code, hash);
			return other !== undefined && other !== hash && (wanted.has(hash) || wanted.has(other));
		});
		if (!clash) return length;
	}
	return WHOLE_HASH;
}

const codeOf = (hash: Uint8Array, length: number) => toBase64url(hash.subarray(0, length));

function shortened(content: ModuleContent): Record<string, unknown> {
	const short: Record<string, unknown> = {};
	for (const [field, letter, usual] of LETTERS) {
		const value = content[field];
		if (value !== usual) short[letter] = value;
	}
	const { when, parts } = content.feedback;
	if (JSON.stringify({ when, parts }) !== USUAL_FEEDBACK) short['f'] = [when, parts];
	short['n'] = content.educator.name;
	short['b'] = content.banks.map((one) => one.version);
	short['s'] = content.sections.map(({ take = 0, items }) => [
		take,
		items.length,
		...items.flatMap((one, at) => (one.follows === true ? [at] : []))
	]);
	return Object.fromEntries(Object.entries(short).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The module of a link, its signature not looked at yet. `known` are the items of the banks that this device has. */
export function unpackModule(
	bytes: Uint8Array,
	known: readonly KnownItem[]
): Outcome<SignedModule> {
	if (bytes.length > LONGEST_LINK) return failed('module/too-large');
	const [kind = 0] = bytes;
	if (kind !== PACKED_MODULE)
		return failed(kind > PACKED_MODULE && kind < 0x20 ? 'module/newer' : 'module/none');
	const body = checked(bytes);
	if (body === undefined || body.length < HEAD) return failed('module/cut-off');
	const length = body[131] ?? 0;
	const end = HEAD + length * bytesNumber(body.subarray(132, HEAD));
	const short = fromJson(unpacked(body.subarray(end), MODULE_WORDS));
	if (length < LEAST_CODE || length > WHOLE_HASH || !isRecord(short))
		return failed('module/damaged');
	const found = findItems(body.subarray(HEAD, end), length, known);
	if (!found.ok) return found;
	const keys = {
		sign: toBase64url(body.subarray(1, 34)),
		seal: toBase64url(body.subarray(34, 67))
	};
	const read = readContent(lengthened(short, found.value, keys));
	if (!read.ok) return failed('module/damaged');
	return succeeded({ content: read.value, signature: toBase64url(body.subarray(67, 131)) });
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

/** The items that codes name. */
function findItems(
	codes: Uint8Array,
	length: number,
	known: readonly KnownItem[]
): Outcome<ModuleItem[]> {
	const byCode = new Map<string, KnownItem | undefined>();
	for (const one of known) {
		const code = codeOf(bytesOf(one.hash), length);
		const other = byCode.get(code);
		// The same question in two banks is one question; two questions with one code are none.
		if (!byCode.has(code)) byCode.set(code, one);
		else if (other?.hash !== one.hash) byCode.set(code, undefined);
	}
	const count = codes.length / length;
	const found = Array.from({ length: count }, (_, at) =>
		byCode.get(toBase64url(codes.subarray(at * length, (at + 1) * length)))
	);
	const items = found.flatMap((one) =>
		one === undefined ? [] : [{ bank: one.bank, item: one.id, hash: one.hash }]
	);
	const missing = count - items.length;
	if (missing === 0) return succeeded(items);
	return failed('module/questions-differ', `${missing} of its ${count} questions are not here.`);
}

/** The content as it was before it was shortened, as far as what was read allows; `readContent` says whether it is one. */
function lengthened(
	short: Record<string, unknown>,
	items: readonly ModuleItem[],
	keys: { readonly sign: string; readonly seal: string }
): Record<string, unknown> {
	const content: Record<string, unknown> = { format: MODULE_FORMAT, suite: SUITE };
	for (const [field, letter, usual] of LETTERS) {
		const value = short[letter] ?? usual;
		if (value !== undefined) content[field] = value;
	}
	const [when = 'finished', parts = [...FEEDBACK_PARTS]] = listOf(short['f']);
	const versions = listOf(short['b']);
	return {
		...content,
		educator: { name: short['n'], ...keys },
		banks: banksOf(items).map((id, at) => ({ id, version: versions[at] })),
		sections: sectionsOf(listOf(short['s']), items),
		feedback: { when, parts }
	};
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function sectionsOf(lists: readonly unknown[], items: readonly ModuleItem[]): Section[] {
	let from = 0;
	return lists.map((list) => {
		const [take, count, ...follows] = listOf(list).map(Number);
		const own = items.slice(from, from + (count ?? 0)).map((one, at) => ({
			...one,
			...(follows.includes(at) && { follows: true as const })
		}));
		from += own.length;
		return { ...(take !== 0 && { take }), items: own } as Section;
	});
}

/** The text behind the `#` of a link. */
export const linkText = (bytes: Uint8Array): string => toBase64url(bytes);

/** The bytes of what was pasted or opened: a whole address, or what stands behind its `#`. */
export function linkBytes(text: string): Outcome<Uint8Array> {
	const bare = text.trim().replace(/^[^#]*#/, '');
	if (bare.length > LONGEST_LINK) return failed('module/too-large');
	if (!/^[\w-]+$/.test(bare)) return failed('module/none');
	const bytes = fromBase64url(bare);
	// Of four characters a lone last one, or bits that are left over, can only be what a cut has left.
	return bytes === undefined ? failed('module/cut-off') : succeeded(bytes);
}
