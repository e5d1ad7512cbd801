import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extremeGroups, itemStatistics, type ItemStatistics } from '$lib/cohort/item-statistics';
import { groundOf, pairsOn } from '$lib/cohort/matrix';
import { covariance } from '$lib/cohort/moments';
import { reliabilityOf, totalsStatistics } from '$lib/cohort/reliability';
import { NO_MINIMA, type Statistic } from '$lib/cohort/statistic';
import vectors from '../../cases/psychometrics/classical.json';
import { anyMatrix, matrix, valueOf, wholeMatrix } from './matrices';

const { data, expected } = vectors.classicalTestTheory;
const sample = matrix(data.responses);

describe('the reference', () => {
	const found = itemStatistics(sample, NO_MINIMA);
	const figures: [string, (one: ItemStatistics) => Statistic, number[], number][] = [
		['facility', (one) => one.facility.statistic, expected.p, 6],
		['corrected', (one) => one.discrimination.corrected, expected.pointBiserialCorrected, 4],
		['uncorrected', (one) => one.discrimination.uncorrected, expected.pointBiserialUncorrected, 4],
		['D of the 27 %', (one) => one.upperLower.statistic, expected.d27.D, 4],
		['Moodle index', (one) => one.discrimination.index, expected.moodleDiscriminationIndexPct, 2],
		[
			'Moodle efficiency',
			(one) => one.discrimination.efficiency,
			expected.moodleDiscriminativeEfficiencyPct,
			2
		],
		['Moodle SD', (one) => one.spread, expected.moodleItemSDPct, 2],
		['effective weight', (one) => one.weight.statistic, expected.moodleEffectiveWeightPct, 2]
	];
	it.each(figures)('%s of each item', (_, pick, wanted, digits) => {
		expect(wanted).toHaveLength(found.length);
		found.forEach((one, index) =>
			expect(valueOf(pick(one))).toBeCloseTo(wanted[index] ?? NaN, digits)
		);
	});
	it('groups of 27 %, with its rule about ties', () => {
		const groups = extremeGroups(sample);
		const names = (rows: readonly number[]) => rows.map((row) => sample.learners[row]).sort();
		expect(names(groups.upper)).toEqual(expected.d27.upper);
		expect(names(groups.lower)).toEqual(expected.d27.lower);
		expect(groups.tied).toBe(true);
	});
	it('reliability, with one divisor', () => {
		const got = reliabilityOf(sample, NO_MINIMA);
		expect(valueOf(got.alpha)).toBeCloseTo(expected.cronbachAlpha, 6);
		expect(valueOf(got.alpha)).not.toBeCloseTo(expected.kr20WrongMixedVariance, 2);
		expect(got.isKr20).toBe(true);
		expect(valueOf(got.sem)).toBeCloseTo(expected.semRaw, 6);
		expect(valueOf(got.errorRatio)).toBeCloseTo(expected.errorRatioPct, 4);
		for (const { target, factor, items } of got.lengthening) {
			const wanted =
				target === 0.7 ? expected.spearmanBrown['to0.70'] : expected.spearmanBrown['to0.80'];
			expect(valueOf(factor)).toBeCloseTo(wanted.factor, 4);
			expect(valueOf(items)).toBe(wanted.items);
		}
	});
	it('totals', () => {
		const got = totalsStatistics(sample);
		expect(valueOf(got.mean)).toBeCloseTo(expected.mean, 6);
		expect(valueOf(got.sd) ** 2).toBeCloseTo(expected.varianceSample, 6);
		expect(valueOf(got.skewness)).toBeCloseTo(expected.skewnessMoodle, 5);
		expect(valueOf(got.kurtosis)).toBeCloseTo(expected.kurtosisMoodle, 5);
		expect(valueOf(got.median)).toBe(2.5);
	});
	it('is withheld from ten learners, save what a small group can bear', () => {
		const [first] = itemStatistics(sample);
		expect(first?.discrimination.corrected).toEqual({ n: 10, reason: 'few', needs: 20 });
		expect(first?.upperLower.statistic.value).toBeUndefined();
		expect(first?.weight.statistic.value).toBeUndefined();
		expect(reliabilityOf(sample).alpha.value).toBeUndefined();
		expect(first?.facility.statistic).toEqual({ n: 10, value: 0.8 });
		expect(first?.facility.low).toBeCloseTo(0.4902, 4);
		expect(first?.facility.high).toBeCloseTo(0.9433, 4);
	});
});

const figuresOf = (one: ItemStatistics) => [
	one.facility.statistic,
	one.spread,
	one.discrimination.corrected,
	one.discrimination.uncorrected,
	one.discrimination.index,
	one.discrimination.efficiency,
	one.upperLower.statistic,
	one.weight.statistic
];

