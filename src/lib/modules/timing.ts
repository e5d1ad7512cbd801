// The timing of an attempt, as a log that its receipt carries: how long it took, and when the page was hidden, Milium was closed
// or the device's clock was moved. Time passes by the monotonic clock while a page is open. Across a reload only the device's
// clock is there; it may take time, never give any back.
import * as v from 'valibot';
import type { ClockReading } from '$lib/session/clock';

const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(40_000_000));

export const timingEntrySchema = v.strictObject({
	/**
	 * `away`: the page was hidden for `s` seconds. `gap`: Milium was closed or stopped for `s` seconds. `clock`: the device's
	 * clock moved by `s` seconds against the monotonic one: it was set, or (forward only) the device slept.
	 */
	kind: v.picklist(['away', 'gap', 'clock']),
	/** Seconds since the attempt began. */
	at: seconds,
	s: v.pipe(v.number(), v.integer(), v.minValue(-10_000_000_000), v.maxValue(10_000_000_000))
});
export type TimingEntry = v.InferOutput<typeof timingEntrySchema>;

/** More entries are not kept: one more would say no more. */
export const MOST_ENTRIES = 200;
/** Shorter ones are not worth a line, in seconds. */
const LEAST = { away: 2, gap: 15, clock: 5 } as const;

/** The course of time in an attempt, so far. Plain data: it is stored as it is. */
export interface Timing {
	/** Wall clock at the beginning, ms since 1970. */
	readonly startedAt: number;
	/** Milliseconds since the beginning, at the last reading. */
	readonly elapsedMs: number;
	readonly last: ClockReading;
	/** Elapsed milliseconds when the page was hidden; undefined while it is shown. */
	readonly hiddenAt?: number | undefined;
	readonly entries: readonly TimingEntry[];
}

/** An attempt begins. */
export const beginTiming = (reading: ClockReading): Timing => ({
	startedAt: reading.wall,
	elapsedMs: 0,
	last: reading,
	entries: []
});

/**
 * Time goes on in the same page. Call it every few seconds: so it is seen when the page was stopped, and whether the clock was
 * moved. The monotonic clocks of some devices stand still while they sleep; that cannot be told from a clock set forward.
 */
export function goOn(timing: Timing, reading: ClockReading): Timing {
	const mono = Math.max(0, reading.mono - timing.last.mono);
	const drift = reading.wall - timing.last.wall - mono;
	const entries = [
		// Browsers slow down the timers of hidden pages; `away` says that they were hidden.
		...(timing.hiddenAt === undefined ? entry('gap', timing.elapsedMs, mono) : []),
		...entry('clock', timing.elapsedMs + mono, drift)
	];
	return added({ ...timing, elapsedMs: timing.elapsedMs + mono, last: reading }, entries);
}

/** Another page takes the attempt up, after a crash or a reload. `reading` is its first. */
export function takeUp(timing: Timing, reading: ClockReading): Timing {
	const away = reading.wall - timing.last.wall;
	const gap = Math.max(0, away);
	const entries =
		away < 0 ? entry('clock', timing.elapsedMs, away) : entry('gap', timing.elapsedMs, gap);
	const { hiddenAt: _, ...rest } = timing;
	return added({ ...rest, elapsedMs: timing.elapsedMs + gap, last: reading }, entries);
}

/** The page was hidden, or is shown again. */
export function seen(timing: Timing, reading: ClockReading, visible: boolean): Timing {
	const { hiddenAt, ...now } = goOn(timing, reading);
	if (!visible) return { ...now, hiddenAt: hiddenAt ?? now.elapsedMs };
	if (hiddenAt === undefined) return now;
	return added(now, entry('away', hiddenAt, now.elapsedMs - hiddenAt));
}

/** Milliseconds left of a limit in seconds, 0 at the least; undefined without a limit. */
export const leftMs = (timing: Timing, timeLimitS: number | undefined): number | undefined =>
	timeLimitS === undefined ? undefined : Math.max(0, timeLimitS * 1000 - timing.elapsedMs);

function entry(kind: TimingEntry['kind'], atMs: number, ms: number): TimingEntry[] {
	const s = Math.round(ms / 1000);
	return Math.abs(s) >= LEAST[kind] ? [{ kind, at: Math.round(atMs / 1000), s }] : [];
}

const added = (timing: Timing, entries: readonly TimingEntry[]): Timing => ({
	...timing,
	entries: [...timing.entries, ...entries].slice(0, MOST_ENTRIES)
});
