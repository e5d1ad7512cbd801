// The figures of a class worked out from points alone, by other ways than the app takes: what a page shows must come out the same.

/** Points of each learner (rows) on each question (columns). */
export type Points = readonly (readonly number[])[];

export const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);
export const mean = (list: readonly number[]) => sum(list) / list.length;

/** The middle of an odd number of values. */
export function median(list: readonly number[]): number {
	if (list.length % 2 === 0) throw new Error(`${list.length} values, expected an odd number`);
	return list.toSorted((a, b) => a - b)[(list.length - 1) / 2] ?? Number.NaN;
}

/** Both ends of Wilson's interval for a share of `n`: where (p − π)² = z² π (1 − π) ÷ n. */
export function wilsonEnds(share: number, n: number): readonly [low: number, high: number] {
	const z2 = 1.959964 ** 2;
	const [a, b, c] = [1 + z2 / n, 2 * share + z2 / n, share ** 2];
	const root = Math.sqrt(b * b - 4 * a * c);
	return [(b - root) / (2 * a), (b + root) / (2 * a)];
}

/** Pearson's correlation from sums of products; undefined where either list has no spread. */
export function pearson(x: readonly number[], y: readonly number[]): number | undefined {
	const n = x.length;
	const products = (one: readonly number[], other: readonly number[]) =>
		n * sum(one.map((value, at) => value * (other[at] ?? 0))) - sum(one) * sum(other);
	const spread = products(x, x) * products(y, y);
	return spread === 0 ? undefined : products(x, y) / Math.sqrt(spread);
}

/** Cronbach's alpha from the mean variance v of questions and the mean covariance c between them: k c ÷ (v + (k − 1) c). */
export function alpha(points: Points): number {
	const columns = (points[0] ?? []).map((_, at) => points.map((row) => row[at] ?? 0));
	const covariance = (x: readonly number[], y: readonly number[]) =>
		mean(x.map((one, at) => one * (y[at] ?? 0))) - mean(x) * mean(y);
	const k = columns.length;
	const own = mean(columns.map((x) => covariance(x, x)));
	const all = sum(columns.flatMap((x) => columns.map((y) => covariance(x, y))));
	const between = (all - k * own) / (k * (k - 1));
	return (k * between) / (own + (k - 1) * between);
}

/** One question: facility with its interval, correlation with the rest, and the best learner's share less the weakest's. */
export function figuresOfItem(points: Points, at: number, max: number) {
	const x = points.map((row) => row[at] ?? 0);
	const totals = points.map(sum);
	const rest = totals.map((total, row) => total - (x[row] ?? 0));
	const facility = sum(x) / (x.length * max);
	const [best, weakest] = [Math.max(...totals), Math.min(...totals)].map((total) =>
		totals.indexOf(total)
	);
	const [low, high] = wilsonEnds(facility, x.length);
	return {
		...{ facility, low, high },
		pointBiserial: pearson(x, rest),
		// With three learners, 27 % of them are one.
		upperLower: ((x[best ?? 0] ?? 0) - (x[weakest ?? 0] ?? 0)) / max
	};
}
