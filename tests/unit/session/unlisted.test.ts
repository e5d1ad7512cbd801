// Drawing from banks that are too large to be listed: what holds for every bank, and that no item is favoured.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankBrief } from '$lib/banks/catalogue';
import { countOf, kindsOf, sampleOf } from '$lib/session/unlisted';
import type { Candidate } from '$lib/session/sampling';

const brief = (kinds: BankBrief['kinds'], id = 'large'): BankBrief => ({
	id,
	version: '1.0.0',
	title: id,
	description: id,
	items: [],
	cases: [],
	...(kinds !== undefined && { kinds })
});
const kind = (topic: string, count: number, type = 'multiple-choice') => ({
	topics: [topic],
	type,
	difficulty: 'easy' as const,
	count
});
const candidate = (id: string, topic: string): Candidate => ({
	bank: 'small',
	id,
	hash: id,
	type: 'multiple-choice',
	topics: [topic],
	difficulty: 'easy'
});

describe('kindsOf', () => {
	const briefs = [
		brief([kind('a', 5), kind('b', 7, 'bow-tie')]),
		brief(undefined, 'listed'),
		brief([{ ...kind('a', 2), topics: ['c', 'a'], difficulty: 'hard' }], 'other')
	];
	it.each([
		{ wishes: {}, count: 14 },
		{ wishes: { topics: ['a'] }, count: 7 },
		{ wishes: { topics: ['a'], types: ['bow-tie'] }, count: 0 },
		{ wishes: { types: ['bow-tie'] }, count: 7 },
		{ wishes: { banks: ['other'] }, count: 2 },
		{ wishes: { difficulties: ['hard'] }, count: 2 },
		{ wishes: { banks: ['listed'] }, count: 0 }
	])('$wishes: $count', ({ wishes, count }) => {
		expect(countOf(kindsOf(briefs, wishes))).toBe(count);
	});
});

describe('sampleOf', () => {
	const topic = fc.constantFrom('a', 'b', 'c', 'd');
	const input = fc.record({
		kinds: fc.array(
			fc.tuple(topic, fc.integer({ min: 1, max: 3000 })).map(([one, count]) => kind(one, count)),
			{ minLength: 1, maxLength: 8 }
		),
		listed: fc.array(topic, { maxLength: 30 }),
		count: fc.integer({ min: 1, max: 60 }),
		seed: fc.integer()
	});

	it('holds places that are there, each once, and enough of them; the same for the same seed', () => {
		fc.assert(
			fc.property(input, ({ kinds, listed, count, seed }) => {
				const all = kindsOf([brief(kinds)]);
				const candidates = listed.map((one, at) => candidate(`item-${at}`, one));
				const { listed: chosen, places } = sampleOf(candidates, all, { count, seed });
				const taken = places.get('large') ?? [];
				expect(new Set(taken.map((one) => `${one.kind}/${one.n}`)).size).toBe(taken.length);
				for (const { kind: at, n } of taken) {
					expect(n).toBeGreaterThanOrEqual(0);
					expect(n).toBeLessThan(kinds[at]?.count ?? 0);
				}
				expect(new Set(chosen).size).toBe(chosen.length);
				expect(chosen.every((one) => candidates.includes(one))).toBe(true);
				const there = countOf(all) + candidates.length;
				expect(taken.length + chosen.length).toBeGreaterThanOrEqual(Math.min(count, there));
				expect(taken.length + chosen.length).toBeLessThanOrEqual(count + 3 * (count + 4));
				const again = sampleOf(candidates, all, { count, seed });
				expect([again.listed, again.places]).toEqual([chosen, places]);
			})
		);
	});

	it('favours no item of a topic, listed or not', () => {
		const listed = Array.from({ length: 50 }, (_, at) => candidate(`item-${at}`, 'a'));
		const kinds = kindsOf([brief([kind('a', 150), kind('a', 800, 'bow-tie')])]);
		const sums = { listed: 0, first: 0, second: 0 };
		for (let seed = 0; seed < 400; seed += 1) {
			const sample = sampleOf(listed, kinds, { count: 5, seed });
			sums.listed += sample.listed.length;
			for (const place of sample.places.get('large') ?? []) {
				sums[place.kind === 0 ? 'first' : 'second'] += 1;
			}
		}
		const total = sums.listed + sums.first + sums.second;
		expect(sums.listed / total).toBeCloseTo(0.05, 1.5);
		expect(sums.first / total).toBeCloseTo(0.15, 1.5);
		expect(sums.second / total).toBeCloseTo(0.8, 1.5);
	});

	it('is everything listed where no bank is large', () => {
		const listed = [candidate('a', 'a'), candidate('b', 'b')];
		expect(sampleOf(listed, [], { count: 1, seed: 1 })).toEqual({ listed, places: new Map() });
	});
});
