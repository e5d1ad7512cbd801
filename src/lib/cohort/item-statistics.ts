// The statistics of one item, each with the numbers that it was made from, so that a page can show the formula filled in.
import { wilson } from '$lib/progress/wilson';
import { groundOf, isComplete, pairsOn, totalsOf, type Pair, type ScoreMatrix } from './matrix.js';
import { clamp, covariance, mean, variance } from './moments.js';
import { MINIMA, statistic, type Minima, type Statistic } from './statistic.js';

/** Share of the points that could be had. */
export interface Facility {
	readonly statistic: Statistic;
	/** Wilson interval at 95 %; for items of several points a cautious one, since such scores spread less. */
	readonly low: number;
	readonly high: number;
	/** Points earned by all learners, and most points of the item. */
	readonly sum: number;
	readonly max: number;
}

/**
 * Facility: Σ points / (n · max), for items of any number of points (Moodle, question/classes/statistics/questions/calculator.php:
 * markaverage / maxmark). `points` are those of the learners who were asked.
 */
export function facilityOf(points: readonly number[], max: number): Facility {
	const n = points.length;
	const sum = points.reduce((all, one) => all + one, 0);
	const share = n === 0 ? undefined : sum / (n * max);
	const interval = share === undefined ? undefined : wilson(share * n, n);
	return {
		statistic: statistic(n, share, 1),
		...{ low: interval?.low ?? 0, high: interval?.high ?? 1, sum, max }
	};
}

/** How an item goes with the rest of the test, after Moodle. */
export interface Discrimination {
	/**
	 * Corrected point-biserial: Pearson's correlation of the points on the item with those on all other items. Uncorrected, an item is
	 * correlated with itself too, and even a harmful one may look useful.
	 */
	readonly corrected: Statistic;
	/** The same with the item part of the total; for comparison with other programs. */
	readonly uncorrected: Statistic;
	/** Moodle's discrimination index, in per cent: the corrected correlation × 100. */
	readonly index: Statistic;
	/** Moodle's discriminative efficiency, in per cent of the covariance that could be had with these points. */
	readonly efficiency: Statistic;
	readonly covariance: number;
	readonly highestCovariance: number;
	readonly varianceItem: number;
	readonly varianceRest: number;
}

/** Moodle calls an item dubious below this efficiency (mod/quiz/report/statistics/statistics_table.php). */
export const DUBIOUS_EFFICIENCY = 15;

/** Discrimination from the learners who were asked the item (`pairsOn`). */
function discriminationOf(pairs: readonly Pair[], minima: Minima = MINIMA): Discrimination {
	const x = pairs.map((one) => one.x);
	const rest = pairs.map((one) => one.rest);
	const both = covariance(x, rest) ?? 0;
	const sorted = (list: readonly number[]) => [...list].sort((a, b) => a - b);
	const highest = covariance(sorted(x), sorted(rest)) ?? 0;
	const [varX, varRest] = [variance(x) ?? 0, variance(rest) ?? 0];
	const flat = varX === 0 || varRest === 0;
	const corrected = flat ? undefined : clamp(both / Math.sqrt(varX * varRest));
	const give = (value: number | undefined) => statistic(pairs.length, value, minima.discrimination);
	return {
		corrected: give(corrected),
		uncorrected: give(uncorrectedOf(pairs)),
		index: give(corrected === undefined ? undefined : 100 * corrected),
		// Of two lists with spread the sorted covariance is above 0; rounding may say otherwise.
		efficiency: give(flat || highest <= 0 ? undefined : 100 * clamp(both / highest)),
		...{ covariance: both, highestCovariance: highest },
		...{ varianceItem: varX, varianceRest: varRest }
	};
}

function uncorrectedOf(pairs: readonly Pair[]): number | undefined {
	const x = pairs.map((one) => one.x);
	const total = pairs.map((one) => one.total);
	const [varX, varTotal, both] = [variance(x), variance(total), covariance(x, total)];
	if (!varX || !varTotal || both === undefined) return undefined;
	return clamp(both / Math.sqrt(varX * varTotal));
}

/** Upper and lower groups of a cohort. */
export interface Groups {
	/** Rows of the matrix. */
	readonly upper: readonly number[];
	readonly lower: readonly number[];
	/** True where learners on both sides of an edge have the same total, so that the rule about ties decided. */
	readonly tied: boolean;
}

/** Kelley's share of a cohort for each extreme group (T. L. Kelley 1939, J Educ Psychol 30:17–24). */
export const EXTREME_SHARE = 0.27;

/** How ties at an edge of the extreme groups are decided; printed wherever D is. */
export const TIE_RULE =
	'Learners are ordered by total, highest first; those with equal totals by code, in the order of its characters.';

/**
 * The top and bottom 27 % by total, round(0.27 · n) learners each and at least one. By share of points where learners were asked different
 * items. Ties are decided by `TIE_RULE`.
 */
