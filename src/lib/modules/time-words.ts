// The timing log in words: the same for the learner who sends it and for the educator who reads it.
import type { TimingEntry } from './timing.js';

/** One entry of the timing log as a line: `After 12 min: Milium was closed, or the device asleep, for 3 min`. */
export function noteWords({ kind, at, s }: TimingEntry): string {
	const what = {
		gap: `Milium was closed, or the device asleep, for ${spanWords(s)}`,
		away: `the page was hidden for ${spanWords(s)}`,
		clock: `the device's ${clockWords(s)}`
	}[kind];
	return `After ${spanWords(at)}: ${what}`;
}

/** How far a clock was set, in seconds: `clock moved back 2 h`. */
export const clockWords = (s: number) =>
	`clock moved ${s < 0 ? 'back' : 'forward'} ${spanWords(s)}`;

/** A stretch of time in its two largest units: `45 s`, `12 min`, `2 h 5 min`, `3 days`. Sign is left out. */
export function spanWords(seconds: number): string {
	const s = Math.round(Math.abs(seconds));
	if (s < 60) return `${s} s`;
	const minutes = Math.round(s / 60);
	if (s < 600 && s % 60 !== 0) return `${Math.floor(s / 60)} min ${s % 60} s`;
	if (minutes < 60) return `${minutes} min`;
	const hours = Math.floor(minutes / 60);
	if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
	const days = Math.round(hours / 24);
	return days < 730 ? `${days} days` : `${Math.round(days / 365)} years`;
}
