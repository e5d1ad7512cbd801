import { describe, expect, it } from 'vitest';
import { parseItem } from '$lib/banks/parse';
import { isHonest } from '$lib/validation/honest';
import item from '../../fixtures/items/multiple-choice.json' with { type: 'json' };

const DISHONEST: readonly [string, string][] = [
	['an override of direction', 'invoice\u202Efdp.exe'],
	['an embedding', 'a\u202Ab'],
	['an isolate', 'a\u2066b\u2069'],
	['an invisible space', 'mil\u200Bia'],
	['a byte order mark', '\uFEFFmilia'],
	['a tag, which hides text', 'milia\u{E0041}\u{E0042}'],
	['NUL', 'a\0b'],
	['an escape', '\u001B[31mred'],
	['a C1 control', 'a\u0085b'],
	['a word joiner', 'a\u2060b'],
	['a line separator', 'a\u2028b'],
	['half a surrogate pair', 'a\uD800b']
];
const HONEST = [
	'Milia, 1–2 mm',
	'two\nlines\tand a tab',
	'حبوب الحليب',
	'می\u200Cخواهم',
	'क्\u200Dष',
	'👩\u200D⚕️',
	'naïve – “quoted”',
	'\u200Fעברית'
];

describe('honest texts', () => {
	it.each(DISHONEST)('refuses %s', (_, text) => {
		expect(isHonest(text)).toBe(false);
		const read = parseItem({ ...item, stem: text });
		expect(read.ok ? [] : read.faults.map(({ path }) => path)).toContain('stem');
	});
	it.each(HONEST)('takes %s', (text) => {
		expect(isHonest(text)).toBe(true);
		expect(parseItem({ ...item, stem: text }).ok).toBe(true);
	});
});
