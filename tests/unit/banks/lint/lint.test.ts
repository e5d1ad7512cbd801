import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chiSquareP, keyPositions } from '$lib/banks/lint/chi-square';
import { findingLine, lintBanks } from '$lib/banks/lint/lint';
import { distance, grams, jaccard, readingGrade, sentences, stem } from '$lib/banks/lint/words';
import { parseBank } from '$lib/banks/parse';
import type { Bank } from '$lib/banks/bank';
import { ITEM_TYPES } from '$lib/items/registry';
import { fixtureOf } from '../../../fixtures/items/index.js';
import { bankOf, itemOf, type Json } from '../bank-of.js';
import { rulesIn } from './cases.js';

function bank(items: readonly unknown[]): Bank {
	const parsed = parseBank(bankOf(items));
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
	return parsed.value;
}
const negative = 'Which condition is not likely here?';
const marked = 'Which condition is **NOT** likely here?';
const acknowledging = (rule: string, change: Json = {}) =>
	bank([itemOf({ acknowledged: [{ rule, reason: 'It must be known.' }], ...change })]);

describe('findings', () => {
	it('name bank, item, path, rule, what was found and what to do', () => {
		const [found] = lintBanks([
			bank([itemOf()]),
			bank([itemOf(), itemOf({ id: 'two', stem: marked })])
		]).filter(({ rule }) => rule === 'negative-stem');
		expect(found).toMatchObject({
			bank: 1,
			item: 1,
			id: 'two',
			path: 'items[1].stem',
			severity: 'warning'
		});
		expect(findingLine(found ?? ({} as never))).toMatch(
			/^items\[1\]\.stem \(two\): warning negative-stem: The question says “NOT”\. Ask for what holds/
		);
	});
	it('point to the list that they mean where several say the same', () => {
		const cloze = fixtureOf('drop-down-cloze') as unknown as { blanks: Json[]; key: Json };
		const [first] = cloze.blanks;
		const options = (always: boolean) =>
			['fade over weeks', 'never fade', always ? 'always scar' : 'may scar'].map((text, at) => ({
				...{ id: `o${at}`, text, rationale: 'So says the ledger.' },
				...(at > 0 && { misconception: 'Thinks that it is so.' })
			}));
		const item = {
			...cloze,
			text: 'Milia {{one}}. They {{two}}.',
			blanks: [
				{ ...first, id: 'one', options: options(false) },
				{ ...first, id: 'two', options: options(true) }
			],
			key: { blanks: { one: 'o0', two: 'o0' } }
		};
		const found = lintBanks([bank([item])]).filter(({ rule }) => rule === 'absolute-term');
		expect(found.map(({ path }) => path)).toEqual([
			'items[0].blanks[0].options[1].text',
			'items[0].blanks[1].options[1].text',
			'items[0].blanks[1].options[2].text'
		]);
	});
	it('are silenced by an acknowledgement', () => {
		expect(lintBanks([acknowledging('negative-stem', { stem: marked })])).toEqual([]);
	});
	it('are not silenced where they are errors', () => {
		const found = lintBanks([acknowledging('unmarked-negative', { stem: negative })]);
		expect(rulesIn(found)).toEqual(['unmarked-negative']);
	});
	it('tell of an acknowledgement that is not needed, or misspelt', () => {
		expect(rulesIn(lintBanks([acknowledging('negative-stem')]))).toEqual(['stale-acknowledgement']);
		expect(rulesIn(lintBanks([acknowledging('negativ-stem', { stem: marked })]))).toEqual([
			'negative-stem',
			'stale-acknowledgement'
		]);
	});
	it('leave an acknowledged duplicate be, even where the other bank is not there', () => {
		expect(lintBanks([acknowledging('duplicate-item')])).toEqual([]);
	});
	it.each(ITEM_TYPES.map((type) => type.id))('read an item of every type: %s', (type) => {
		const found = lintBanks([bank([fixtureOf(type)])]);
		expect(found.filter(({ severity }) => severity === 'error')).toEqual([]);
	});
	it('are the same whatever the order of the banks', () => {
		const [a, b] = [
			bank([itemOf({ stem: marked })]),
			bank([itemOf({ id: 'two', scenario: 'A rash came up on day 3.', stem: negative })])
		];
		const lines = (banks: Bank[]) => lintBanks(banks).map(findingLine).sort();
		expect(lines([a, b])).toEqual(lines([b, a]));
	});
});

