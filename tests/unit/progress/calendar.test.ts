import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '$lib/progress/accuracy';
import { addMonths, dayOf, daysOf, monthOf, streakOf, weeksOf } from '$lib/progress/calendar';
import { rollUp } from '$lib/progress/rollups';
import { localDay } from '$lib/session/events';
import { checked } from '../storage/events';
import { sum } from './sums';

const TODAY = '2026-11-22';
const back = (...days: number[]) => days.map((one) => addDays(TODAY, -one));

describe('a streak', () => {
	it.each([
		['none yet', [], { days: 0, from: undefined, today: false, longest: 0 }],
		['today is the first', [0], { days: 1, today: true, longest: 1 }],
		['today is still to come', [1, 2, 3], { days: 3, today: false, longest: 3 }],
		['goes on over one missed day', [0, 2, 3], { days: 3, today: true }],
		['is not over on the day after a missed one', [2, 3], { days: 2, today: false }],
		['ends with two missed days in a row', [3, 4], { days: 0, from: undefined, longest: 2 }],
		['begins anew after them', [0, 1, 4, 5, 6], { days: 2, longest: 3 }]
	] as const)('%s', (_, days, wanted) => {
		expect(streakOf(back(...days), TODAY)).toMatchObject(wanted);
	});

	it('knows its first day', () => {
		expect(streakOf(back(0, 1, 3, 9), TODAY).from).toBe(addDays(TODAY, -3));
	});

	it('leaves out days after today, which a clock set ahead made', () => {
		expect(streakOf([...back(0, 1), '2027-03-01'], TODAY)).toMatchObject({ days: 2, today: true });
		expect(streakOf(['2027-03-01'], TODAY).days).toBe(0);
	});

	it('never counts more days than were practised, in whatever order they come', () => {
		fc.assert(
			fc.property(fc.array(fc.integer({ min: -5, max: 60 })), (days) => {
				const list = back(...days);
				const found = streakOf(list, TODAY);
				expect(found.days).toBeLessThanOrEqual(new Set(list).size);
				expect(found.days).toBeLessThanOrEqual(found.longest);
				expect(streakOf([...list].reverse(), TODAY)).toEqual(found);
				if (found.from !== undefined) {
					expect(daysBetween(found.from, TODAY) + 1).toBeGreaterThanOrEqual(found.days);
				}
			})
		);
	});

	// Offsets in minutes as the device had them; the day is stored with the answer and never computed again.
	it.each([
		[
			'the end of summer time in Berlin',
			[
				{ at: '2026-10-24T21:30:00Z', tz: 120 },
				{ at: '2026-10-24T22:30:00Z', tz: 120 },
				{ at: '2026-10-25T22:30:00Z', tz: 60 },
				{ at: '2026-10-26T22:59:00Z', tz: 60 }
			],
			['2026-10-24', '2026-10-25', '2026-10-26'],
			3
		],
		[
			'the start of summer time in New York',
			[
				{ at: '2026-03-08T04:59:00Z', tz: -300 },
				{ at: '2026-03-08T07:30:00Z', tz: -240 },
				{ at: '2026-03-09T04:30:00Z', tz: -240 }
			],
			['2026-03-07', '2026-03-08', '2026-03-09'],
			3
		],
		[
			'a flight from Honolulu to Auckland, which leaves a day out',
			[
				{ at: '2026-11-20T08:00:00Z', tz: -600 },
				{ at: '2026-11-20T20:00:00Z', tz: 780 }
			],
			['2026-11-19', '2026-11-21'],
			2
		],
		[
			'a flight from Auckland to Honolulu, which has a day twice',
			[
				{ at: '2026-11-19T20:00:00Z', tz: 780 },
				{ at: '2026-11-20T20:00:00Z', tz: -600 }
			],
			['2026-11-20'],
			1
		],
		[
			'a clock set back by a year and forth again',
			[
				{ at: '2026-11-20T12:00:00Z', tz: 0 },
				{ at: '2025-11-21T12:00:00Z', tz: 0 },
				{ at: '2026-11-21T12:00:00Z', tz: 0 }
			],
			['2025-11-21', '2026-11-20', '2026-11-21'],
			2
		]
	])('lives through %s', (_, moments, days, length) => {
		const events = moments.map(({ at, tz }, index) => ({
			...checked('s', index),
			at: Date.parse(at),
			tz
		}));
		const sums = [...rollUp(events).values()].filter(({ key }) => key.startsWith('day/'));
		expect(sums.map(dayOf).sort()).toEqual(days);
		const last = events.map(localDay).sort().at(-1) ?? '';
		expect(streakOf(sums.map(dayOf), last).days).toBe(length);
	});
});

describe('months', () => {
	it.each([
		['2026-11', 1, '2026-12'],
		['2026-11', 2, '2027-01'],
		['2026-01', -1, '2025-12'],
		['2026-11', -23, '2024-12']
	])('%s and %i months is %s', (month, count, later) => {
		expect(addMonths(month, count)).toBe(later);
	});

	it('have their days, leap years included', () => {
		expect(daysOf('2028-02')).toHaveLength(29);
		expect(daysOf('2026-02').at(-1)).toBe('2026-02-28');
		expect(monthOf('2026-11-22')).toBe('2026-11');
		expect(dayOf(sum('day/2026-11-22', 1))).toBe('2026-11-22');
	});

	it('are laid out in weeks from the first day of the week', () => {
		// 1 November 2026 is a Sunday.
		expect(weeksOf('2026-11', 7)[0]?.[0]).toBe('2026-11-01');
		expect(weeksOf('2026-11', 1)[0]).toEqual([
			...Array.from({ length: 6 }, () => undefined),
			'2026-11-01'
		]);
		expect(weeksOf('2026-11', 6)[0]?.[1]).toBe('2026-11-01');
		for (const first of [1, 6, 7]) {
			const weeks = weeksOf('2028-02', first);
			expect(weeks.every((week) => week.length === 7)).toBe(true);
			expect(weeks.flat().filter((day) => day !== undefined)).toEqual(daysOf('2028-02'));
		}
	});
});
