// How far a total can be trusted: alpha, the error of measurement, and how long a test would have to be.
import { isComplete, totalsOf, type ScoreMatrix } from './matrix.js';
import { mean, shapeOf, variance } from './moments.js';
import { MINIMA, statistic, type Minima, type Statistic } from './statistic.js';

/** Totals of a cohort, in points. */
export interface Totals {
	readonly n: number;
	/** Most points of all items. */
	readonly max: number;
	readonly mean: Statistic;
	/** Standard deviation, divided by n − 1. */
	readonly sd: Statistic;
	readonly median: Statistic;
	readonly skewness: Statistic;
	readonly kurtosis: Statistic;
}

/** How much longer a test of the same kind would have to be. */
export interface Lengthening {
	readonly target: number;
	/** Times the present length. */
	readonly factor: Statistic;
	/** Items in all, rounded up. */
	readonly items: Statistic;
}

export interface Reliability {
	/** Cronbach's alpha; where every item has one point it is KR-20. */
	readonly alpha: Statistic;
	readonly isKr20: boolean;
	readonly items: number;
	/** Σ of the variances of the items, and the variance of the totals: both divided by n − 1. */
	readonly sumOfVariances: number;
	readonly varianceOfTotals: number;
	/** Standard error of measurement, in points. */
	readonly sem: Statistic;
	/** Moodle's error ratio, in per cent: 100 · √(1 − alpha). */
	readonly errorRatio: Statistic;
	readonly lengthening: readonly Lengthening[];
}

/** Reliabilities that a test is lengthened towards: for feedback to a group, and for decisions about persons. */
const TARGETS = [0.7, 0.8] as const;

/** Sums up the totals; in points where all learners were asked the same items, otherwise undefined. */
export function totalsStatistics(matrix: ScoreMatrix): Totals {
	const n = matrix.learners.length;
	const whole = isComplete(matrix);
	const totals = whole ? totalsOf(matrix).map((one) => one.points) : [];
	const give = (value: number | undefined, least: number) =>
		statistic(n, value, least, whole ? 'same' : 'papers');
	const spread = variance(totals);
	const shape = shapeOf(totals);
	return {
		n,
		max: matrix.max.reduce((sum, one) => sum + one, 0),
		mean: give(mean(totals), 1),
		sd: give(spread === undefined ? undefined : Math.sqrt(spread), 2),
		median: give(median(totals), 1),
		skewness: give(shape.skewness, 3),
		kurtosis: give(shape.kurtosis, 4)
	};
}

function median(list: readonly number[]): number | undefined {
	const sorted = [...list].sort((a, b) => a - b);
	const middle = sorted.slice(
		Math.floor((sorted.length - 1) / 2),
		Math.floor(sorted.length / 2) + 1
	);
	return mean(middle);
}

/**
 * Cronbach's alpha, k / (k − 1) · (1 − Σ s²ᵢ / s²ₓ), with one divisor, n − 1, for all variances (L. J. Cronbach 1951, Psychometrika
 * 16:297–334; for items of one point the Kuder-Richardson formula 20). SEM = sₓ · √(1 − alpha). Needs two items at least, and that all
 * learners were asked the same.
 */
export function reliabilityOf(matrix: ScoreMatrix, minima: Minima = MINIMA): Reliability {
	const n = matrix.learners.length;
	const k = matrix.max.length;
	const whole = isComplete(matrix);
	const ofItems = matrix.max.map(
		(_, item) => variance(matrix.points.map((row) => row[item] ?? 0)) ?? 0
	);
	const sumOfVariances = ofItems.reduce((sum, one) => sum + one, 0);
	const varianceOfTotals = variance(totalsOf(matrix).map((one) => one.points)) ?? 0;
	const alpha =
		!whole || k < 2 || varianceOfTotals === 0
			? undefined
			: (k / (k - 1)) * (1 - sumOfVariances / varianceOfTotals);
	const give = (value: number | undefined, reason: 'base' | 'same' = 'base') =>
		statistic(n, value, minima.reliability, whole ? reason : 'papers');
	const error = alpha === undefined || alpha < 0 ? undefined : Math.sqrt(1 - alpha);
	return {
		alpha: give(alpha, 'same'),
		isKr20: matrix.max.every((one) => one === 1),
		items: k,
		...{ sumOfVariances, varianceOfTotals },
		sem: give(error === undefined ? undefined : Math.sqrt(varianceOfTotals) * error),
		errorRatio: give(error === undefined ? undefined : 100 * error),
		lengthening: TARGETS.map((target) => {
			const factor = spearmanBrown(alpha, target);
			return {
				target,
				factor: give(factor),
				items: give(factor === undefined ? undefined : roundUp(k * factor))
			};
		})
	};
}

/** 17 items are not 18 because of a rounding error. */
const roundUp = (value: number) => Math.ceil(value - 1e-9);

/**
 * Spearman-Brown: how many times as long a test must be to reach `target`, r*(1 − r) / (r (1 − r*)). Below 1 where it is reached already.
 * Undefined for a reliability of 0 or less, and of 1.
 */
export function spearmanBrown(reliability: number | undefined, target: number): number | undefined {
	if (reliability === undefined || reliability <= 0 || reliability >= 1) return undefined;
	return (target * (1 - reliability)) / (reliability * (1 - target));
}
