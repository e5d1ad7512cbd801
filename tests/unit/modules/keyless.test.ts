// A module without key tells nothing of it, and is taken and scored like any other: held for every item of every bank.
import { readdirSync, readFileSync } from 'node:fs';
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashName } from '$lib/banks/canonical';
import type { HashedItem } from '$lib/banks/catalogue';
import { asWritten, compileItems } from '$lib/banks/compile';
import { parseBank, parseItem, parseKeyless } from '$lib/banks/parse';
import { judge, Seen } from '$lib/cohort/judge';
import type { BaseItem } from '$lib/items/contract';
import { ITEM_TYPES, itemTypeOf } from '$lib/items/registry';
import { itemsIn, moduleId, readContent } from '$lib/modules/format';
import { shownItem, shownSections } from '$lib/modules/keyless';
import { moduleFileText, readModuleFile } from '$lib/modules/module-file';
import { drawPaper } from '$lib/modules/paper';
import { shuffleFor } from '$lib/session/random';
import { fixturesOf } from '../../fixtures/items';
import { idsIn, responses } from '../items/arbitraries';
import { aModule, aReceipt } from './making';

const hashed = (item: BaseItem) =>
	({
		...item,
		hash: hashName(sha256(new TextEncoder().encode(canonicalJson(item))))
	}) as HashedItem;

function bankItems(name: string): HashedItem[] {
	const file = JSON.parse(readFileSync(`questions/banks/${name}/bank.json`, 'utf8')) as unknown;
	const read = parseBank(file);
	if (!read.ok) throw new Error(`${name} cannot be read`);
	return compileItems(read.value).map(hashed);
}
const FIXTURES = ITEM_TYPES.flatMap((type) => fixturesOf(type.id)).map(hashed);
const EVERY: readonly (readonly [string, readonly HashedItem[]])[] = [
	...readdirSync('questions/banks').map((name) => [name, bankItems(name)] as const),
	['fixtures', FIXTURES]
];

/** Every text under one of these names, however deep. */
function textsUnder(names: readonly string[], value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([name, one]: [string, unknown]) =>
		names.includes(name) && typeof one === 'string' ? [one] : textsUnder(names, one)
	);
}
const EXPLAINS = ['rationale', 'misconception', 'teaching', 'plainWords', 'objective'];
const TELLING = ['entity', 'misconception', 'teaching', 'plainWords', 'acknowledged', 'tolerance'];

/** The ids of every list, in their order. */
const orderIn = (item: BaseItem) => idsIn(JSON.parse(canonicalJson({ ...item, id: '' }))).join(' ');

describe.each(EVERY)('%s', (_name, items) => {
	it('holds no item whose explanations or key are in what is shown of it', () => {
		for (const item of items) {
			const shown = shownItem(item);
			const text = JSON.stringify(shown);
			for (const one of textsUnder(EXPLAINS, item))
				expect(text, item.id).not.toContain(JSON.stringify(one).slice(1, -1));
			expect(textsUnder(TELLING, shown), item.id).toEqual([]);
			expect(textsUnder(['rationale'], shown).join(''), item.id).toBe('');
			expect(shown, item.id).toMatchObject({ topics: [], facts: [] });
			const type = itemTypeOf(item);
			expect(idsIn(type.key(shown)), item.id).toEqual([]);
			const [other] = FIXTURES.filter((one) => one.type === item.type);
			// One and the same for all items of the type, whatever their key.
			expect(type.key(shown)).toEqual(type.key(shownItem(other as HashedItem)));
		}
	});

	it('is read back as items without key, and not as whole ones', () => {
		for (const item of items) {
			const written = asWritten(shownItem(item));
			expect(parseKeyless(written), item.id).toEqual({ ok: true, value: written });
			expect(parseItem(written).ok).toBe(false);
			expect(parseKeyless(asWritten(item)).ok).toBe(false);
			expect(shownItem(shownItem(item))).toEqual(shownItem(item));
		}
	});

	it('is asked as it would be with its key', () => {
		for (const item of items) {
			const [type, shown] = [itemTypeOf(item), shownItem(item)];
			const key = type.key(item);
			expect(type.instruction(shown)).toBe(type.instruction(item));
			expect(type.readResponse(shown, key)).toEqual({ response: key, faults: [] });
			expect(type.isComplete(shown, key)).toBe(true);
			expect(type.isBlank(shown, type.emptyResponse(shown))).toBe(true);
			expect(type.describe(shown, key)).toBe(type.describe(item, key));
			const [bare, whole] = [item, shown].map((one) =>
				orderIn(type.arrange(one, shuffleFor(7, one.id)))
			);
			// The order in which steps are written is their key, so it is another one.
			if (item.type !== 'ordered-response') expect(bare, item.id).toBe(whole);
			else expect(bare?.split(' ').sort()).toEqual(whole?.split(' ').sort());
		}
	});
});

