import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as v from 'valibot';
import { eventSchema } from '$lib/session/event-schema';
import { answersIn, localDay, type SessionEvent } from '$lib/session/events';
import {
	answer,
	checked,
	finished,
	orderlyLog,
	responded,
	round,
	started
} from '../storage/events';

const envelope = { id: 'e1', session: 's1', at: Date.UTC(2026, 10, 21), tz: 60 };
const EVENTS: Record<SessionEvent['kind'], SessionEvent> = {
	started: started('s1'),
	responded: responded('s1', 0),
	checked: checked('s1', 0, { confidence: 'certain', step: 'take-action' }),
	flagged: { ...envelope, kind: 'flagged', index: 2, on: true },
	round: round('r1', 'milia', 'acne'),
	moved: { ...envelope, kind: 'moved', index: 1 },
	clock: { ...envelope, kind: 'clock', elapsed: 5000, entries: [{ kind: 'gap', at: 2, s: 3 }] },
	finished: finished('s1', [answer(0), answer(1)])
};
const kinds = Object.keys(EVENTS) as SessionEvent['kind'][];
const asText = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const accepts = (value: unknown) => v.safeParse(eventSchema, value).success;

describe('the event schema', () => {
	it.each(kinds)('reads %s back from text as it was', (kind) => {
		expect(v.parse(eventSchema, asText(EVENTS[kind]))).toEqual(EVENTS[kind]);
	});

	it('reads every event of a session back', () => {
		fc.assert(
			fc.property(orderlyLog, (events) => {
				for (const event of events) expect(v.parse(eventSchema, asText(event))).toEqual(event);
			})
		);
	});

	// Text has no `undefined`: such an event was refused, and everything after it waited behind it.
	it('reads a confidence that was given before any response', () => {
		const event = {
			...envelope,
			kind: 'responded',
			index: 0,
			response: undefined,
			confidence: 'guess',
			activeMs: 9
		};
		expect(v.parse(eventSchema, asText(event))).toEqual(event);
	});

	it.each([
		['a time limit', { timeLimitS: 600 }, true],
		['no items', { items: [] }, false],
		['an unknown mode', { mode: 'race' }, false],
		['a limit of nothing', { timeLimitS: 0 }, false],
		['a broken seed', { seed: 0.5 }, false],
		['an item without a hash', { items: [{ bank: 'core', item: 'a' }] }, false]
	])('judges a plan with %s', (_, change, good) => {
		const { plan } = started('s1');
		expect(accepts({ ...EVENTS.started, plan: { ...plan, ...change } })).toBe(good);
	});

	it.each([
		['no id', { id: '' }],
		['no session', { session: undefined }],
		['a time in words', { at: '2026-11-21' }],
		['no time', { at: Number.NaN }],
		['a time that has no calendar day', { at: 1e300 }],
		['a time before the calendar', { at: -1e15 }],
		['an impossible time zone', { tz: 10_000 }],
		['an unknown kind', { kind: 'paused' }],
		['a negative index', { index: -1 }],
		['half an index', { index: 0.5 }],
		['an unknown confidence', { confidence: 'very' }],
		['negative time on screen', { activeMs: -1 }],
		['endless time on screen', { activeMs: Number.POSITIVE_INFINITY }]
	])('refuses an event with %s', (_, change) => {
		expect(accepts(EVENTS.responded)).toBe(true);
		expect(accepts({ ...EVENTS.responded, ...change })).toBe(false);
	});

	it.each([
		['no id', { id: '' }],
		['points below 0', { points: -1 }],
		['nothing to earn', { max: 0 }],
		['an unknown difficulty', { difficulty: 'brutal' }],
		['an unknown step', { step: 'guess' }],
		['half a pair', { pairs: [['milia']] }],
		['a topic without a name', { topics: [''] }],
		['no word on whether it was the first', { first: undefined }]
	])('refuses an answer with %s', (_, change) => {
		const wrong = { ...answer(0), ...change };
		expect(accepts({ ...EVENTS.checked, answer: wrong })).toBe(false);
		expect(accepts({ ...EVENTS.finished, answers: [answer(1), wrong] })).toBe(false);
	});

	it.each([undefined, null, 7, 'started', [], {}, { kind: 'started' }])('refuses %j', (value) => {
		expect(accepts(value)).toBe(false);
	});
});

