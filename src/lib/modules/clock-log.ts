// The timing of an attempt as events of its session: every event holds what is new, and the timing can be made from them again
// after a crash.
import type { ClockReading } from '$lib/session/clock';
import type { EventOf, SessionEvent } from '$lib/session/events';
import { beginTiming, takeUp, type Timing } from './timing.js';

/** What the clocks showed at one moment of an attempt, and what happened to them since the mark before. */
export type ClockMark = EventOf<'clock'>;

/** An open page is noted so often: what a crash can hide from the log. */
export const BEAT_MS = 15_000;

/** The clock marks among the events of a session, in order. */
export const marksIn = (events: readonly SessionEvent[]): ClockMark[] =>
	events
		.filter((one): one is ClockMark => one.kind === 'clock')
		.sort((a, b) => (a.id < b.id ? -1 : 1));

/** The timing of an attempt that began at `startedAt` (ms since 1970) as far as it was noted. */
export function timingFrom(startedAt: number, marks: readonly ClockMark[]): Timing {
	const began = beginTiming({ wall: startedAt, mono: 0 });
	const last = marks.at(-1);
	if (last === undefined) return began;
	return {
		...began,
		elapsedMs: Math.max(...marks.map((one) => one.elapsed)),
		last: { wall: last.at, mono: 0 },
		entries: marks.flatMap((one) => one.entries)
	};
}

/** The timing of an attempt that a page takes up, for the first time or again. */
export const resumedTiming = (
	startedAt: number,
	marks: readonly ClockMark[],
	reading: ClockReading
): Timing => takeUp(timingFrom(startedAt, marks), reading);
