// Days practised, streaks and months. Days are the learner's own calendar days as stored with each answer: the day its device
// showed, so that a change of time zone or clock never moves an old answer to another day.
import { addDays, daysBetween } from './accuracy.js';
import { keyParts, type Rollup } from './rollups.js';

export interface Streak {
	/** Days practised in the streak that is going on; 0 where there is none. */
	readonly days: number;
	/** Its first day. */
	readonly from: string | undefined;
	readonly today: boolean;
	/** Most days of a streak among the days given. */
	readonly longest: number;
}

/**
 * A missed day does not end a streak, two in a row do. So neither a flight over the date line, which leaves a day out, nor a clock
 * that is a day off ends one. Only days practised count.
 */
const GAP = 2;

/** The streak up to `today`. Days after it, which a clock set ahead makes, are left out. */
export function streakOf(days: Iterable<string>, today: string): Streak {
	const practised = [...new Set(days)].filter((day) => day <= today).sort();
	let run = 0;
	let longest = 0;
	let from: string | undefined;
	let last: string | undefined;
	for (const day of practised) {
		const goesOn = last !== undefined && daysBetween(last, day) <= GAP;
		run = goesOn ? run + 1 : 1;
		if (!goesOn) from = day;
		longest = Math.max(longest, run);
		last = day;
	}
	const alive = last !== undefined && daysBetween(last, today) <= GAP;
	return { days: alive ? run : 0, from: alive ? from : undefined, today: last === today, longest };
}

/** The day that a sum of kind `day` is of. */
export function dayOf(sum: Rollup): string {
	return keyParts(sum.key).at(-1) ?? '';
}

/** The month that a day is in, `2026-11`. */
export function monthOf(day: string): string {
	return day.slice(0, 7);
}

/** The month so many months later. */
export function addMonths(month: string, months: number): string {
	const [year = 0, number = 1] = month.split('-').map(Number);
	const at = year * 12 + number - 1 + months;
	const pad = (value: number, length: number) => String(value).padStart(length, '0');
	return `${pad(Math.floor(at / 12), 4)}-${pad((((at % 12) + 12) % 12) + 1, 2)}`;
}

/** The days of a month (`2026-11`) in their order, each as `2026-11-22`. */
export function daysOf(month: string): string[] {
	const first = `${month}-01`;
	const length = daysBetween(first, `${addMonths(month, 1)}-01`);
	return Array.from({ length }, (_, index) => addDays(first, index));
}

/**
 * A month as weeks of seven days, in which days of other months are undefined. `firstDay` is the day a week begins with:
 * 1 for Monday to 7 for Sunday, as in `Intl.Locale`.
 */
export function weeksOf(month: string, firstDay: number): (string | undefined)[][] {
	const days = daysOf(month);
	const weekday = new Date(`${month}-01T00:00:00Z`).getUTCDay();
	const before = (weekday - (firstDay % 7) + 7) % 7;
	const cells: (string | undefined)[] = [
		...Array.from({ length: before }, () => undefined),
		...days
	];
	const weeks: (string | undefined)[][] = [];
	for (let at = 0; at < cells.length; at += 7)
		weeks.push(Array.from({ length: 7 }, (_, index) => cells[at + index]));
	return weeks;
}
