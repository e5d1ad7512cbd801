// Reading a bank that somebody brings: what is wrong is said, all of it, and nothing throws.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWhole } from './whole.js';

const sha256 = async (bytes: Uint8Array) =>
	new Uint8Array(createHash('sha256').update(bytes).digest());
const read = (text: string) => readWhole(text, sha256);
const own = readFileSync('questions/banks/diagnosis/bank.json', 'utf8');

describe('readBank', () => {
	test('a bank of ours is read, each item with its hash', async () => {
		const result = await read(own);
		expect(result.ok).toBe(true);
		if (!result.ok) return;
		expect(result.value.id).toBe('diagnosis');
		expect(new Set(result.value.items.map((item) => item.hash)).size).toBe(
			result.value.items.length
		);
		expect(result.value.items.every((item) => /^[\w-]{22}$/.test(item.hash))).toBe(true);
	});

	test.each([
		{ name: 'no JSON', text: '{', path: '' },
		{ name: 'an empty file', text: '', path: '' },
		{ name: 'a list', text: '[]', path: '' },
		{ name: 'another format', text: '{"format":"gift/1"}', path: 'format' },
		{ name: 'a newer format', text: '{"format":"milium-bank/9"}', path: 'format' },
		{ name: 'a bomb of brackets', text: '['.repeat(1_000_000), path: '' }
	])('$name is refused with its place', async ({ text, path }) => {
		const result = await read(text);
		expect(result.ok).toBe(false);
		if (!result.ok) expect(result.faults[0]?.path).toBe(path);
	});

	test('every fault of a file is named at once', async () => {
		const bank = JSON.parse(own) as { items: Record<string, unknown>[] };
		delete bank.items[0]?.['stem'];
		if (bank.items[1] !== undefined) bank.items[1]['type'] = 'essay';
		const result = await read(JSON.stringify(bank));
		expect(result.ok).toBe(false);
		if (result.ok) return;
		expect(result.faults.map((one) => one.path)).toEqual(['items[0].stem', 'items[1].type']);
	});

	test('whatever the text, it is read or refused, and no prototype changes', async () => {
		await fc.assert(
			fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
				const result = await read(text);
				expect(result.ok).toBe(false);
				expect(Object.getOwnPropertyNames({})).toEqual([]);
			})
		);
	});
});