describe('key positions', () => {
	const items = (...counts: number[]) =>
		counts.flatMap((count, position) =>
			Array.from({ length: count }, () => ({ options: counts.length, position }))
		);
	it.each([
		// Critical values of any table of χ².
		[3.841, 1, 0.05],
		[5.991, 2, 0.05],
		[7.815, 3, 0.05],
		[9.488, 4, 0.05],
		[11.07, 5, 0.05],
		[16.919, 9, 0.05],
		[11.345, 3, 0.01],
		[0.352, 3, 0.95]
	])('χ² of %f with %i degrees of freedom has p = %f', (chiSquare, df, p) => {
		expect(chiSquareP(chiSquare, df)).toBeCloseTo(p, 3);
	});
	it('are even where each is used as often', () => {
		expect(keyPositions(items(5, 5, 5, 5))).toMatchObject({
			tested: 20,
			chiSquare: 0,
			df: 3,
			p: 1
		});
	});
	it('make a stratum of each number of options', () => {
		const found = keyPositions([...items(20, 0, 0, 0), ...items(10, 10, 10)]);
		// 15²/5 + 3 × 5²/5 = 60 for the first stratum, nothing for the second.
		expect(found).toMatchObject({ counts: [30, 10, 10, 0], tested: 50, chiSquare: 60, df: 5 });
		expect(found.p).toBeLessThan(0.001);
	});
	it('say nothing of few items', () => {
		expect(keyPositions(items(9, 0, 0, 0)).p).toBeUndefined();
		expect(keyPositions([]).p).toBeUndefined();
	});
	it('give a probability that falls as χ² grows', () => {
		fc.assert(
			fc.property(
				fc.double({ min: 0, max: 80, noNaN: true }),
				fc.double({ min: 0, max: 20, noNaN: true }),
				fc.integer({ min: 1, max: 20 }),
				(chiSquare, more, df) => {
					const [p, q] = [chiSquareP(chiSquare, df), chiSquareP(chiSquare + more, df)];
					expect(p).toBeGreaterThanOrEqual(0);
					expect(p).toBeLessThanOrEqual(1);
					expect(q).toBeLessThanOrEqual(p + 1e-7);
				}
			)
		);
	});
});

describe('words', () => {
	it('are one with their endings', () => {
		for (const family of [
			'squeeze squeezes squeezed squeezing',
			'cyst cysts',
			'baby babies',
			'scar scarred scarring'
		]) {
			expect(new Set(family.split(' ').map(stem)).size, family).toBe(1);
		}
		expect(stem('milium')).not.toBe(stem('milia'));
	});
	it('make sentences', () => {
		expect(sentences('A bump of 1.5 mm. It is white! "What is it?" Say so.')).toHaveLength(4);
	});
	it('read harder the longer they are', () => {
		expect(readingGrade('The cat sat. The dog ran.')).toBeLessThan(2);
		expect(
			readingGrade('Notwithstanding considerable disagreement, dermatologists differentiate.')
		).toBeGreaterThan(12);
	});
	it('are near or far', () => {
		expect(distance('kitten', 'sitting')).toBeCloseTo(3 / 7);
		expect(jaccard(grams('a b c d e f', 5), grams('a b c d e g', 5))).toBeCloseTo(1 / 3);
		fc.assert(
			fc.property(fc.string(), fc.string(), (a, b) => {
				expect(distance(a, b)).toBeCloseTo(distance(b, a));
				expect(distance(a, a)).toBe(0);
				expect(distance(a, b)).toBeLessThanOrEqual(1);
			})
		);
	});
});
