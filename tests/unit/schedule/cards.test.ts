import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, byTime, cardOf, isAfter, type Card, type Review } from '$lib/schedule/cards';
import { rankOf, ratingOf, wasAsked, type Rating } from '$lib/schedule/rating';
import { localDay, CONFIDENCES, type Confidence } from '$lib/session/events';
import { answer } from '../storage/events';

const HOUR = 3_600_000;

/** A review at a time, where the learner's clock is `tz` minutes ahead of UTC. */
function review(at: number, tz = 0, more: Parameters<typeof answer>[1] = {}): Review {
	return { ...answer(0, more), at, day: localDay({ at, tz }) };
}

describe('the rating of an answer', () => {
	const table: readonly [points: number, max: number, Confidence | undefined, Rating, number][] = [
		[1, 1, undefined, 'good', 2],
		[1, 1, 'guess', 'hard', 2],
		[1, 1, 'unsure', 'good', 2],
		[1, 1, 'fairly-sure', 'good', 2],
		[1, 1, 'certain', 'easy', 2],
		[3, 4, 'certain', 'hard', 0],
		[3, 4, 'unsure', 'hard', 1],
		[2, 4, undefined, 'hard', 1],
		[1, 4, undefined, 'again', 1],
		[0, 1, 'guess', 'again', 1],
		[0, 1, 'fairly-sure', 'again', 0],
		[0, 1, 'certain', 'again', 0]
	];
	it.each(table)('%i of %i points, %s: %s, place %i', (points, max, confidence, rating, rank) => {
		const one = { points, max, confidence, activeMs: 1 };
		expect([ratingOf(one), rankOf(one)]).toEqual([rating, rank]);
	});

	it('never falls as points rise', () => {
		const order: Rating[] = ['again', 'hard', 'good', 'easy'];
		fc.assert(
			fc.property(
				fc.integer({ min: 1, max: 8 }),
				fc.constantFrom(undefined, ...CONFIDENCES),
				(max, confidence) => {
					const ratings = Array.from({ length: max + 1 }, (_, points) =>
						order.indexOf(ratingOf({ points, max, confidence, activeMs: 1 }))
					);
					expect(ratings).toEqual([...ratings].sort((a, b) => a - b));
				}
			)
		);
	});

	it('is not given to a question that was never on screen', () => {
		expect(wasAsked({ points: 0, max: 1, activeMs: 0 })).toBe(false);
		expect(cardOf([review(0, 0, { points: 0, activeMs: 0 })], 0.9)).toBeUndefined();
	});
});

describe('a card', () => {
	it('is due by calendar days where the learner is, over summer time too', () => {
		// Berlin: the clock goes from UTC+2 to UTC+1 in the night to 25 October 2026.
		const evening = review(Date.UTC(2026, 9, 24, 21, 30), 120);
		const card = cardOf([evening], 0.9)!;
		expect(card).toMatchObject({ day: '2026-10-24', due: '2026-10-26' });
		const next = review(Date.UTC(2026, 9, 25, 23, 30), 60);
		expect(next.day).toBe('2026-10-26');
		expect(advance(card, next, 0.9)!.stability).toBe(
			cardOf([evening, { ...next, day: '2026-10-26' }], 0.9)!.stability
		);
	});

	it('takes an earlier day of a later answer, after a flight to the west, for the same day', () => {
		const auckland = review(Date.UTC(2026, 5, 1, 13), 720);
		const honolulu = review(Date.UTC(2026, 5, 1, 20), -600);
		expect([auckland.day, honolulu.day]).toEqual(['2026-06-02', '2026-06-01']);
		const card = cardOf([auckland, honolulu], 0.9)!;
		const sameDay = cardOf([auckland, { ...honolulu, day: auckland.day }], 0.9)!;
		expect(card).toEqual(sameDay);
	});

	it('lapses when it is forgotten, not when it was never known', () => {
		const wrong = review(0, 0, { points: 0 });
		const again = review(30 * HOUR, 0, { points: 0 });
		expect(cardOf([wrong], 0.9)).toMatchObject({ reps: 1, lapses: 0 });
		expect(cardOf([wrong, again], 0.9)).toMatchObject({ reps: 2, lapses: 1 });
	});

	it('takes the wording, bank and topics of the latest answer', () => {
		const first = review(0, 0, { topics: ['acne'] });
		const second = review(HOUR, 0, { ref: { bank: 'mine', item: 'item-0', hash: 'new' } });
		expect(cardOf([second, first], 0.9)).toMatchObject({
			bank: 'mine',
			hash: 'new',
			topics: ['neonatal-milia']
		});
	});

	const reviews = fc.array(
		fc.record({
			at: fc.integer({ min: 0, max: 90 * 24 * HOUR }),
			tz: fc.constantFrom(-600, 0, 60, 120, 720),
			points: fc.integer({ min: 0, max: 3 }),
			activeMs: fc.constantFrom(0, 900),
			confidence: fc.constantFrom('guess' as const, 'certain' as const)
		}),
		{ maxLength: 10 }
	);

	it('is the same in whatever order its answers arrive, and carried on or made anew', () => {
		fc.assert(
			fc.property(
				reviews.chain((all) => {
					const made = all.map(({ at, tz, ...more }) => review(at, tz, { ...more, max: 3 }));
					return fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }));
				}),
				([all, shuffled]) => {
					const whole = cardOf(all, 0.9);
					expect(cardOf(shuffled, 0.9)).toEqual(whole);
					let card: Card | undefined;
					for (const one of [...all].sort(byTime)) {
						if (card !== undefined) expect(isAfter(one, card)).toBe(true);
						card = advance(card, one, 0.9);
					}
					expect(card).toEqual(whole);
				}
			)
		);
	});

	it('is due one day to one year after its latest day', () => {
		fc.assert(
			fc.property(reviews, fc.constantFrom(0.8, 0.9, 0.97), (all, retention) => {
				const card = cardOf(
					all.map(({ at, tz, ...more }) => review(at, tz, { ...more, max: 3 })),
					retention
				);
				if (card === undefined) {
					expect(all.every((one) => one.activeMs === 0 && one.points === 0)).toBe(true);
					return;
				}
				expect(card.due > card.day).toBe(true);
				const days = (Date.parse(card.due) - Date.parse(card.day)) / (24 * HOUR);
				expect(days).toBeLessThanOrEqual(365);
			})
		);
	});
});
