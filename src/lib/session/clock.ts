// Time in a session. The limit runs on while Milium is closed, as it would in an exam room: the session ends at
// its start plus the limit. While a page is open, time passes by the monotonic clock, so that setting the device's clock
// neither gives nor takes time.

/** A pair of readings taken at one moment: wall clock (ms since 1970) and monotonic clock (ms). */
export interface ClockReading {
	readonly wall: number;
	readonly mono: number;
}

/** Milliseconds left, 0 at the least; undefined without a limit. */
export function remainingMs(
	startedAt: number,
	timeLimitS: number | undefined,
	opened: ClockReading,
	monoNow: number
): number | undefined {
	if (timeLimitS === undefined) return undefined;
	const now = opened.wall + (monoNow - opened.mono);
	// A clock set back between two visits must not give more time than there was at the start.
	const elapsed = Math.max(0, now - startedAt);
	return Math.max(0, timeLimitS * 1000 - elapsed);
}

/** Minutes and seconds for people: `12:05`. Rounds up, so that 0:00 is shown only when time is over. */
export function minutesSeconds(ms: number): string {
	const seconds = Math.ceil(ms / 1000);
	return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
