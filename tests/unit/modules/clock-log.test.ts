// However often an attempt is broken off and whatever is done to the clock, its time only goes forward, and while it is open
// exactly by the monotonic clock.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { marksIn, resumedTiming, timingFrom, type ClockMark } from '$lib/modules/clock-log';
import { goOn } from '$lib/modules/timing';

const START = Date.UTC(2026, 10, 22, 9);
const mark = (at: number, elapsed: number, entries: ClockMark['entries'] = []): ClockMark => ({
	id: String(at).padStart(16, '0'),
	session: 's',
	at,
	tz: 0,
	kind: 'clock',
	elapsed,
	entries
});

describe('the time of an attempt', () => {
	it('runs on while Milium is closed, and never back', () => {
		const marks = [mark(START + 60_000, 60_000)];
		const later = resumedTiming(START, marks, { wall: START + 90_000, mono: 5 });
		expect(later.elapsedMs).toBe(90_000);
		expect(later.entries).toEqual([{ kind: 'gap', at: 60, s: 30 }]);
		const back = resumedTiming(START, marks, { wall: START - 3_600_000, mono: 5 });
		expect(back.elapsedMs).toBe(60_000);
		expect(back.entries).toEqual([{ kind: 'clock', at: 60, s: -3660 }]);
	});

	it('is that of the log again after each visit', () => {
		const visit = fc.record({
			closed: fc.nat(1e6),
			open: fc.nat(1e6),
			set: fc.integer({ min: -1e8, max: 1e8 })
		});
		fc.assert(
			fc.property(fc.array(visit, { maxLength: 20 }), (visits) => {
				let wall = START;
				let passed = 0;
				const marks: ClockMark[] = [];
				for (const [at, { closed, open, set }] of visits.entries()) {
					wall += closed;
					passed += closed;
					const opened = resumedTiming(START, marks, { wall, mono: 0 });
					expect(opened.elapsedMs).toBe(passed);
					wall += open + set;
					passed += open;
					const now = goOn(opened, { wall, mono: open });
					expect(now.elapsedMs).toBe(passed);
					const known = marks.flatMap((one) => one.entries).length;
					const next = mark(wall, now.elapsedMs, now.entries.slice(known));
					marks.push({ ...next, id: String(at).padStart(4, '0') });
					expect(timingFrom(START, marks).entries).toEqual(now.entries);
				}
			})
		);
	});

	it('finds its marks in order among other events', () => {
		const late = mark(START + 2, 2);
		const early = mark(START + 1, 1);
		const flag = {
			id: '0',
			session: 's',
			at: 1,
			tz: 0,
			kind: 'flagged',
			index: 0,
			on: true
		} as const;
		expect(marksIn([late, flag, early])).toEqual([early, late]);
	});
});
