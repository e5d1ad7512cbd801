// Means, variances and correlations. Variances and covariances divide by n − 1 throughout, so that no two figures on a page mix
// divisors: alpha made with one kind and item variances of the other is a known mistake.

/** The mean; undefined for an empty list. */
export function mean(list: readonly number[]): number | undefined {
	if (list.length === 0) return undefined;
	return list.reduce((sum, one) => sum + one, 0) / list.length;
}

/** Σ(x − x̄)(y − ȳ) / (n − 1); undefined below two pairs. */
export function covariance(x: readonly number[], y: readonly number[]): number | undefined {
	const meanX = mean(x);
	const meanY = mean(y);
	if (x.length < 2 || x.length !== y.length || meanX === undefined || meanY === undefined)
		return undefined;
	const products = x.reduce(
		(sum, one, index) => sum + (one - meanX) * ((y[index] ?? 0) - meanY),
		0
	);
	return products / (x.length - 1);
}

/** Σ(x − x̄)² / (n − 1); undefined below two numbers, and exactly 0 where all are the same. */
export function variance(list: readonly number[]): number | undefined {
	if (list.length > 1 && list.every((one) => one === list[0])) return 0;
	return covariance(list, list);
}

/** Pearson's correlation; undefined where either list has no spread. */
export function correlation(x: readonly number[], y: readonly number[]): number | undefined {
	const varX = variance(x);
	const varY = variance(y);
	const both = covariance(x, y);
	if (varX === undefined || varY === undefined || both === undefined || varX === 0 || varY === 0)
		return undefined;
	return clamp(both / Math.sqrt(varX * varY));
}

/** Rounding may leave a correlation a hair beyond its bounds. */
export const clamp = (value: number) => Math.max(-1, Math.min(1, value));

/**
 * Skewness k₃ / k₂^1.5 and excess kurtosis k₄ / k₂² from k-statistics, as Moodle's quiz statistics define them
 * (mod/quiz/report/statistics/classes/calculator.php). Skewness needs three numbers, kurtosis four.
 */
export function shapeOf(list: readonly number[]): {
	readonly skewness?: number;
	readonly kurtosis?: number;
} {
	const n = list.length;
	const centre = mean(list);
	if (centre === undefined || n < 3) return {};
	const power = (k: number) => list.reduce((sum, one) => sum + (one - centre) ** k, 0) / n;
	const [m2, m3, m4] = [power(2), power(3), power(4)];
	const k2 = (n * m2) / (n - 1);
	if (variance(list) === 0) return {};
	const k3 = (n * n * m3) / ((n - 1) * (n - 2));
	const skewness = k3 / k2 ** 1.5;
	if (n < 4) return { skewness };
	const k4 = ((n * n) / ((n - 1) * (n - 2) * (n - 3))) * ((n + 1) * m4 - 3 * (n - 1) * m2 * m2);
	return { skewness, kurtosis: k4 / (k2 * k2) };
}