describe.each(ITEM_TYPES.map((type) => [type.id, type] as const))('%s', (_id, type) => {
	it.each(fixturesOf(type.id))('does not show which key it has', (item) => {
		const complete = responses(type, item).filter((one) => type.isComplete(item, one));
		fc.assert(
			fc.property(complete, (key) => {
				const rekeyed = { ...item, key } as unknown as BaseItem;
				expect(canonicalJson(type.withoutKey(rekeyed))).toBe(canonicalJson(type.withoutKey(item)));
			}),
			{ numRuns: 100 }
		);
	});

	it.each(fixturesOf(type.id))('reads any response as with its key', (item) => {
		const shown = type.withoutKey(item);
		fc.assert(
			fc.property(responses(type, item), (raw) => {
				expect(type.readResponse(shown, raw)).toEqual(type.readResponse(item, raw));
				expect(type.isComplete(shown, raw)).toBe(type.isComplete(item, raw));
			}),
			{ numRuns: 100 }
		);
	});
});

/** A module without key of all fixtures, with the items as they go out. */
function keylessModule() {
	const shown = FIXTURES.map(shownItem);
	const items = FIXTURES.map(({ id, hash }) => ({ bank: 'own', item: id, hash }));
	const sections = shownSections([{ items: items.slice(0, 3) }, { items: items.slice(3) }], shown);
	return { shown, content: aModule({ sections, keyless: true }) };
}
const signature = 'A'.repeat(86);

describe('a module without key', () => {
	const { shown, content } = keylessModule();
	const fileOf = (items: readonly HashedItem[], told: object = content) =>
		moduleFileText({ module: { content: told as typeof content, signature }, items });

	it('names its items as they are shown, and comes back from its file', () => {
		expect(itemsIn(content).map((one) => one.hash)).toEqual(shown.map((one) => one.hash));
		const read = readModuleFile(fileOf(shown));
		expect(read.ok ? read.value.items : read.problem).toEqual(shown);
	});

	it('is refused with items that hold a key, and so is one with key without it', () => {
		expect(readModuleFile(fileOf(FIXTURES))).toMatchObject({ ok: false });
		const whole = aModule({
			sections: [{ items: FIXTURES.map(({ id, hash }) => ({ bank: 'own', item: id, hash })) }]
		});
		expect(readModuleFile(fileOf(FIXTURES, whole)).ok).toBe(true);
		expect(readModuleFile(fileOf(FIXTURES, { ...whole, keyless: true }))).toMatchObject({
			problem: { code: 'module/changed' }
		});
		const { keyless: _, ...plain } = content;
		expect(readModuleFile(fileOf(shown, plain))).toMatchObject({
			problem: { code: 'module/changed' }
		});
	});

	it.each([
		['a key', { key: { choice: 'a' } }],
		['a key of another shape', { key: 5 }],
		['no key', { key: '' }],
		['an explanation', { teaching: 'Milia are cysts.' }],
		['facts', { facts: ['def-benign-keratin-cyst'] }],
		['a stem that is empty', { stem: '' }],
		['options that are none', { options: '' }]
	])('is refused with %s in an item', (_what, change) => {
		const [item] = shown.filter((one) => one.type === 'multiple-choice');
		const { hash: _hash, ...bare } = item as HashedItem;
		expect(parseKeyless(bare).ok).toBe(true);
		expect(parseKeyless({ ...bare, ...change }).ok).toBe(false);
	});

	it('is never for study', () => {
		expect(readContent(content).ok).toBe(true);
		expect(readContent({ ...content, mode: 'study' })).toMatchObject({
			faults: [{ path: 'mode' }]
		});
	});

	it('gives full points at its import for the right responses', () => {
		const receipt = aReceipt({ module: moduleId(content) });
		const answers = drawPaper(content, receipt.learner.key).items.map(({ place, item }) => {
			const keyed = FIXTURES[place] as HashedItem;
			return { item: place, hash: item.hash, response: itemTypeOf(keyed).key(keyed), s: 9 };
		});
		const known = { id: moduleId(content), content, signature };
		const items = FIXTURES.map((item) => ({ bank: 'own', item }));
		const verdict = judge(
			{ ...receipt, answers },
			{
				modules: new Map([[known.id, { ...known, items }]]),
				...{ seen: new Seen(), accept: false, now: Date.UTC(2026, 11, 1) }
			}
		);
		expect(verdict.ok).toBe(true);
		for (const { item, points } of verdict.ok ? verdict.value.marks : []) {
			const keyed = FIXTURES[item] as HashedItem;
			const type = itemTypeOf(keyed);
			expect(points).toBe(type.score(keyed, type.key(keyed)).max);
		}
	});
});
