import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	addPart,
	fitsParts,
	fromBase45,
	joinParts,
	missingParts,
	splitIntoParts,
	toBase45,
	type Parts
} from '$lib/modules/parts';

const bytesOf = (length: number) =>
	Uint8Array.from({ length }, (_, at) => (at * 31 + (at >> 3)) & 255);

/** What reading these texts in turn gives: the parts, and the code of each refusal. */
function readAll(texts: readonly string[]) {
	let parts: Parts | undefined;
	const refused: string[] = [];
	for (const text of texts) {
		const next = addPart(parts, text);
		if (next.ok) parts = next.value;
		else refused.push(next.problem.code);
	}
	return { parts, refused };
}

describe('base45', () => {
	// RFC 9285, section 4.3 and 4.4.
	it.each([
		['AB', 'BB8'],
		['Hello!!', '%69 VD92EX0'],
		['base-45', 'UJCLQE7W581'],
		['ietf!', 'QED8WEX0']
	])('%s is %s', (text, coded) => {
		const bytes = new TextEncoder().encode(text);
		expect(toBase45(bytes)).toBe(coded);
		expect(fromBase45(coded)).toEqual(Uint8Array.from(bytes));
	});

	it('gives every byte back, and refuses what is none', () => {
		fc.assert(
			fc.property(fc.uint8Array(), (bytes) => {
				expect(fromBase45(toBase45(bytes))).toEqual(bytes);
			})
		);
		for (const none of ['GGW', ':::', 'A', 'ab0', '::']) expect(fromBase45(none)).toBeUndefined();
	});
});

describe('parts', () => {
	it('come back in any order, any number of times', () => {
		const order = fc.array(fc.nat(), { minLength: 0, maxLength: 12 });
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 1, maxLength: 3000 }), order, (bytes, picks) => {
				const texts = splitIntoParts(bytes);
				const again = picks.map((pick) => texts[pick % texts.length] ?? '');
				const { parts, refused } = readAll([...again, ...[...texts].reverse()]);
				expect(refused).toEqual([]);
				expect(parts && joinParts(parts)).toEqual({ ok: true, value: bytes });
			}),
			{ numRuns: 50 }
		);
	});

	it('are of the alphanumeric set, and one where one will do', () => {
		expect(splitIntoParts(bytesOf(600))).toHaveLength(1);
		const texts = splitIntoParts(bytesOf(601));
		expect(texts).toHaveLength(2);
		for (const text of texts)
			expect(text).toMatch(/^MIL1\.[0-9A-F]{8}\.\d\/2\.[0-9A-F]{8}\.[0-9A-Z $%*+\-./:]+$/);
		expect([fitsParts(bytesOf(35_640)), fitsParts(bytesOf(35_641))]).toEqual([true, false]);
	});

	it('say which are missing', () => {
		const texts = splitIntoParts(bytesOf(1500));
		const { parts } = readAll(texts.filter((_, at) => at !== 1 && at !== 3));
		expect(parts && missingParts(parts)).toEqual([2, 4]);
		expect(parts && joinParts(parts)).toMatchObject({
			problem: {
				code: 'parts/missing',
				happened: 'Parts are missing. Still to read: parts 2, 4 of 5.'
			}
		});
	});

	it('are refused where any character was changed or cut off', () => {
		const [text = ''] = splitIntoParts(bytesOf(40));
		for (let at = 0; at < text.length; at += 1) {
			const other = text[at] === '7' ? '8' : '7';
			expect(addPart(undefined, text.slice(0, at) + other + text.slice(at + 1)).ok).toBe(false);
			expect(addPart(undefined, text.slice(0, at)).ok).toBe(false);
		}
	});
});
