// A figure with the number of learners behind it; or the reason why it is withheld.

/** From how many learners on a figure is shown. */
export interface Minima {
	/** Correlations, discrimination, effective weights, what distractors do. */
	readonly discrimination: number;
	/** Alpha and what follows from it. */
	readonly reliability: number;
}

/**
 * Below 20 learners the standard error of a correlation near 0 is above 0.22, wider than the difference between a good item and a poor
 * one; texts on the 27 % index hide it below 20 to 30. Milium's own choice within that.
 */
export const MINIMA: Minima = { discrimination: 20, reliability: 20 };

/** Every figure that can be worked out at all, for experts and for checks. */
export const NO_MINIMA: Minima = { discrimination: 0, reliability: 0 };

/** Why a figure is not shown. */
export type Reason =
	/** Fewer learners than its minimum. */
	| 'few'
	/** Everybody earned the same, so that there is nothing to compare. */
	| 'same'
	/** Learners were asked different items, so that totals cannot be compared. */
	| 'papers'
	/** It follows from a figure that is negative, or not there. */
	| 'base';

export interface Figure {
	/** Learners behind it. */
	readonly n: number;
	readonly value: number;
}
export interface Withheld {
	readonly n: number;
	readonly value?: undefined;
	readonly reason: Reason;
	/** How many learners it would take, where they are too few. */
	readonly needs?: number;
}
export type Statistic = Figure | Withheld;

/** The figure if there are enough learners and it can be worked out. */
export function statistic(
	n: number,
	value: number | undefined,
	least: number,
	reason: Exclude<Reason, 'few'> = 'same'
): Statistic {
	if (n < least) return { n, reason: 'few', needs: least };
	return value === undefined || !Number.isFinite(value) ? { n, reason } : { n, value };
}

/** Why a figure is withheld, in words. */
export function reasonWords({ n, reason, needs }: Withheld): string {
	switch (reason) {
		case 'few':
			return `Withheld: ${n} ${n === 1 ? 'learner' : 'learners'}, and it takes ${needs ?? 2}.`;
		case 'same':
			return 'Not defined: all learners earned the same.';
		case 'papers':
			return 'Not defined: learners were asked different questions, so their totals cannot be compared.';
		case 'base':
			return 'Not defined: the figure that it is made from is missing or negative.';
	}
}