describe('for all cohorts', () => {
	it('every figure stays within its bounds', () => {
		fc.assert(
			fc.property(anyMatrix, (any) => {
				for (const one of itemStatistics(any, NO_MINIMA)) {
					const [facility, , ...others] = figuresOf(one);
					const { low, high } = one.facility;
					if (facility?.value !== undefined) {
						expect(facility.value).toBeGreaterThanOrEqual(low);
						expect(facility.value).toBeLessThanOrEqual(high);
						expect(low).toBeGreaterThanOrEqual(0);
						expect(high).toBeLessThanOrEqual(1);
					}
					const most = [1, 1, 100, 100, 1, 100];
					others.forEach(({ value = 0 }, index) =>
						expect(Math.abs(value)).toBeLessThanOrEqual((most[index] ?? 0) + 1e-9)
					);
				}
				expect(reliabilityOf(any, NO_MINIMA).alpha.value ?? 0).toBeLessThanOrEqual(1 + 1e-9);
			})
		);
	});
	it('an item that everybody finds easier by a point discriminates as before', () => {
		fc.assert(
			fc.property(wholeMatrix, (any) => {
				const shifted = {
					...any,
					max: any.max.map((one, index) => (index === 0 ? one + 1 : one)),
					points: any.points.map((row) =>
						row.map((one = 0, index) => (index === 0 ? one + 1 : one))
					)
				};
				const before = itemStatistics(any, NO_MINIMA);
				const after = itemStatistics(shifted, NO_MINIMA);
				before.forEach((one, index) => {
					expect(after[index]?.discrimination.corrected.value ?? 9).toBeCloseTo(
						one.discrimination.corrected.value ?? 9,
						8
					);
					expect(after[index]?.discrimination.efficiency.value ?? 9).toBeCloseTo(
						one.discrimination.efficiency.value ?? 9,
						6
					);
				});
				expect(reliabilityOf(shifted, NO_MINIMA).alpha.value ?? 9).toBeCloseTo(
					reliabilityOf(any, NO_MINIMA).alpha.value ?? 9,
					8
				);
			})
		);
	});
	it('the order in which learners come makes no difference', () => {
		fc.assert(
			fc.property(anyMatrix, (any) => {
				const reversed = {
					...any,
					learners: [...any.learners].reverse(),
					points: [...any.points].reverse()
				};
				const before = itemStatistics(any, NO_MINIMA).flatMap(figuresOf);
				const after = itemStatistics(reversed, NO_MINIMA).flatMap(figuresOf);
				after.forEach((one, index) => {
					expect(one.n).toBe(before[index]?.n);
					expect(one.value ?? 9).toBeCloseTo(before[index]?.value ?? 9, 6);
				});
			})
		);
	});
	it('the correction is that of Henrysson', () => {
		fc.assert(
			fc.property(wholeMatrix, (any) => {
				any.max.forEach((_, item) => {
					const pairs = pairsOn(groundOf(any), item);
					const x = pairs.map((one) => one.x);
					const total = pairs.map((one) => one.total);
					const [sx2 = 0, st2 = 0, both = 0] = [
						covariance(x, x),
						covariance(total, total),
						covariance(x, total)
					];
					const below = sx2 + st2 - 2 * both;
					const corrected = itemStatistics(any, NO_MINIMA)[item]?.discrimination.corrected;
					if (corrected?.value === undefined || below < 1e-9) return;
					expect(corrected.value).toBeCloseTo((both - sx2) / Math.sqrt(sx2 * below), 6);
				});
			})
		);
	});
	it('effective weights add up to 100', () => {
		fc.assert(
			fc.property(wholeMatrix, (any) => {
				const weights = itemStatistics(any, NO_MINIMA).flatMap(
					(one) => one.weight.statistic.value ?? []
				);
				if (weights.every((one) => one === 0)) return;
				expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(100, 6);
			})
		);
	});
	it('groups are of equal size, and none in the upper one has less than any in the lower one', () => {
		fc.assert(
			fc.property(wholeMatrix, (any) => {
				const { upper, lower } = extremeGroups(any);
				const total = (row: number) =>
					any.points[row]?.reduce<number>((sum, one) => sum + (one ?? 0), 0) ?? 0;
				expect(upper).toHaveLength(lower.length);
				expect(new Set([...upper, ...lower]).size).toBe(upper.length + lower.length);
				expect(Math.min(...upper.map(total))).toBeGreaterThanOrEqual(Math.max(...lower.map(total)));
			})
		);
	});
});

describe('where learners were asked different items', () => {
	const pools = matrix([
		[1, 1, undefined],
		[0, undefined, 0],
		[undefined, 1, 1],
		[1, 0, 1]
	]);
	it('counts those who were asked, and compares shares', () => {
		const [first] = itemStatistics(pools, NO_MINIMA);
		expect(first?.facility.statistic).toEqual({ n: 3, value: 2 / 3 });
		// Points 1, 0, 1 beside shares 1, 0, 0.5 of the rest.
		expect(first?.discrimination.corrected.value).toBeCloseTo(0.866, 3);
	});
	it('withholds what compares totals', () => {
		expect(reliabilityOf(pools, NO_MINIMA).alpha).toEqual({ n: 4, reason: 'papers' });
		expect(totalsStatistics(pools).mean).toEqual({ n: 4, reason: 'papers' });
		expect(itemStatistics(pools, NO_MINIMA)[0]?.weight.statistic).toEqual({
			n: 4,
			reason: 'papers'
		});
	});
});
