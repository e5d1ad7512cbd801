import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { accuraciesOf, accuracyOf, addDays, daysBetween, trendOf } from '$lib/progress/accuracy';
import { rollupKey } from '$lib/progress/rollups';
import { wilson } from '$lib/progress/wilson';
import { sum } from './sums';

const onDay = (day: string, n: number, correct: number) => sum(rollupKey('day', day), n, correct);
const days = fc.integer({ min: -20_000, max: 20_000 }).map((n) => addDays('2026-11-21', n));

afterEach(() => {
	vi.unstubAllEnvs();
});

describe('accuracyOf', () => {
	it('is the share of full points with its interval, and the share of points', () => {
		const one = sum('topic/milia', 8, 4, {
			points: 9,
			max: 12,
			firstN: 5,
			firstCorrect: 2,
			activeMs: 16_000
		});
		expect(accuracyOf('milia', one)).toEqual({
			id: 'milia',
			correct: 4,
			pointShare: 0.75,
			first: wilson(2, 5),
			repeats: wilson(2, 3),
			meanMs: 2000,
			...wilson(4, 8)
		});
	});

	it('has no first sight where there was none, and is undefined for an empty sum', () => {
		expect(accuracyOf('milia', sum('topic/milia', 3, 1))?.first).toBeUndefined();
		expect(accuracyOf('milia', sum('topic/milia', 0, 0))).toBeUndefined();
	});
});

describe('accuraciesOf', () => {
	it('keeps the order of the ids and leaves out those without an attempt', () => {
		const sums = [sum('topic/b', 2, 1), sum('topic/a', 4, 4), sum('topic/c', 0, 0)];
		expect(accuraciesOf(['a', 'b', 'c', 'd'], sums).map((one) => [one.id, one.n])).toEqual([
			['a', 4],
			['b', 2]
		]);
		expect(accuraciesOf(['x'], sums)).toEqual([]);
	});
});

describe('day arithmetic', () => {
	it.each([
		['2026-11-21', 1, '2026-11-22'],
		['2026-12-31', 1, '2027-01-01'],
		['2028-02-28', 1, '2028-02-29'],
		['2028-02-29', 1, '2028-03-01'],
		['2027-02-28', 1, '2027-03-01'],
		['2100-02-28', 1, '2100-03-01'],
		['2028-02-29', 365, '2029-02-28'],
		['2027-01-01', -1, '2026-12-31']
	])('%s and %i days is %s', (day, count, later) => {
		expect(addDays(day, count)).toBe(later);
		expect(daysBetween(day, later)).toBe(count);
	});

	it.each(['UTC', 'America/New_York', 'Europe/Berlin', 'Australia/Lord_Howe', 'Pacific/Apia'])(
		'is the same over changes of the clocks in %s',
		(zone) => {
			vi.stubEnv('TZ', zone);
			expect(Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone);
			const year = Array.from({ length: 366 }, (_, index) => addDays('2028-01-01', index));
			expect(new Set(year).size).toBe(366);
			expect([year[0], year[59], year.at(-1)]).toEqual(['2028-01-01', '2028-02-29', '2028-12-31']);
			expect(year.map((day) => daysBetween('2028-01-01', day))).toEqual([...year.keys()]);
		}
	);

	it('undoes itself', () => {
		fc.assert(
			fc.property(days, fc.integer({ min: -20_000, max: 20_000 }), (day, count) => {
				expect(daysBetween(day, addDays(day, count))).toBe(count);
				expect(addDays(addDays(day, count), -count)).toBe(day);
			})
		);
	});
});

describe('trendOf', () => {
	it('gives a point for each day with an attempt, oldest first', () => {
		const daily = [onDay('2026-11-21', 4, 3), onDay('2026-11-18', 2, 0)];
		expect(trendOf(daily, '2026-11-21', 1)).toEqual([
			{ from: '2026-11-18', days: 1, ...wilson(0, 2) },
			{ from: '2026-11-21', days: 1, ...wilson(3, 4) }
		]);
	});

	it('adds up weeks counted back from the last day, named by their first day', () => {
		const daily = [
			onDay('2026-11-21', 1, 1),
			onDay('2026-11-15', 2, 1),
			onDay('2026-11-14', 3, 3),
			onDay('2026-10-31', 4, 2)
		];
		expect(trendOf(daily, '2026-11-21', 7)).toEqual([
			{ from: '2026-10-25', days: 7, ...wilson(2, 4) },
			{ from: '2026-11-08', days: 7, ...wilson(3, 3) },
			{ from: '2026-11-15', days: 7, ...wilson(2, 3) }
		]);
	});

	it('takes sums of one topic as well, several a day', () => {
		const key = (topic: string) => rollupKey('topic-day', topic, '2028-02-29');
		expect(trendOf([sum(key('a'), 2, 1), sum(key('b'), 3, 3)], '2028-02-29', 1)).toEqual([
			{ from: '2028-02-29', days: 1, ...wilson(4, 5) }
		]);
	});

	it('is empty without an attempt', () => {
		expect(trendOf([], '2026-11-21', 7)).toEqual([]);
		expect(trendOf([onDay('2026-11-20', 0, 0)], '2026-11-21', 7)).toEqual([]);
	});

	it('counts every attempt in the one stretch that holds its day, in any order', () => {
		const daily = fc
			.uniqueArray(fc.integer({ min: -3, max: 400 }), { maxLength: 40 })
			.map((backs) => backs.map((back) => onDay(addDays('2028-03-05', -back), 1 + (back & 3), 1)));
		fc.assert(
			fc.property(daily, fc.constantFrom(1, 7, 30), (list, stretch) => {
				const steps = trendOf(list, '2028-03-05', stretch);
				expect(steps.map((one) => one.from)).toEqual(steps.map((one) => one.from).sort());
				for (const step of steps) {
					const within = list.filter(({ key }) => {
						const at = daysBetween(step.from, key.slice(-10));
						return at >= 0 && at < stretch;
					});
					expect(within.reduce((n, one) => n + one.n, 0)).toBe(step.n);
				}
				expect(steps.reduce((n, one) => n + one.n, 0)).toBe(list.reduce((n, one) => n + one.n, 0));
				expect(trendOf([...list].reverse(), '2028-03-05', stretch)).toEqual(steps);
			})
		);
	});
});