describe('answersIn', () => {
	it('gives the answers that an event adds', () => {
		const of = kinds.map((kind) => [kind, answersIn(EVENTS[kind]).length]);
		expect(Object.fromEntries(of)).toEqual({
			started: 0,
			responded: 0,
			round: 0,
			checked: 1,
			flagged: 0,
			moved: 0,
			clock: 0,
			finished: 2
		});
	});
});

describe('localDay', () => {
	const ZONES = [
		'UTC',
		'America/New_York',
		'America/Sao_Paulo',
		'Pacific/Marquesas',
		'Asia/Kathmandu',
		'Australia/Lord_Howe',
		'Pacific/Kiritimati',
		'Pacific/Pago_Pago'
	];
	const part = (zone: string, at: number, options: Intl.DateTimeFormatOptions, type: string) =>
		new Intl.DateTimeFormat('en-CA', { timeZone: zone, ...options })
			.formatToParts(at)
			.find((one) => one.type === type)?.value ?? '';

	/** Minutes that a zone is ahead of UTC at a moment. */
	function offset(zone: string, at: number): number {
		const name = part(zone, at, { timeZoneName: 'longOffset' }, 'timeZoneName');
		const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
		return (sign === '-' ? -1 : 1) * (60 * Number(hours) + Number(minutes));
	}

	/** The date on a calendar that hangs in that zone. */
	function calendarDay(zone: string, at: number): string {
		const [year, month, day] = ['year', 'month', 'day'].map((type) =>
			part(zone, at, { year: 'numeric', month: '2-digit', day: '2-digit' }, type)
		);
		return `${year}-${month}-${day}`;
	}

	it('is the day on the calendar of the place, at any time of any year', () => {
		const moments = fc.integer({ min: Date.UTC(2020, 0, 1), max: Date.UTC(2040, 0, 1) });
		fc.assert(
			fc.property(fc.constantFrom(...ZONES), moments, (zone, at) => {
				expect(localDay({ at, tz: offset(zone, at) })).toBe(calendarDay(zone, at));
			})
		);
	});

	it.each([
		['before the clocks go forward', '2026-03-08T06:59:59Z', -300, '2026-03-08'],
		['at the end of that short day', '2026-03-09T03:59:59Z', -240, '2026-03-08'],
		['at the beginning of the next', '2026-03-09T04:00:00Z', -240, '2026-03-09'],
		['at the end of the long day of autumn', '2026-11-02T04:59:59Z', -300, '2026-11-01'],
		['on a leap day', '2028-02-29T23:59:59Z', 0, '2028-02-29'],
		['after a leap day, further east', '2028-02-29T23:59:59Z', 60, '2028-03-01'],
		['at the turn of a year, further west', '2027-01-01T00:00:00Z', -1, '2026-12-31'],
		['in 1970', '1970-01-01T00:00:00Z', -600, '1969-12-31']
	])('is right %s', (_, at, tz, day) => {
		expect(localDay({ at: Date.parse(at), tz })).toBe(day);
	});

	it('is a day for every time and zone that the schema accepts', () => {
		for (const at of ['0001-01-02T00:00:00Z', '9999-12-30T00:00:00Z'].map(Date.parse)) {
			for (const tz of [-1440, 1440]) {
				expect(accepts({ ...EVENTS.moved, at, tz })).toBe(true);
				expect(localDay({ at, tz })).toMatch(/^\d{4}-\d\d-\d\d$/);
			}
		}
	});
});
