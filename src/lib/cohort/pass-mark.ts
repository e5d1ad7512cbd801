// Where a pass mark may lie: fixed beforehand, or by one of the methods of standard setting. Every mark is a share of the points.
import { reaches } from './summary.js';

/** Rounding must not fail somebody who has the mark exactly. */
const HAIR = 1e-9;

/** What a pass mark would mean for a class. */
export interface Consequence {
	readonly n: number;
	readonly passed: number;
	readonly failed: number;
	/** Share of the class that fails, 0 to 1; 0 for an empty one. */
	readonly failRate: number;
}

/** What a pass mark would mean for learners with these shares of the points. */
export function consequenceOf(mark: number, shares: readonly number[]): Consequence {
	const passed = shares.filter((share) => reaches(share, mark)).length;
	const n = shares.length;
	return { n, passed, failed: n - passed, failRate: n === 0 ? 0 : (n - passed) / n };
}

export interface Angoff {
	/** Points that a borderline learner would earn, by judge. */
	readonly sums: readonly number[];
	/** Their mean, in points and as a share of the points that could be had. */
	readonly cut: number;
	readonly share: number;
	readonly max: number;
	/** Spread of the judges in points (n − 1), and the standard error of the cut; undefined with one judge. */
	readonly sd: number | undefined;
	readonly error: number | undefined;
}

/**
 * Angoff: each judge estimates, for each item, the share of its points that a borderline learner would earn; the cut is the mean over
 * judges of the sums (W. H. Angoff 1971, in: Educational Measurement, 2nd ed.). `max` holds the points of each item. Undefined without a
 * judge who has estimated every item.
 */
export function angoff(
	judges: readonly (readonly (number | undefined)[])[],
	max: readonly number[]
): Angoff | undefined {
	const all = max.reduce((sum, one) => sum + one, 0);
	const sums = judges.flatMap((estimates) => {
		const points = max.map((most, item) => {
			const estimate = estimates[item];
			return estimate === undefined ? undefined : estimate * most;
		});
		const known = points.filter((one) => one !== undefined);
		return known.length < max.length ? [] : [known.reduce((sum, one) => sum + one, 0)];
	});
	if (sums.length === 0 || all === 0) return undefined;
	const cut = sums.reduce((sum, one) => sum + one, 0) / sums.length;
	const squares = sums.reduce((sum, one) => sum + (one - cut) ** 2, 0);
	const sd = sums.length < 2 ? undefined : Math.sqrt(squares / (sums.length - 1));
	return {
		...{ sums, cut, share: cut / all, max: all, sd },
		error: sd === undefined ? undefined : sd / Math.sqrt(sums.length)
	};
}

/** One cell of Ebel's table: the points in it, and the share of them that a borderline learner would earn. */
export interface EbelCell {
	readonly points: number;
	readonly share: number;
}

/** Ebel: Σ points × share over the cells difficulty × relevance (R. L. Ebel 1972, Essentials of Educational Measurement). */
export function ebel(
	cells: readonly EbelCell[]
): { readonly cut: number; readonly max: number; readonly share: number } | undefined {
	const max = cells.reduce((sum, one) => sum + one.points, 0);
	if (max === 0) return undefined;
	const cut = cells.reduce((sum, one) => sum + one.points * one.share, 0);
	return { cut, max, share: cut / max };
}

/** What a panel finds acceptable, as shares from 0 to 1. */
export interface HofsteeBox {
	readonly lowestMark: number;
	readonly highestMark: number;
	readonly lowestFailRate: number;
	readonly highestFailRate: number;
}

export interface Hofstee {
	readonly mark: number;
	/**
	 * `within`: the curve crosses the diagonal of the box. `above`: more fail at the lowest mark than is acceptable; `below`: fewer fail at the
	 * highest one. Then the panel's limits do not fit the class, and the nearer limit is given.
	 */
	readonly where: 'within' | 'above' | 'below';
}

/**
 * Hofstee: the mark at which the curve of those who would fail crosses the diagonal from (lowest mark, highest fail rate) to (highest mark,
 * lowest fail rate) (W. K. B. Hofstee 1983, in: On Educational Testing). The curve is a staircase: who has the mark exactly passes.
 * Undefined for an empty class, and for a box that is none.
 */
export function hofstee(box: HofsteeBox, shares: readonly number[]): Hofstee | undefined {
	const { lowestMark, highestMark, lowestFailRate, highestFailRate } = box;
	if (shares.length === 0 || lowestMark >= highestMark || lowestFailRate > highestFailRate)
		return undefined;
	const below = (mark: number) => consequenceOf(mark, shares).failRate;
	const upTo = (mark: number) => shares.filter((one) => one <= mark + HAIR).length / shares.length;
	const slope = (lowestFailRate - highestFailRate) / (highestMark - lowestMark);
	const diagonal = (mark: number) => highestFailRate + slope * (mark - lowestMark);
	if (below(lowestMark) > highestFailRate + HAIR) return { mark: lowestMark, where: 'above' };
	if (below(highestMark) < lowestFailRate - HAIR) return { mark: highestMark, where: 'below' };
	const within = shares.filter((one) => one > lowestMark && one < highestMark);
	const steps = [lowestMark, ...new Set(within.sort((a, b) => a - b)), highestMark];
	for (const [index, mark] of steps.entries()) {
		// The staircase rises at the mark itself, or runs level until the diagonal comes down to it.
		if (upTo(mark) >= diagonal(mark) - HAIR) return { mark, where: 'within' };
		const next = steps[index + 1] ?? highestMark;
		if (slope < 0 && upTo(mark) >= diagonal(next)) {
			const crossing = lowestMark + (upTo(mark) - highestFailRate) / slope;
			return { mark: Math.min(next, Math.max(mark, crossing)), where: 'within' };
		}
	}
	return { mark: highestMark, where: 'within' };
}
