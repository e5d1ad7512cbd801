import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, randomWords } from '$lib/modules/fingerprint';
import { PROBLEM_CODES, problem } from '$lib/modules/problems';
import { WORDS } from '$lib/modules/words';
import { aModule } from './making.js';

describe('the words', () => {
	it('are 1024 that cannot be taken for one another', () => {
		expect(WORDS).toHaveLength(1024);
		expect(WORDS.every((word) => /^[a-z]{3,9}$/.test(word))).toBe(true);
		expect(new Set(WORDS.map((word) => word.slice(0, 4))).size).toBe(1024);
		expect([...WORDS].sort()).toEqual(WORDS);
	});

	it('stand for ten bits each', () => {
		const random = () => Uint8Array.of(0, 0b00_000000, 0b0001_1111, 0b111111_11, 0xff, 0, 0, 0);
		expect(randomWords(4, random)).toBe(`${WORDS[0]} ${WORDS[1]} ${WORDS[1023]} ${WORDS[1023]}`);
		fc.assert(
			fc.property(fc.uint8Array({ minLength: 8, maxLength: 8 }), (bytes) => {
				expect(randomWords(6, () => bytes).split(' ')).toHaveLength(6);
			})
		);
	});
});

describe('a fingerprint', () => {
	it('is four words that depend on both keys', () => {
		const { educator } = aModule();
		const words = fingerprint(educator);
		expect(words.split(' ')).toHaveLength(4);
		expect(words.split(' ').every((word) => WORDS.includes(word))).toBe(true);
		expect(fingerprint({ sign: educator.seal, seal: educator.sign })).not.toBe(words);
		expect(fingerprint({ ...educator, seal: educator.sign })).not.toBe(words);
	});
});

describe('the messages', () => {
	it('are one for each fault', () => {
		const messages = PROBLEM_CODES.map((code) => problem(code));
		expect(new Set(messages.map((one) => one.happened)).size).toBe(PROBLEM_CODES.length);
		for (const { happened, safe, next } of messages)
			for (const text of [happened, safe, next]) expect(text).toMatch(/^[A-Z].*\.$/);
	});
});
