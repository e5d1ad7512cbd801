/** A proportion with its Wilson score interval. */
export interface Proportion {
	readonly n: number;
	readonly p: number;
	readonly low: number;
	readonly high: number;
}

const Z95 = 1.959963984540054;

/**
 * Wilson score interval at 95 % for `successes` of `n` (E. B. Wilson 1927, J Am Stat Assoc 22:209–212). Unlike the
 * textbook interval it stays within 0…1 and is honest about small n. Undefined for n = 0.
 */
export function wilson(successes: number, n: number, z: number = Z95): Proportion | undefined {
	if (n <= 0) return undefined;
	const p = successes / n;
	const z2 = z * z;
	const centre = (p + z2 / (2 * n)) / (1 + z2 / n);
	const half = (z / (1 + z2 / n)) * Math.sqrt((p * (1 - p)) / n + z2 / (4 * n * n));
	// At the ends the interval meets 0 or 1 exactly; rounding would miss it by a hair.
	return {
		n,
		p,
		low: successes === 0 ? 0 : centre - half,
		high: successes === n ? 1 : centre + half
	};
}
