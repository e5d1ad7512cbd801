import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { biasWords, detect, LEAST_TRIALS } from '$lib/progress/detection';
import { probit } from '$lib/progress/normal';

describe('probit', () => {
	// Python's statistics.NormalDist().inv_cdf, which is AS 241 as well; 1.959964… and 2.326348… are in every table.
	it.each([
		[1e-300, -37.0470962993612],
		[1e-10, -6.361340902404056],
		[0.01, -2.3263478740408408],
		[0.025, -1.9599639845400538],
		[0.2, -0.8416212335729142],
		[0.5, 0],
		[0.8, 0.8416212335729144],
		[0.975, 1.9599639845400536]
	])('of %d is %d', (p, z) => {
		expect(probit(p)).toBeCloseTo(z, 12);
	});

	it('rises, and is odd about one half', () => {
		const share = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
		fc.assert(
			fc.property(share, share, (a, b) => {
				if (a < b) expect(probit(a)).toBeLessThanOrEqual(probit(b));
				expect(probit(1 - a)).toBeCloseTo(-probit(a), 6);
			})
		);
	});

	it.each([0, 1, -0.1, 1.1, Number.NaN])('refuses %d', (p) => {
		expect(() => probit(p)).toThrow(RangeError);
	});
});

describe('d′ and bias', () => {
	// By hand: H = (hits + ½) / (signals + 1), F = (false alarms + ½) / (noise + 1), z from a table of the normal distribution.
	it.each([
		['a usual case', 20, 25, 10, 25, 1.044499, -0.278845],
		['never wrong: finite by the correction', 10, 10, 0, 10, 3.381243, 0],
		['guessing', 5, 10, 5, 10, 0, 0],
		['unequal numbers', 12, 15, 2, 30, 2.177167, 0.312162]
	])('%s', (_, hits, signals, falseAlarms, noise, dPrime, bias) => {
		const { measure } = detect({ hits, signals, falseAlarms, noise });
		expect(measure?.dPrime).toBeCloseTo(dPrime, 5);
		expect(measure?.bias).toBeCloseTo(bias, 5);
	});

	it('are hidden below the least number of trials of either kind; the rates are not', () => {
		const few = LEAST_TRIALS - 1;
		expect(detect({ hits: 3, signals: few, falseAlarms: 1, noise: 50 })).toMatchObject({
			hitRate: 3 / few,
			falseAlarmRate: 1 / 50,
			measure: undefined
		});
		expect(detect({ hits: 3, signals: 50, falseAlarms: 1, noise: few }).measure).toBeUndefined();
		expect(detect({ hits: 0, signals: 0, falseAlarms: 0, noise: 0 })).toMatchObject({
			hitRate: undefined,
			falseAlarmRate: undefined,
			measure: undefined
		});
	});

	it('turn about when signal and noise change places', () => {
		const trials = fc
			.tuple(fc.integer({ min: 10, max: 500 }), fc.integer({ min: 10, max: 500 }))
			.chain(([signals, noise]) =>
				fc.record({
					signals: fc.constant(signals),
					noise: fc.constant(noise),
					hits: fc.integer({ min: 0, max: signals }),
					falseAlarms: fc.integer({ min: 0, max: noise })
				})
			);
		fc.assert(
			fc.property(trials, ({ signals, noise, hits, falseAlarms }) => {
				const one = detect({ hits, signals, falseAlarms, noise }).measure;
				const other = detect({
					hits: noise - falseAlarms,
					signals: noise,
					falseAlarms: signals - hits,
					noise: signals
				}).measure;
				expect(other?.dPrime).toBeCloseTo(one?.dPrime ?? Number.NaN, 8);
				expect(other?.bias).toBeCloseTo(-(one?.bias ?? Number.NaN), 8);
			})
		);
	});

	it.each([
		[-0.5, 'named too readily'],
		[0.1, 'no leaning'],
		[0.5, 'named too rarely']
	])('a bias of %d is said as: %s', (bias, words) => {
		expect(biasWords(bias)).toBe(words);
	});
});
