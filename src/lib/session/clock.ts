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

/** Counts the time that a question is on screen. */
export class OnScreen {
	#monotonic: () => number;
	/** From when time has to be counted; undefined while the page is hidden. */
	#since: number | undefined;

	constructor(monotonic: () => number) {
		this.#monotonic = monotonic;
		this.#since = monotonic();
	}

	/** Told when the page is hidden and when it is on screen again. */
	set(visible: boolean): void {
		this.#since = visible ? (this.#since ?? this.#monotonic()) : undefined;
	}

	/** Milliseconds since this was last asked, those off screen not counted. Never below 0. */
	take(): number {
		if (this.#since === undefined) return 0;
		const now = this.#monotonic();
		const spent = Math.max(0, now - this.#since);
		this.#since = now;
		return spent;
	}
}
