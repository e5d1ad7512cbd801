import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FEEDBACK_PARTS } from '$lib/modules/draft';
import {
	attemptsLeft,
	codeMark,
	feedbackAt,
	limitWords,
	rulesFor,
	stateAt
} from '$lib/modules/rules';
import { instantOf, knowsZone } from '$lib/modules/time-zone';
import { aModule } from './making.js';

const HOUR = 3_600_000;
const due = Date.UTC(2026, 10, 27, 12);
const base = aModule({ timeLimitS: 1800, due, closes: due + 48 * HOUR, attempts: 2 });
const content = {
	...base,
	accommodations: [
		{ who: codeMark(base, 'L-014'), factor: 2, extraAttempts: 1 },
		{ who: codeMark(base, 'L-015'), extraMinutes: 10, due: due + 72 * HOUR },
		{ who: codeMark(base, 'L-016'), factor: 1.25 }
	]
};

describe('the rules for a learner', () => {
	it.each([
		[undefined, '30 min', 2, due, due + 48 * HOUR],
		['L-999', '30 min', 2, due, due + 48 * HOUR],
		['', '30 min', 2, due, due + 48 * HOUR],
		[' l-014 ', '60 min (extended from 30)', 3, due, due + 48 * HOUR],
		['L-015', '40 min (extended from 30)', 2, due + 72 * HOUR, due + 72 * HOUR],
		['L-016', '37 min 30 s (extended from 30 min)', 2, due, due + 48 * HOUR]
	])('with the code %s', (code, words, attempts, ownDue, closes) => {
		const rules = rulesFor(content, code);
		expect(limitWords(rules)).toBe(words);
		expect(rules).toMatchObject({ attempts, due: ownDue, closes });
	});

	it('do not name the code', () => {
		expect(JSON.stringify(content)).not.toMatch(/L-01[456]/i);
		expect(codeMark({ ...base, seed: 8 }, 'L-014')).not.toBe(codeMark(base, 'L-014'));
	});

	it('never give less than the module’s own', () => {
		const any = fc.record({
			factor: fc.double({ min: 1, max: 10, noNaN: true }),
			extraMinutes: fc.nat(99)
		});
		fc.assert(
			fc.property(any, (one) => {
				const own = { ...base, accommodations: [{ who: codeMark(base, 'x'), ...one }] };
				expect(rulesFor(own, 'x').timeLimitS).toBeGreaterThanOrEqual(1800);
			})
		);
	});

	it('without limits stay without', () => {
		const free = aModule({ attempts: 0 });
		const rules = rulesFor(
			{ ...free, accommodations: [{ who: codeMark(free, 'x'), factor: 2, extraAttempts: 2 }] },
			'x'
		);
		expect(limitWords(rules)).toBeUndefined();
		expect(attemptsLeft(rules, 50)).toBe(Infinity);
		expect(attemptsLeft({ attempts: 2 }, 3)).toBe(0);
	});
});

describe('a module at a time', () => {
	const times = { opens: due - 24 * HOUR, due, closes: due + 24 * HOUR };
	it.each([
		[times.opens - 1, 'early', 'early'],
		[times.opens, 'open', 'open'],
		[due, 'open', 'open'],
		[due + 1, 'late', 'closed'],
		[times.closes, 'late', 'closed'],
		[times.closes + 1, 'closed', 'closed']
	])('%d', (now, accepting, refusing) => {
		expect(stateAt({ ...times, late: 'accept' }, now)).toBe(accepting);
		expect(stateAt({ ...times, late: 'refuse' }, now)).toBe(refusing);
	});

	it('without times is always open', () => {
		const none = { opens: undefined, due: undefined, closes: undefined, late: 'refuse' as const };
		expect(stateAt(none, 0)).toBe('open');
	});
});

describe('feedback', () => {
	const all = [...FEEDBACK_PARTS];
	const rules = { due, closes: due + HOUR };
	it.each([
		['each', false, due - 1, true],
		['finished', false, due - 1, false],
		['finished', true, due - 1, true],
		['due', true, due, false],
		['due', true, due + 1, true],
		['due', false, due + 1, false],
		['closed', true, due + HOUR, false],
		['closed', true, due + HOUR + 1, true],
		['never', true, due + 99 * HOUR, false]
	] as const)('%s, finished: %s', (when, finished, now, shown) => {
		const seen = feedbackAt({ feedback: { when, parts: all } }, rules, { now, finished });
		expect([...seen]).toEqual(shown ? all : []);
	});

	it('is never there without key', () => {
		const seen = feedbackAt({ feedback: { when: 'each', parts: all }, keyless: true }, rules, {
			now: 0,
			finished: true
		});
		expect(seen.size).toBe(0);
	});
});

/** What clocks of a zone show at a moment, as the browser says it. */
function localOf(instant: number, timeZone: string): string {
	const { format } = new Intl.DateTimeFormat('sv-SE', {
		timeZone,
		dateStyle: 'short',
		timeStyle: 'short'
	});
	return format(instant).replace(' ', 'T');
}

describe('a time on a clock', () => {
	it.each([
		['2026-11-22T10:00', 'Europe/Berlin', '2026-11-22T09:00:00Z'],
		['2026-07-22T10:00', 'Europe/Berlin', '2026-07-22T08:00:00Z'],
		['2026-11-22T10:00', 'Asia/Kathmandu', '2026-11-22T04:15:00Z'],
		['2026-11-22T10:00', 'UTC', '2026-11-22T10:00:00Z'],
		// Left out by the change to summer time, and there twice at the change back.
		['2026-03-29T02:30', 'Europe/Berlin', '2026-03-29T01:30:00Z'],
		['2026-10-25T02:30', 'Europe/Berlin', '2026-10-25T00:30:00Z'],
		['2026-03-08T02:30', 'America/New_York', '2026-03-08T07:30:00Z'],
		['2026-11-01T01:30', 'America/New_York', '2026-11-01T05:30:00Z'],
		['2026-10-04T02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00Z']
	])('%s in %s', (local, zone, instant) => {
		expect(new Date(instantOf(local, zone) ?? 0).toISOString()).toBe(instant.replace('Z', '.000Z'));
	});

	it.each([
		['2026-02-30T10:00', 'UTC'],
		['2026-11-22', 'UTC'],
		['2026-11-22T10:00', 'Mars/Olympus']
	])('%s in %s is none', (local, zone) => {
		expect(instantOf(local, zone)).toBeUndefined();
	});

	it('comes back from its moment, but for the hour that is there twice', () => {
		const zones = fc.constantFrom(
			'UTC',
			'Europe/Berlin',
			'America/St_Johns',
			'Pacific/Apia',
			'Africa/Cairo'
		);
		const minute = fc.integer({ min: 30_000_000, max: 34_000_000 });
		fc.assert(
			fc.property(minute, zones, (minutes, zone) => {
				const local = localOf(minutes * 60_000, zone);
				const back = instantOf(local, zone) ?? 0;
				expect(localOf(back, zone)).toBe(local);
				expect(minutes * 60_000 - back).toBeLessThanOrEqual(HOUR);
				expect(back).toBeLessThanOrEqual(minutes * 60_000);
			}),
			{ numRuns: 60 }
		);
		expect([knowsZone('Europe/Berlin'), knowsZone('Nowhere')]).toEqual([true, false]);
	});
});