export function extremeGroups(matrix: ScoreMatrix): Groups {
	const whole = isComplete(matrix);
	const ordered = totalsOf(matrix)
		.map((total, row) => ({ row, score: whole ? total.points : total.share, code: total.learner }))
		.sort(
			(a, b) => b.score - a.score || (a.code < b.code ? -1 : a.code > b.code ? 1 : a.row - b.row)
		);
	const size = Math.min(
		Math.floor(ordered.length / 2),
		Math.max(1, Math.round(EXTREME_SHARE * ordered.length))
	);
	const lowest = ordered.length - size;
	const sameAt = (edge: number) => size > 0 && ordered[edge - 1]?.score === ordered[edge]?.score;
	return {
		upper: ordered.slice(0, size).map((one) => one.row),
		lower: ordered.slice(lowest).map((one) => one.row),
		tied: sameAt(size) || sameAt(lowest)
	};
}

/** The discrimination index D of classical texts. */
export interface UpperLower {
	readonly statistic: Statistic;
	/** Facility in each group, and how many of the group were asked the item. */
	readonly upper: number;
	readonly lower: number;
	readonly upperN: number;
	readonly lowerN: number;
	/** Learners in each group. */
	readonly size: number;
	readonly tied: boolean;
}

/** D = facility in the upper group − facility in the lower group, of one item. */
function upperLowerOf(
	matrix: ScoreMatrix,
	item: number,
	groups: Groups = extremeGroups(matrix),
	minima: Minima = MINIMA
): UpperLower {
	const max = matrix.max[item] ?? 1;
	const inGroup = (rows: readonly number[]) =>
		rows.flatMap((row) => matrix.points[row]?.[item] ?? []);
	const upper = inGroup(groups.upper);
	const lower = inGroup(groups.lower);
	const p = (list: readonly number[]) => {
		const average = mean(list);
		return average === undefined ? undefined : average / max;
	};
	const [pUpper, pLower] = [p(upper), p(lower)];
	const asked = matrix.points.filter((row) => row[item] !== undefined).length;
	const value = pUpper === undefined || pLower === undefined ? undefined : pUpper - pLower;
	return {
		statistic: statistic(asked, value, minima.discrimination, 'papers'),
		...{ upper: pUpper ?? 0, lower: pLower ?? 0, upperN: upper.length, lowerN: lower.length },
		...{ size: groups.upper.length, tied: groups.tied }
	};
}

/** What share of the spread of totals comes from an item. */
export interface Weight {
	/** In per cent; all weights that are defined add up to 100. */
	readonly statistic: Statistic;
	/** Of the points on the item with the total, and Σ √covariance over all items where it is not negative. */
	readonly covariance: number;
	readonly sumOfRoots: number;
}

/**
 * Moodle's effective weights: 100 · √cov(x, total) / Σ √cov. An item that goes against the total has none (blank in Moodle) and is left
 * out of the sum. Only where all learners were asked the same items.
 */
function weightsOf(matrix: ScoreMatrix, minima: Minima = MINIMA): Weight[] {
	const n = matrix.learners.length;
	const whole = isComplete(matrix);
	const totals = totalsOf(matrix).map((one) => one.points);
	const covariances = matrix.max.map((_, item) => {
		const x = matrix.points.map((row) => row[item] ?? 0);
		return tidy(covariance(x, totals) ?? 0);
	});
	const sumOfRoots = covariances.reduce((sum, one) => sum + Math.sqrt(Math.max(0, one)), 0);
	return covariances.map((one) => {
		const value = one < 0 || sumOfRoots === 0 ? undefined : (100 * Math.sqrt(one)) / sumOfRoots;
		return {
			statistic: whole
				? statistic(n, value, minima.discrimination, one < 0 ? 'base' : 'same')
				: statistic(n, undefined, minima.discrimination, 'papers'),
			covariance: one,
			sumOfRoots
		};
	});
}

/** A covariance of 0 that rounding made a hair more or less. */
const tidy = (value: number) => (Math.abs(value) < 1e-12 ? 0 : value);

/** Everything about one item of a matrix. */
export interface ItemStatistics {
	readonly facility: Facility;
	/** Standard deviation of the points, as a share of the maximum in per cent; as Moodle shows it. */
	readonly spread: Statistic;
	readonly discrimination: Discrimination;
	readonly upperLower: UpperLower;
	readonly weight: Weight;
}

/** The statistics of every item of a matrix, in its order. */
export function itemStatistics(matrix: ScoreMatrix, minima: Minima = MINIMA): ItemStatistics[] {
	const groups = extremeGroups(matrix);
	const weights = weightsOf(matrix, minima);
	const ground = groundOf(matrix);
	return weights.map((weight, item) => {
		const max = matrix.max[item] ?? 1;
		const points = matrix.points.flatMap((row) => row[item] ?? []);
		const varX = variance(points);
		return {
			facility: facilityOf(points, max),
			spread: statistic(
				points.length,
				varX === undefined ? undefined : (100 * Math.sqrt(varX)) / max,
				2
			),
			discrimination: discriminationOf(pairsOn(ground, item), minima),
			upperLower: upperLowerOf(matrix, item, groups, minima),
			weight
		};
	});
}
