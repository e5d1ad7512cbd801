import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { parseBank } from '$lib/banks/parse';
import { sentence, type Fault } from '$lib/validation/fault';
import { bankOf, itemOf, type Json } from './bank-of.js';

function faultsOf(file: unknown): readonly Fault[] {
	const read = parseBank(file);
	return read.ok ? [] : read.faults;
}
const pathsOf = (file: unknown) => faultsOf(file).map((one) => one.path);

describe('a lawful bank', () => {
	it('with an item of every type is read as it stands', () => {
		const file = bankOf();
		expect(parseBank(file)).toEqual({ ok: true, value: file });
	});
	it('may name its schema for editors', () => {
		expect(faultsOf(bankOf(undefined, { $schema: '../../schema/x.json' }))).toEqual([]);
	});
});

describe('faults', () => {
	const broken = bankOf(
		[
			itemOf({ id: 'Not An Id' }),
			itemOf({ id: 'no-key', key: { choice: 'z' } }),
			itemOf({ id: 'no-rationale', options: [{ id: 'a', text: 'A' }] }),
			{ id: 'strange', type: 'essay' },
			'not an item'
		],
		{ version: '1.0', title: '', extra: true }
	);

	it('are all told at once, in the head and in every item', () => {
		const paths = pathsOf(broken);
		for (const path of [
			'version',
			'title',
			'extra',
			'items[0].id',
			'items[1].key.choice',
			'items[2].options[0].rationale',
			'items[3].type',
			'items[4].type'
		]) {
			expect(paths, path).toContain(path);
		}
	});

	it('say where, what stood there and what was expected', () => {
		const lines = faultsOf(broken).map((one) => sentence(one));
		expect(lines).toContain('version: found "1.0", expected a version such as 1.0.0');
		expect(lines).toContain('title: found "", expected a text that is not empty');
		expect(lines).toContain(
			'extra: found true, expected no such key (it is not part of the format)'
		);
		expect(lines).toContain(
			'items[2].options[0].rationale: found nothing, expected this key (it is required)'
		);
		const keyed = lines.filter((text) => text.startsWith('items[1].key.choice'));
		expect(keyed).toEqual([
			expect.stringContaining('found "z", expected one of "a", "b", "c", "d"')
		]);
		for (const one of faultsOf(broken)) {
			expect(one.expected.length, sentence(one)).toBeGreaterThan(3);
			expect(one.value.length, sentence(one)).toBeGreaterThan(0);
		}
	});

	it('name every key that is not part of the format, not the first alone', () => {
		const item = itemOf({ colour: 'white', size: 2, extra: { deep: [1] } });
		const paths = pathsOf(bankOf([item, itemOf({ id: 'other', hue: 1 })], { one: 1, two: 2 }));
		expect(paths.sort()).toEqual([
			'items[0].colour',
			'items[0].extra',
			'items[0].size',
			'items[1].hue',
			'one',
			'two'
		]);
	});

	it('include keys that objects have by themselves', () => {
		for (const key of ['__proto__', 'constructor', 'toString']) {
			const item: unknown = JSON.parse(
				`${JSON.stringify(itemOf()).slice(0, -1)},"${key}":{"polluted":1}}`
			);
			expect(pathsOf(bankOf([item])), key).toEqual([`items[0].${key}`]);
			expect(({} as Json)['polluted']).toBeUndefined();
		}
	});

	it('of an unknown type name the known ones', () => {
		const [one] = faultsOf(bankOf([{ id: 'x', type: 'essay' }]));
		expect(one?.rule).toBe('type.unknown');
		expect(one?.value).toBe('"essay"');
		expect(one?.expected).toContain('multiple-choice');
	});

	it('show that an id stands twice, and where first', () => {
		const [one, ...rest] = faultsOf(bankOf([itemOf(), itemOf({ id: 'other' }), itemOf()]));
		expect(rest).toEqual([]);
		expect(one).toMatchObject({ path: 'items[2].id', rule: 'id.unique' });
		expect(one?.expected).toContain('items[0]');
	});

	it('show options that share an id', () => {
		const item = itemOf();
		const options = (item['options'] as Json[]).map((option) => ({ ...option, id: 'a' }));
		expect(pathsOf(bankOf([{ ...item, options }]))).toContain('items[0].options[1].id');
	});

	it('refuse a rule or a floor that the type does not know', () => {
		expect(pathsOf(bankOf([itemOf({ rule: '+/-' })]))).toEqual(['items[0].rule']);
		expect(pathsOf(bankOf([itemOf({ floorScope: 'row' })]))).toEqual(['items[0].floorScope']);
	});

	it('cut what stood there when it is long', () => {
		const [one] = faultsOf(bankOf([itemOf({ id: 'X'.repeat(5000) })]));
		expect(one?.value.length).toBeLessThanOrEqual(80);
	});
});

describe('what is no bank', () => {
	it.each([null, undefined, 1, 'text', [], true])('%j is refused as a whole', (file) => {
		const [one, ...rest] = faultsOf(file);
		expect(rest).toEqual([]);
		expect(one).toMatchObject({ path: '' });
		expect(one?.expected).toContain('a bank');
	});
	it('has no items', () => {
		expect(pathsOf(bankOf([]))).toEqual(['items']);
		expect(pathsOf(bankOf(undefined, { items: 'many' }))).toEqual(['items']);
	});
	it('never makes reading throw', () => {
		fc.assert(
			fc.property(
				fc.anything({ withNullPrototype: true, maxDepth: 4 }),
				fc.anything(),
				(items, extra) => {
					expect(() => parseBank(bankOf([items], { extra }))).not.toThrow();
					expect(() => parseBank(items)).not.toThrow();
				}
			),
			{ numRuns: 300 }
		);
	});
	it('reports a damaged field wherever it is', () => {
		const fields = Object.keys(itemOf()).filter(
			(key) => !['scenario', 'teaching', 'step', 'age'].includes(key)
		);
		for (const field of fields) {
			const item = itemOf({ [field]: null });
			expect(pathsOf(bankOf([item])).join(), field).toContain(`items[0].${field}`);
		}
	});
});
