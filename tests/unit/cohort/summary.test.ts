// The summary of a module's receipts: which attempt counts, who passed, and sums over first attempts.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameName } from '$lib/cohort/names';
import { countedOf, Summariser, summarise } from '$lib/cohort/summary';
import type { Counts } from '$lib/cohort/terms';
import { digest, mark, terms } from './class';

describe('the attempt that counts', () => {
	const ATTEMPTS = [
		{ points: 2, max: 4 },
		{ points: 4, max: 5 },
		{ points: 1, max: 4 }
	];
	it.each<[Counts, { points: number; max: number }]>([
		['first', { points: 2, max: 4 }],
		['last', { points: 1, max: 4 }],
		['best', { points: 4, max: 5 }],
		// The mean of 50 %, 80 % and 25 %, in points of the last paper.
		['average', { points: (4 * (0.5 + 0.8 + 0.25)) / 3, max: 4 }]
	])('%s', (counts, expected) => {
		const { points, max } = countedOf(counts, ATTEMPTS);
		expect(points).toBeCloseTo(expected.points, 12);
		expect(max).toBe(expected.max);
	});

	it('is the earlier of two that are equally good', () => {
		const { learners } = summarise(terms({ counts: 'best' }), [
			digest('a', [0, 0, 2], { attempt: 2 }),
			digest('a', [1, 1, 0], { attempt: 1 })
		]);
		expect(learners[0]).toMatchObject({ points: 2, max: 4, share: 0.5 });
		expect(learners[0]?.attempts.map((one) => one.attempt)).toEqual([1, 2]);
	});
});

it('passes who reaches the mark exactly, and says nothing where there is none', () => {
	const three = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((item) => mark(item % 2, item < 7 ? 1 : 0));
	const at70 = digest('a', [], { marks: three });
	expect(summarise(terms({ passMark: 0.7 }), [at70]).learners[0]?.passed).toBe(true);
	expect(summarise(terms({ passMark: 0.71 }), [at70]).learners[0]?.passed).toBe(false);
	expect(summarise(terms(), [at70]).learners[0]).not.toHaveProperty('passed');
});

it('sums over first attempts only, by topic, by pair and by item', () => {
	const { topics, pairs, items } = summarise(terms(), [
		digest('a', [1, 0, 2], { attempt: 2 }),
		digest('a', [0, 0, 1], {
			marks: [
				mark(0, 0, { pairs: [['milia', 'acne']] }),
				mark(1, 0, { blank: true }),
				mark(2, 1, { pairs: [['milia', 'milia']] })
			]
		}),
		digest('b', [1, 1, 2])
	]);
	expect(
		topics.map(({ key, n, correct, points, max }) => ({ key, n, correct, points, max }))
	).toEqual([
		{ key: 'topic/t1', n: 4, correct: 2, points: 2, max: 4 },
		{ key: 'topic/t2', n: 2, correct: 1, points: 3, max: 4 }
	]);
	expect(pairs.map(({ key, n }) => [key, n])).toEqual([
		['pair/milia/acne', 1],
		['pair/milia/milia', 1]
	]);
	expect(items[1]).toMatchObject({ n: 2, points: 1, correct: 1, blank: 1 });
});

it('says when two devices handed in under one name', () => {
	const { learners } = summarise(terms(), [
		digest('a', [1, 1, 1], { code: 'Ada  Byron' }),
		digest('b', [1, 1, 1], { code: ' ada byron ' }),
		digest('c', [1, 1, 1], { code: 'Carla' })
	]);
	expect(learners.map((one) => one.shared)).toEqual([true, true, false]);
	expect(sameName('Ａda')).toBe('ada');
});

it('says when a name only looks like that from another device', () => {
	const codes = ['Ada Byron', '\u0410da Byron', 'Student 10', 'Student lO', 'Carla', 'carla'];
	const { learners } = summarise(
		terms(),
		codes.map((code) => digest(code, [1, 1, 1], { code }))
	);
	const alike = new Map(learners.map((one) => [one.code, [one.shared, one.alike === true]]));
	expect(Object.fromEntries(alike)).toEqual({
		'Ada Byron': [false, true],
		'\u0410da Byron': [false, true],
		'Student 10': [false, true],
		'Student lO': [false, true],
		Carla: [true, false],
		carla: [true, false]
	});
});

it('sorts names as people do', () => {
	const codes = ['Student 10', 'student 9', 'Ada'];
	const { learners } = summarise(
		terms(),
		codes.map((code) => digest(code, [0, 0, 0], { code }))
	);
	expect(learners.map((one) => one.code)).toEqual(['Ada', 'student 9', 'Student 10']);
});

const receipts = fc.uniqueArray(
	fc.record({
		learner: fc.constantFrom('a', 'b', 'c', 'd'),
		attempt: fc.integer({ min: 1, max: 4 }),
		at: fc.integer({ min: 0, max: 9 }),
		points: fc.tuple(fc.constantFrom(0, 1), fc.constantFrom(0, 1), fc.constantFrom(0, 1, 2))
	}),
	{ selector: (one) => `${one.learner}/${one.attempt}` }
);

it('is the same in whatever order the receipts came, and counts each learner once', () => {
	fc.assert(
		fc.property(
			receipts,
			fc.constantFrom<Counts>('best', 'last', 'first', 'average'),
			(all, counts) => {
				const digests = all.map(({ learner, attempt, at, points }) =>
					digest(learner, points, { attempt, at, receipt: `${learner}/${attempt}` })
				);
				const one = summarise(terms({ counts }), digests);
				expect(summarise(terms({ counts }), [...digests].reverse())).toEqual(one);
				const byParts = new Summariser(terms({ counts }));
				for (const each of digests) byParts.take([each]);
				const steps = byParts.finish();
				let step = steps.next();
				while (step.done !== true) step = steps.next();
				expect(step.value).toEqual(one);
				const learners = new Set(all.map(({ learner }) => learner)).size;
				expect(one.learners).toHaveLength(learners);
				expect(one.items[0]?.n).toBe(learners);
				expect(one.topics.find(({ key }) => key === 'topic/t1')?.n ?? 0).toBe(2 * learners);
				for (const { share, attempts } of one.learners) {
					const shares = attempts.map(({ points, max }) => points / max);
					expect(share).toBeGreaterThanOrEqual(Math.min(...shares) - 1e-9);
					expect(share).toBeLessThanOrEqual(Math.max(...shares) + 1e-9);
				}
			}
		)
	);
});
