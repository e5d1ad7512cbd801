// Whether keys stand at every position equally often.

/** Complementary error function for x ≥ 0, to 1.2e-7 of its value (Numerical Recipes, `erfcc`). */
function erfc(x: number): number {
	const t = 1 / (1 + x / 2);
	const terms = [
		-1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398,
		1.48851587, -0.82215223, 0.17087277
	];
	return t * Math.exp(-x * x + terms.reduceRight((sum, one) => one + t * sum, 0));
}

/**
 * Probability that chance alone gives a χ² at least this large, with `df` degrees of freedom (a whole number from 1). By the
 * recurrence Q(a + 1, x) = Q(a, x) + x^a e^-x / Γ(a + 1) (Abramowitz and Stegun 6.5.23), begun at a = 1/2 or a = 1.
 */
export function chiSquareP(chiSquare: number, df: number): number {
	const x = chiSquare / 2;
	if (x <= 0) return 1;
	let a = df % 2 === 0 ? 1 : 0.5;
	let q = df % 2 === 0 ? Math.exp(-x) : erfc(Math.sqrt(x));
	let term =
		df % 2 === 0 ? x * Math.exp(-x) : (Math.sqrt(x) * Math.exp(-x)) / (Math.sqrt(Math.PI) / 2);
	for (; a < df / 2; a += 1) {
		q += term;
		term *= x / (a + 1);
	}
	return Math.min(1, q);
}

/** Where the keys of some items stand. */
export interface KeyPositions {
	/** How often the key stands first, second, and so on, over all items. */
	readonly counts: readonly number[];
	/** Items that the test could use. */
	readonly tested: number;
	readonly chiSquare: number;
	readonly df: number;
	/** Undefined where there are too few items to say. */
	readonly p: number | undefined;
}

/** Fewer items than this, or than √(10 k) of k options, tell nothing (Koehler and Larntz 1980, for equal expected counts). */
const LEAST = 10;

/**
 * Tests whether keys are spread evenly. Items with the same number k of options make a stratum of its own, in which each position
 * expects one in k; the χ² of the strata are added, and so are their k − 1 degrees of freedom. Strata too small to test are left out.
 */
export function keyPositions(
	items: readonly { readonly options: number; readonly position: number }[]
): KeyPositions {
	const most = Math.max(0, ...items.map((one) => one.options));
	const counts = countsOf(items, most);
	const found = { counts, tested: 0, chiSquare: 0, df: 0 };
	for (const k of new Set(items.map((one) => one.options))) {
		const own = items.filter((one) => one.options === k);
		if (k < 2 || own.length < LEAST || own.length ** 2 / k < LEAST) continue;
		const expected = own.length / k;
		found.chiSquare += countsOf(own, k).reduce((sum, n) => sum + (n - expected) ** 2 / expected, 0);
		found.df += k - 1;
		found.tested += own.length;
	}
	return { ...found, p: found.df === 0 ? undefined : chiSquareP(found.chiSquare, found.df) };
}

const countsOf = (items: readonly { readonly position: number }[], length: number) =>
	Array.from({ length }, (_, at) => items.filter((one) => one.position === at).length);
