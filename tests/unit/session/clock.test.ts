import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minutesSeconds, remainingMs } from '$lib/session/clock';

const START = Date.UTC(2026, 10, 21, 20);
const MINUTE = 60_000;
/** A page that was opened so long after the start, its monotonic clock at 5 s. */
const openedAfter = (ms: number) => ({ wall: START + ms, mono: 5000 });

describe('remainingMs', () => {
	it('is undefined without a limit', () => {
		expect(remainingMs(START, undefined, openedAfter(0), 9000)).toBeUndefined();
	});

	it('counts what passed before the page was opened and since', () => {
		expect(remainingMs(START, 600, openedAfter(0), 5000)).toBe(10 * MINUTE);
		expect(remainingMs(START, 600, openedAfter(3 * MINUTE), 5000 + MINUTE)).toBe(6 * MINUTE);
	});

	it('is over after the limit, and never below 0', () => {
		expect(remainingMs(START, 60, openedAfter(0), 5000 + MINUTE)).toBe(0);
		expect(remainingMs(START, 60, openedAfter(24 * 60 * MINUTE), 5000)).toBe(0);
	});

	it('gives no more than the limit where the clock was set back before the page was opened', () => {
		expect(remainingMs(START, 600, openedAfter(-60 * MINUTE), 5000)).toBe(10 * MINUTE);
	});

	it('ends at once where the clock was set past the end before the page was opened', () => {
		expect(remainingMs(START, 600, openedAfter(365 * 24 * 60 * MINUTE), 5000)).toBe(0);
	});

	it('takes no notice of the wall clock while the page is open: only monotonic time passes', () => {
		const offset = fc.integer({ min: -MINUTE, max: 9 * MINUTE });
		const passed = fc.integer({ min: 0, max: 20 * MINUTE });
		fc.assert(
			fc.property(offset, passed, fc.nat(), (opened, ms, mono) => {
				const reading = { wall: START + opened, mono };
				const left = remainingMs(START, 600, reading, mono + ms);
				expect(left).toBe(Math.max(0, 10 * MINUTE - Math.max(0, opened + ms)));
			})
		);
	});
});

describe('minutesSeconds', () => {
	it.each([
		[0, '0:00'],
		[1, '0:01'],
		[999, '0:01'],
		[1000, '0:01'],
		[1001, '0:02'],
		[59_000, '0:59'],
		[59_001, '1:00'],
		[725_000, '12:05'],
		[75 * MINUTE, '75:00']
	])('%i ms: %s', (ms, words) => {
		expect(minutesSeconds(ms)).toBe(words);
	});
});
