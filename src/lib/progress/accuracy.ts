// Accuracy with its uncertainty, from sums.
import { add, keyParts, type Rollup } from './rollups.js';
import { wilson, type Proportion } from './wilson.js';

/** One line of an accuracy table: the share of attempts with full points, and the share of points. */
export interface Accuracy extends Proportion {
	readonly id: string;
	readonly correct: number;
	/** Share of the points that could be had, 0 to 1. */
	readonly pointShare: number;
	/** First attempts only; undefined where there is none. */
	readonly first: Proportion | undefined;
	/** All later attempts. */
	readonly repeats: Proportion | undefined;
	/** Mean time on a question, in milliseconds. */
	readonly meanMs: number;
}

/** The accuracy that a sum holds; undefined for an empty one. */
export function accuracyOf(id: string, sum: Rollup): Accuracy | undefined {
	const interval = wilson(sum.correct, sum.n);
	if (interval === undefined) return undefined;
	return {
		id,
		correct: sum.correct,
		pointShare: sum.max === 0 ? 0 : sum.points / sum.max,
		first: wilson(sum.firstCorrect, sum.firstN),
		repeats: wilson(sum.correct - sum.firstCorrect, sum.n - sum.firstN),
		meanMs: sum.activeMs / sum.n,
		...interval
	};
}

/** Sums of a kind as accuracies, in the order of `ids`; ids without an attempt are left out. */
export function accuraciesOf(ids: readonly string[], sums: readonly Rollup[]): Accuracy[] {
	const byId = new Map(sums.map((sum) => [keyParts(sum.key)[0] ?? '', sum]));
	return ids.flatMap((id) => {
		const sum = byId.get(id);
		const accuracy = sum === undefined ? undefined : accuracyOf(id, sum);
		return accuracy === undefined ? [] : [accuracy];
	});
}

/** A stretch of the trend: a day or a week, named by its first day. */
export interface TrendStep extends Proportion {
	readonly from: string;
	readonly days: number;
}

/**
 * Daily sums as a trend, oldest first, in stretches of `stretch` days counted back from `until` so that the latest is
 * whole. Stretches without an attempt are left out.
 */
export function trendOf(daily: readonly Rollup[], until: string, stretch: number): TrendStep[] {
	const groups = new Map<number, Rollup>();
	for (const sum of daily) {
		const day = keyParts(sum.key).at(-1) ?? '';
		const back = Math.floor(daysBetween(day, until) / stretch);
		const before = groups.get(back);
		groups.set(back, before === undefined ? sum : add(before, sum));
	}
	return [...groups]
		.sort(([a], [b]) => b - a)
		.flatMap(([back, sum]) => {
			const interval = wilson(sum.correct, sum.n);
			if (interval === undefined) return [];
			return [
				{ from: addDays(until, -(back * stretch + stretch - 1)), days: stretch, ...interval }
			];
		});
}

const DAY_MS = 86_400_000;
const timeOfDay = (day: string) => Date.parse(`${day}T00:00:00Z`);

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
	return Math.round((timeOfDay(to) - timeOfDay(from)) / DAY_MS);
}

/** The calendar day so many days later. */
export function addDays(day: string, days: number): string {
	return new Date(timeOfDay(day) + days * DAY_MS).toISOString().slice(0, 10);
}
