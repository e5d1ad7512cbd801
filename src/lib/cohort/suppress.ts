// Small counts hidden, so that a table that is handed on tells nothing about single learners.
import type { Rollup } from '$lib/progress/rollups';
import type { Summary } from './summary.js';

/** Counts of fewer learners are hidden: the usual threshold of published tables. */
export const SMALLEST_SHOWN = 5;
/** What stands in place of a hidden count. */
const HIDDEN = `< ${SMALLEST_SHOWN}`;

/** A count as it may be shown: none and enough as they are, a few hidden. */
export function shownCount(n: number, hide: boolean): string {
	return hide && n > 0 && n < SMALLEST_SHOWN ? HIDDEN : String(n);
}

/** The sums behind which enough learners stand; all of them where nothing is to be hidden. */
export function shownSums(
	sums: readonly Rollup[],
	{ people }: Pick<Summary, 'people'>,
	hide: boolean
): Rollup[] {
	return sums.filter((one) => !hide || (people[one.key] ?? 0) >= SMALLEST_SHOWN);
}
