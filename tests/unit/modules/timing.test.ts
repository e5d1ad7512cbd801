import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	beginTiming,
	goOn,
	leftMs,
	MOST_ENTRIES,
	seen,
	takeUp,
	type Timing
} from '$lib/modules/timing';

const at = (s: number, clock = 0, mono = s) => ({
	wall: (1_000_000 + s + clock) * 1000,
	mono: mono * 1000
});
const begun = beginTiming(at(0, 0, 50));
/** Reading `s` seconds after the beginning, with the clock moved by `clock`. */
const after = (s: number, clock = 0) => at(s, clock, 50 + s);

describe('the timing of an attempt', () => {
	it('counts by the monotonic clock, and says when the other one was moved', () => {
		const moved = goOn(goOn(begun, after(5)), after(10, 3600));
		expect(moved.elapsedMs).toBe(10_000);
		expect(moved.entries).toEqual([{ kind: 'clock', at: 10, s: 3600 }]);
		const back = goOn(moved, after(15));
		expect(back.elapsedMs).toBe(15_000);
		expect(back.entries.at(-1)).toEqual({ kind: 'clock', at: 15, s: -3600 });
	});

	it('says when the page was hidden, once', () => {
		const hidden = seen(goOn(begun, after(10)), after(12), false);
		const still = seen(goOn(hidden, after(72)), after(80), false);
		const shown = seen(still, after(100), true);
		expect(shown.entries).toEqual([{ kind: 'away', at: 12, s: 88 }]);
		expect(seen(shown, after(101), true).entries).toHaveLength(1);
	});

	it('says when the page stood still', () => {
		expect(goOn(begun, after(100)).entries).toEqual([{ kind: 'gap', at: 0, s: 100 }]);
		expect(goOn(begun, after(10)).entries).toEqual([]);
	});

	it('runs on while Milium is closed', () => {
		const up = takeUp(goOn(begun, after(10)), at(70, 0, 3));
		expect(up.elapsedMs).toBe(70_000);
		expect(up.entries).toEqual([{ kind: 'gap', at: 10, s: 60 }]);
		expect(goOn(up, at(75, 0, 8)).elapsedMs).toBe(75_000);
	});

	it('gives no time back for a clock set back meanwhile', () => {
		const up = takeUp(goOn(begun, after(10)), at(70, -600, 3));
		expect(up.elapsedMs).toBe(10_000);
		expect(up.entries).toEqual([{ kind: 'clock', at: 10, s: -540 }]);
	});

	it('never runs backward, whatever the clocks do, and keeps a log of bounded length', () => {
		const reading = fc.record({ wall: fc.integer({ min: 0, max: 4e12 }), mono: fc.nat(1e9) });
		const step = fc.tuple(fc.constantFrom(0, 1, 2, 3), reading);
		fc.assert(
			fc.property(reading, fc.array(step, { maxLength: 300 }), (first, steps) => {
				let timing: Timing = beginTiming(first);
				for (const [kind, one] of steps) {
					const next =
						kind === 0
							? goOn(timing, one)
							: kind === 1
								? takeUp(timing, one)
								: seen(timing, one, kind === 2);
					expect(next.elapsedMs).toBeGreaterThanOrEqual(timing.elapsedMs);
					timing = next;
				}
				expect(timing.entries.length).toBeLessThanOrEqual(MOST_ENTRIES);
			})
		);
	});

	it('says what is left', () => {
		expect(leftMs(goOn(begun, after(10)), 60)).toBe(50_000);
		expect(leftMs(goOn(begun, after(99)), 60)).toBe(0);
		expect(leftMs(begun, undefined)).toBeUndefined();
	});
});
