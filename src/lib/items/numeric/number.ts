// Numbers as learners write them.

const DECIMAL = /^[+-]?(?:\d+(?:[.,]\d*)?|[.,]\d+)$/;

/** The number a learner wrote, with a point or a comma; undefined where it is none, or none yet. */
export function parseNumber(text: string): number | undefined {
	const plain = text.trim().replace('\u2212', '-');
	if (!DECIMAL.test(plain)) return undefined;
	const value = Number(plain.replace(',', '.'));
	if (!Number.isFinite(value)) return undefined;
	// Minus nought is nought.
	return value === 0 ? 0 : value;
}

/** True when two numbers differ by no more than the tolerance, forgiving the last digits of decimal fractions. */
export function within(a: number, b: number, tolerance: number): boolean {
	const slack = 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
	return Math.abs(a - b) <= tolerance + slack;
}
