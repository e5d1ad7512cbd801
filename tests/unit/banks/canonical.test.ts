import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, hashName } from '$lib/banks/canonical';
import { fixtureOf } from '../../fixtures/items/index.js';

const hashOf = (value: unknown) =>
	hashName(createHash('sha256').update(canonicalJson(value)).digest());

describe('canonical JSON', () => {
	it.each([
		[{ b: 1, a: [true, null, 'x'] }, '{"a":[true,null,"x"],"b":1}'],
		[{ a: undefined, b: [undefined] }, '{"b":[null]}'],
		[{ '': 0, '10': 1, '9': 2 }, '{"":0,"10":1,"9":2}'],
		// Code units, not code points and not a locale: é after z, an astral letter before a late one of the first plane.
		[{ é: 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"é":1}'],
		[{ '\uFB33': 1, '\u{1F600}': 2 }, '{"\u{1F600}":2,"\uFB33":1}'],
		['\u2028"\\\n', '"\u2028\\"\\\\\\n"'],
		[-0, '0'],
		[1e21, '1e+21']
	])('of %j', (value, text) => {
		expect(canonicalJson(value)).toBe(text);
	});
	it('says the same as the value it came from', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
			})
		);
	});
	it('does not depend on the order of keys', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
				const reversed = Object.fromEntries(Object.entries(value).reverse());
				expect(canonicalJson(reversed)).toBe(canonicalJson(value));
			})
		);
	});
});

describe('content hash', () => {
	// Attempts keep these names for ever: a change here would orphan every stored item.
	it('of known contents never changes', () => {
		expect(hashOf({})).toBe('RBNvo1WzZ4oRRq0W9-hkng');
		expect(hashOf({ stem: 'Wie heißt das?', n: 2 })).toBe(hashOf({ n: 2, stem: 'Wie heißt das?' }));
	});
	it('is 22 letters that an address may hold', () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				expect(hashOf(value)).toMatch(/^[\w-]{22}$/);
			})
		);
	});
	it('differs when one letter does', () => {
		const item = fixtureOf('multiple-choice');
		expect(hashOf({ ...item, stem: `${item.stem} ` })).not.toBe(hashOf(item));
	});
});
