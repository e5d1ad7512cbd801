import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wilson } from '$lib/progress/wilson';

const counts = fc
	.integer({ min: 1, max: 5000 })
	.chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
const interval = (successes: number, n: number, z?: number) => {
	const found = wilson(successes, n, z);
	if (found === undefined) throw new Error(`No interval for ${successes} of ${n}`);
	return found;
};

describe('the Wilson interval', () => {
	// R. G. Newcombe, "Two-sided confidence intervals for the single proportion: comparison of seven methods", Statistics in
	// Medicine 17 (1998) 857–872, table I, method 3 (score method of Wilson, without continuity correction).
	it.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718]
	])('is that published by Newcombe for %i of %i', (successes, n, low, high) => {
		const found = interval(successes, n);
		expect(found.low).toBeCloseTo(low, 4);
		expect(found.high).toBeCloseTo(high, 4);
		expect(found).toMatchObject({ n, p: successes / n });
	});

	it('meets 0 and 1 exactly where nothing or everything was right', () => {
		for (let n = 1; n <= 200; n += 1) {
			const share = 1.959963984540054 ** 2 / (n + 1.959963984540054 ** 2);
			expect(interval(0, n)).toMatchObject({ p: 0, low: 0 });
			expect(interval(0, n).high).toBeCloseTo(share, 12);
			expect(interval(n, n)).toMatchObject({ p: 1, high: 1 });
			expect(interval(n, n).low).toBeCloseTo(1 - share, 12);
		}
	});

	it('is undefined without an observation', () => {
		expect(wilson(0, 0)).toBeUndefined();
	});

	it('holds the proportion, within 0 and 1', () => {
		fc.assert(
			fc.property(counts, ([successes, n]) => {
				const { p, low, high } = interval(successes, n);
				expect(0 <= low && low <= p && p <= high && high <= 1 && low < high).toBe(true);
			})
		);
	});

	it('is the mirror image for failures', () => {
		fc.assert(
			fc.property(counts, ([successes, n]) => {
				const [of, against] = [interval(successes, n), interval(n - successes, n)];
				expect(of.low).toBeCloseTo(1 - against.high, 10);
			})
		);
	});

	it('narrows with more of the same and widens with more confidence', () => {
		const width = (one: { low: number; high: number }) => one.high - one.low;
		fc.assert(
			fc.property(counts, ([successes, n]) => {
				expect(width(interval(4 * successes, 4 * n))).toBeLessThan(width(interval(successes, n)));
				expect(width(interval(successes, n, 2.576))).toBeGreaterThan(width(interval(successes, n)));
			})
		);
	});
});
