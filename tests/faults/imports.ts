// F9: hostile files at the one import door. Whatever the bytes, the answer is a bank or a list of faults: no exception, no script,
// no changed prototype, no row of a bank that was refused, and an end within seconds.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { readBank } from '../../src/lib/banks/read-bank.js';
import { DEEPEST } from '../../src/lib/banks/split.js';
import { Refused, textOf } from '../../src/lib/intake/unpack.js';
import type { Dice } from './dice.js';
import { hold, type Fault } from './types.js';

/** Files in one trial. */
const BATCH = 200;
const SLOWEST_MS = 10_000;

const SOURCES = ['diagnosis', 'case-studies'].map((id) =>
	readFileSync(`questions/banks/${id}/bank.json`, 'utf8')
);

const sha256 = async (bytes: Uint8Array) =>
	new Uint8Array(createHash('sha256').update(bytes).digest());

/** A bank of a few items, so that many can be read. */
function small(dice: Dice): unknown {
	const bank = JSON.parse(dice.pick(SOURCES)) as {
		items: unknown[];
		cases?: { items: string[] }[];
	};
	if (bank.cases === undefined) {
		const from = dice.below(bank.items.length - 3);
		return { ...bank, items: bank.items.slice(from, from + 3) };
	}
	const one = dice.pick(bank.cases);
	const items = bank.items.filter((item) => one.items.includes((item as { id: string }).id));
	return { ...bank, cases: [one], items };
}

const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

/** Values that have broken readers of JSON before. */
const NASTY: readonly unknown[] = [
	null,
	true,
	-1,
	0,
	1e308,
	-0,
	1.5,
	2 ** 53,
	'',
	' ',
	'\u0000',
	'\ud800',
	'\u202Efdp.exe',
	'__proto__',
	'constructor',
	'<img src=x onerror=alert(1)>',
	'javascript:alert(1)',
	'x'.repeat(10_000),
	[],
	{},
	[[[[]]]],
	{ __proto__: null, toString: 'x', hasOwnProperty: 1 },
	JSON.parse('{"__proto__":{"polluted":1}}'),
	JSON.parse('{"constructor":{"prototype":{"polluted":1}}}')
];

/** A copy: what is changed next may be this very value, and the next file must not depend on it. */
const nasty = (dice: Dice): unknown => structuredClone(dice.pick(NASTY));

type Holder = Record<string, unknown> | unknown[];

/** Every object and list in a value. */
function holders(value: unknown, found: Holder[] = []): Holder[] {
	if (typeof value !== 'object' || value === null) return found;
	found.push(value as Holder);
	for (const one of Object.values(value)) holders(one, found);
	return found;
}

/** Changes a bank in place, somewhere. */
function mutate(bank: unknown, dice: Dice): void {
	const holder = dice.pick(holders(bank));
	const keys = Object.keys(holder);
	const key = keys.length > 0 ? dice.pick(keys) : 'x';
	switch (dice.below(6)) {
		case 0:
			Reflect.set(holder, key, nasty(dice));
			break;
		case 1:
			Reflect.deleteProperty(holder, key);
			break;
		case 2:
			Reflect.set(holder, dice.pick(['id', 'type', 'key', 'unknown', '0']), nasty(dice));
			break;
		case 3: {
			const other = dice.pick(holders(bank));
			Reflect.set(holder, key, structuredClone(other));
			break;
		}
		case 4:
			if (Array.isArray(holder) && holder.length > 0)
				for (let turn = dice.below(40); turn > 0; turn -= 1)
					holder.push(structuredClone(holder[0]));
			break;
		default:
			if (typeof Reflect.get(holder, key) === 'string')
				Reflect.set(
					holder,
					key,
					`${String(Reflect.get(holder, key))}${JSON.stringify(dice.pick(NASTY)) ?? ''}`
				);
	}
}

