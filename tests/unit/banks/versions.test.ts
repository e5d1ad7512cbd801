import { describe, expect, it } from 'vitest';
import { parseBank } from '$lib/banks/parse';
import { upgrade } from '$lib/banks/versions';
import { bankOf } from './bank-of.js';

const faultOf = (file: unknown) => {
	const read = parseBank(file);
	return read.ok ? undefined : read.faults[0];
};

describe('format', () => {
	it('of a newer Milium is told as such, and nothing else is complained about', () => {
		const file = { ...bankOf(['from the future']), format: 'milium-bank/2', novelty: true };
		expect(parseBank(file)).toMatchObject({
			ok: false,
			faults: [{ path: 'format', rule: 'format.newer' }]
		});
		expect(faultOf(file)?.expected).toContain('update Milium');
	});
	it.each([
		'milium-bank/0',
		'milium-bank/x',
		'milium-bank/1.5',
		'milium-bank/',
		'other/1',
		1,
		null,
		undefined
	])('%j is not known', (format) => {
		expect(faultOf({ ...bankOf(), format })).toMatchObject({
			path: 'format',
			rule: 'format.unknown'
		});
	});
});

describe('upgrade', () => {
	const steps = new Map<number, (bank: unknown) => unknown>([
		[1, (bank) => ({ ...(bank as object), format: 'milium-bank/2', one: true })],
		[2, (bank) => ({ ...(bank as object), format: 'milium-bank/3', two: true })]
	]);
	it('goes through every version in between', () => {
		expect(upgrade({ format: 'milium-bank/1' }, steps, 3)).toEqual({
			ok: true,
			value: { format: 'milium-bank/3', one: true, two: true }
		});
		expect(upgrade({ format: 'milium-bank/2' }, steps, 3)).toEqual({
			ok: true,
			value: { format: 'milium-bank/3', two: true }
		});
	});
	it('leaves the current version alone', () => {
		const file = { format: 'milium-bank/3' };
		expect(upgrade(file, steps, 3)).toEqual({ ok: true, value: file });
	});
	it('that was forgotten is a bug, not a fault of the file', () => {
		expect(() => upgrade({ format: 'milium-bank/1' }, new Map(), 2)).toThrow('No upgrade');
	});
});
