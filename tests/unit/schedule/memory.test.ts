// Our memory is that of ts-fsrs. The numbers are those of its own tests: packages/fsrs/__tests__/FSRS-6.test.ts at
// 32b6081475fe4d195b51f87e084b12efaaa97af8, which take them from fsrs-rs (src/inference.rs at 037345f).
import { fsrs, createEmptyCard, type Grade } from 'ts-fsrs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { intervalOf, nextMemory, recallAfter, type Memory } from '$lib/schedule/memory';
import { RATINGS, type Rating } from '$lib/schedule/rating';

type Step = readonly [days: number, rating: Rating];
const play = (steps: readonly Step[]) =>
	steps.reduce<Memory | undefined>(
		(before, [days, one]) => nextMemory(before, days, one),
		undefined
	);

describe('memory', () => {
	it('is that of the sequence published with ts-fsrs', () => {
		const memory = play([
			[0, 'again'],
			[0, 'good'],
			[1, 'good'],
			[3, 'good'],
			[8, 'good'],
			[21, 'good']
		]);
		expect(memory?.stability).toBeCloseTo(53.62691, 4);
		expect(memory?.difficulty).toBeCloseTo(6.3574867, 4);
	});

	it.each([
		['again', 0.212, 6.4133],
		['hard', 1.2931, 5.11217071],
		['good', 2.3065, 2.11810397],
		['easy', 8.2956, 1]
	] as const)(
		'begins after a first answer rated %s as published',
		(rating, stability, difficulty) => {
			expect(nextMemory(undefined, 0, rating)).toEqual({ stability, difficulty });
		}
	);

	it('grows by the published intervals while every answer is good', () => {
		// 0, 2, 11, 46, 163, 498 with its learning steps; ours has none, so the second day is the first.
		let memory = nextMemory(undefined, 0, 'good');
		const intervals: number[] = [];
		for (let time = 0; time < 4; time += 1) {
			const days = intervalOf(memory, 0.9);
			intervals.push(days);
			memory = nextMemory(memory, days, 'good');
		}
		expect(intervals).toEqual([2, 11, 46, 163]);
	});

	it('equals the scheduler of ts-fsrs without steps, whatever is answered when', () => {
		const scheduler = fsrs({
			enable_fuzz: false,
			enable_short_term: true,
			learning_steps: [],
			relearning_steps: []
		});
		const step = fc.tuple(
			fc.integer({ min: 0, max: 400 }),
			fc.constantFrom<Rating>('again', 'hard', 'good', 'easy')
		);
		fc.assert(
			fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
				let now = Date.UTC(2026, 0, 1, 12);
				let card = createEmptyCard(now);
				for (const [days, rating] of steps) {
					now += days * 86_400_000;
					card = scheduler.next(card, now, RATINGS[rating] as Grade).card;
				}
				const memory = play([[0, steps[0]![1]], ...steps.slice(1)])!;
				expect(memory.stability).toBeCloseTo(card.stability, 6);
				expect(memory.difficulty).toBeCloseTo(card.difficulty, 6);
				expect(recallAfter(memory, 30)).toBeCloseTo(
					scheduler.get_retrievability(card, now + 30 * 86_400_000, false),
					6
				);
			})
		);
	});

	it('is asked again later the lower the retention that is wanted', () => {
		const memory = { stability: 40, difficulty: 5 };
		const days = [0.97, 0.9, 0.8].map((one) => intervalOf(memory, one));
		expect(days[1]).toBe(40);
		expect(days).toEqual([...days].sort((a, b) => a - b));
		expect(recallAfter(memory, days[2]!)).toBeCloseTo(0.8, 2);
	});
});