/** Changes bytes: flips, cuts, repeats, deep nests, keys twice. */
function spoil(text: string, dice: Dice): string {
	const at = dice.below(text.length);
	const to = Math.min(text.length, at + dice.below(60));
	switch (dice.below(7)) {
		case 0:
			return text.slice(0, at);
		case 1:
			return text.slice(0, at) + text.slice(to);
		case 2:
			return text.slice(0, to) + text.slice(at);
		case 3:
			return text.slice(0, at) + String.fromCharCode(dice.below(0x10000)) + text.slice(at + 1);
		case 4:
			return (
				text.slice(0, at) + dice.pick(['"', '{', '}', '[', ']', ',', ':', '\\']) + text.slice(at)
			);
		case 5:
			return text.replace(
				'"items":',
				`"__proto__":{"polluted":1},"deep":${nested(dice.pick([31, 33, 5000]))},"items":`
			);
		default:
			return text.replace('"items":', '"items":[],"items":');
	}
}

/** The same day every day, so that a seed gives the same file. */
const PACKED = '2026-11-22T00:00:00Z';

function pack(text: string, dice: Dice): Uint8Array {
	const bytes = strToU8(text);
	const packed =
		dice.below(10) > 2
			? bytes
			: dice.below(2) === 0
				? gzipSync(bytes)
				: zipSync({ 'bank.json': bytes }, { mtime: PACKED });
	const out = new Uint8Array(packed);
	if (dice.below(3) === 0)
		for (let turn = dice.below(4); turn > 0; turn -= 1)
			out[dice.below(out.length)] = dice.below(256);
	return dice.below(20) === 0 ? out.subarray(0, dice.below(out.length)) : out;
}

/** A file that is a bank, nearly one, or nothing of the kind: the same from the same seed, whatever was made before. */
function hostile(dice: Dice): Uint8Array {
	const bank = small(dice);
	for (let turn = dice.below(4); turn > 0; turn -= 1) mutate(bank, dice);
	let text = JSON.stringify(bank);
	for (let turn = dice.below(3); turn > 0; turn -= 1) text = spoil(text, dice);
	return pack(text, dice);
}

/** Why a file is refused; empty where it is not. */
async function reasons(bytes: Uint8Array): Promise<string> {
	const file = new Blob([new Uint8Array(bytes)]);
	for await (const told of readBank({ text: () => textOf(file), sha256 }))
		if (told.kind === 'faulty') return JSON.stringify(told.faults);
	return '';
}

/** What a file turns out to be: the last thing told. */
async function bring(bytes: Uint8Array): Promise<string> {
	const file = new Blob([new Uint8Array(bytes)]);
	let last = 'nothing';
	try {
		for await (const told of readBank({ text: () => textOf(file), sha256 })) {
			last = told.kind;
			if (told.kind === 'faulty') hold(told.faults.length > 0, 'refused without saying why');
		}
	} catch (error) {
		if (!(error instanceof Refused)) throw error;
		last = 'faulty';
	}
	return last;
}

function untouched(): void {
	hold(Reflect.get({}, 'polluted') === undefined, 'the prototype of objects was changed');
}

export const fuzzedImports: Fault = {
	id: 'F9',
	title: 'fuzzed files at the import door',
	promise: 'P8',
	engine: 'Node',
	quick: 10,
	long: 250,
	prepare: async ({ slack }) => ({
		trial: async (dice) => {
			for (let one = 0; one < BATCH; one += 1) {
				const begun = performance.now();
				const outcome = await bring(hostile(dice));
				hold(outcome === 'sound' || outcome === 'faulty', `file ${one} ended with ${outcome}`);
				untouched();
				const ms = performance.now() - begun;
				hold(ms < slack * SLOWEST_MS, `file ${one} took ${Math.round(ms)} ms`);
			}
			const levels = dice.between(DEEPEST + 1, 5000);
			const deep = JSON.stringify(small(dice)).replace('"items":[', `"items":[${nested(levels)},`);
			hold(
				(await reasons(strToU8(deep))).includes('levels'),
				`${levels} levels of nesting were not refused as such`
			);
			return BATCH + 1;
		},
		close: async () => undefined
	})
};
