import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '$lib/progress/accuracy';
import type { Card } from '$lib/schedule/cards';
import {
	comingUp,
	firstSightChance,
	FURTHEST,
	perDayToFit,
	planOf,
	studyDays,
	type PlanInput
} from '$lib/schedule/plan';
import { recallAfter } from '$lib/schedule/memory';

const TODAY = '2026-11-22';

function card(at: number, more: Partial<Card> = {}): Card {
	return {
		item: `item-${at}`,
		bank: 'core',
		hash: 'h',
		topics: ['acne'],
		stability: 10,
		difficulty: 5,
		due: addDays(TODAY, 5),
		rank: 2,
		last: 0,
		lastAttempt: '',
		day: addDays(TODAY, -5),
		reps: 1,
		lapses: 0,
		...more
	};
}

const cards = (count: number, more: Partial<Card> = {}) =>
	Array.from({ length: count }, (_, at) => card(at, more));

const wishes = (more: Partial<PlanInput>): PlanInput => ({
	today: TODAY,
	exam: addDays(TODAY, 10),
	perDay: 20,
	retention: 0.9,
	cards: [],
	topics: [
		{ id: 'acne', unseen: 0, firstSight: 0.8 },
		{ id: 'milia', unseen: 0, firstSight: 0.4 }
	],
	...more
});

describe('a plan', () => {
	it('forecasts what FSRS says where nothing is done', () => {
		const plan = planOf(wishes({ cards: cards(3), perDay: 1 }));
		const acne = plan.byTopic[0]!;
		expect(acne.now).toBeCloseTo(recallAfter({ stability: 10 }, 5), 6);
		expect(acne.without).toBeCloseTo(recallAfter({ stability: 10 }, 15), 6);
		expect(acne.planned).toBeGreaterThan(acne.without);
	});

	it('meets every new question when there is time, the topic known least first', () => {
		const topics = [
			{ id: 'acne', unseen: 6, firstSight: 0.8 },
			{ id: 'milia', unseen: 6, firstSight: 0.4 }
		];
		const roomy = planOf(wishes({ topics }));
		expect(roomy).toMatchObject({ fits: true, all: { questions: 12, unseenLeft: 0 } });
		expect(roomy.days[0]).toEqual({ reviews: 0, fresh: 12 });
		const tight = planOf(wishes({ topics, perDay: 6, exam: addDays(TODAY, 1) }));
		expect(tight.fits).toBe(false);
		expect(tight.byTopic.map((one) => one.unseenLeft)).toEqual([6, 0]);
	});

	it('drops reviews of what is likeliest to be known anyway', () => {
		const sure = cards(10, { stability: 200, due: TODAY, topics: ['acne'] });
		const shaky = cards(10, { stability: 1, due: TODAY, topics: ['milia'] });
		const plan = planOf(
			wishes({ cards: [...sure, ...shaky], perDay: 10, exam: addDays(TODAY, 1) })
		);
		expect(plan.byTopic.map((one) => one.reviewsLeft >= 10)).toEqual([true, false]);
		expect(plan.days).toEqual([{ reviews: 10, fresh: 0 }]);
	});

	it('says how many questions a day are enough, and plans with them', () => {
		const input = wishes({
			cards: cards(30, { due: TODAY }),
			topics: [{ id: 'acne', unseen: 100, firstSight: 0.6 }],
			perDay: 5
		});
		expect(planOf(input).fits).toBe(false);
		const enough = perDayToFit(input, 500)!;
		expect(enough).toBeGreaterThan(10);
		const more = planOf({ ...input, perDay: Math.ceil(enough * 1.3) });
		expect(more.fits).toBe(true);
		expect(perDayToFit({ ...input, exam: addDays(TODAY, 1) }, 20)).toBeUndefined();
	});

	it.each([
		['is over', -3, 0],
		['is today', 0, 0],
		['is tomorrow', 1, 1],
		['is years away', 2000, FURTHEST]
	])('for an exam that %s has so many days', (_, away, days) => {
		expect(studyDays(TODAY, addDays(TODAY, away))).toBe(days);
		const plan = planOf(wishes({ cards: cards(2), exam: addDays(TODAY, away) }));
		expect(plan.days).toHaveLength(days);
		if (days === 0) expect(plan.byTopic[0]!.planned).toBeCloseTo(plan.byTopic[0]!.now, 6);
	});

	it('stands where a clock was ahead: a card answered on a later day counts as answered today', () => {
		const plan = planOf(wishes({ cards: [card(0, { day: '2031-01-01', due: '2031-02-01' })] }));
		expect(plan.byTopic[0]).toMatchObject({ now: 1 });
	});

	it('keeps to the day, forecasts shares, and is the same each time', () => {
		const anyCard = fc
			.record({
				stability: fc.double({ min: 0.01, max: 300, noNaN: true }),
				due: fc.integer({ min: -40, max: 40 }),
				day: fc.integer({ min: -60, max: 0 }),
				topics: fc.constantFrom(['acne'], ['milia'])
			})
			.map(({ due, day, ...more }) =>
				card(0, { ...more, due: addDays(TODAY, due), day: addDays(TODAY, day) })
			);
		fc.assert(
			fc.property(
				fc.array(anyCard, { maxLength: 20 }),
				fc.nat({ max: 15 }),
				fc.nat({ max: 40 }),
				fc.integer({ min: 1, max: 12 }),
				(all, unseen, away, perDay) => {
					const input = wishes({
						cards: all,
						perDay,
						exam: addDays(TODAY, away),
						topics: [
							{ id: 'acne', unseen, firstSight: 0.7 },
							{ id: 'milia', unseen: 2, firstSight: 0.2 }
						]
					});
					const plan = planOf(input);
					expect(planOf(input)).toEqual(plan);
					for (const day of plan.days)
						expect(day.reviews + day.fresh).toBeLessThanOrEqual(perDay + 1);
					for (const row of [...plan.byTopic, plan.all]) {
						expect(row.questions).toBeGreaterThanOrEqual(row.unseenLeft);
						for (const share of [row.now, row.without, row.planned]) {
							expect(share).toBeGreaterThanOrEqual(0);
							expect(share).toBeLessThanOrEqual(1);
						}
						expect(row.without).toBeLessThanOrEqual(row.now + 1e-9);
					}
				}
			),
			{ numRuns: 60 }
		);
	});
});

describe('what comes up', () => {
	it('counts what is overdue today, and each later day by itself', () => {
		const due = ['2026-11-01', '2026-11-22', '2026-11-24', '2027-05-05'].map((one) => ({
			due: one
		}));
		expect(comingUp(due, TODAY, 4)).toEqual([2, 0, 1, 0]);
	});
});

describe('the chance at first sight', () => {
	it('is one half without a try, and never quite certain', () => {
		expect(firstSightChance(0, 0)).toBe(0.5);
		expect(firstSightChance(9, 9)).toBeCloseTo(10 / 11);
	});
});
