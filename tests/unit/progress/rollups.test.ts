import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	add,
	incrementsOf,
	keyParts,
	pairRange,
	rollUp,
	rollupKey,
	type PairScope,
	type Rollup
} from '$lib/progress/rollups';
import { answersIn, type SessionEvent } from '$lib/session/events';
import { answer, checked, finished, orderlyLog, responded } from '../storage/events';

/** A log and the same events in another order. */
const shuffledLogs = orderlyLog.chain((events) =>
	fc.tuple(
		fc.constant(events),
		fc.shuffledSubarray(events, { minLength: events.length, maxLength: events.length })
	)
);
const answersOf = (events: readonly SessionEvent[]) => events.flatMap((one) => answersIn(one));
const ofKind = (sums: ReadonlyMap<string, Rollup>, kind: string) =>
	[...sums.values()].filter((one) => one.key.startsWith(`${kind}/`));
const total = (sums: readonly Rollup[], field: Exclude<keyof Rollup, 'key'>) =>
	sums.reduce((sum, one) => sum + one[field], 0);

describe('the sums of a log', () => {
	it('are the sums of what each event adds, in any order', () => {
		fc.assert(
			fc.property(shuffledLogs, ([events, order]) => {
				const sums = new Map<string, Rollup>();
				for (const one of order.flatMap(incrementsOf)) {
					const before = sums.get(one.key);
					sums.set(one.key, before === undefined ? one : add(before, one));
				}
				expect(sums).toEqual(rollUp(events));
				expect(rollUp(order)).toEqual(rollUp(events));
			})
		);
	});

	it('are the sums of its parts', () => {
		fc.assert(
			fc.property(orderlyLog, fc.nat(), (events, at) => {
				const cut = at % (events.length + 1);
				const whole = rollUp(events);
				const [one, other] = [rollUp(events.slice(0, cut)), rollUp(events.slice(cut))];
				for (const [key, sum] of whole) {
					const halves = [one.get(key), other.get(key)].flatMap((half) => half ?? []);
					expect(halves.reduce(add)).toEqual(sum);
				}
				expect(new Set([...one.keys(), ...other.keys()])).toEqual(new Set(whole.keys()));
			})
		);
	});

	it('count every answer once overall, and once by bank, type, difficulty and day', () => {
		fc.assert(
			fc.property(orderlyLog, (events) => {
				const answers = answersOf(events);
				const sums = rollUp(events);
				for (const kind of ['all', 'bank', 'type', 'difficulty', 'day']) {
					const of = ofKind(sums, kind);
					expect(total(of, 'n')).toBe(answers.length);
					expect(total(of, 'firstN')).toBe(answers.filter((one) => one.first).length);
					expect(total(of, 'points')).toBe(answers.reduce((sum, one) => sum + one.points, 0));
					expect(total(of, 'max')).toBe(answers.reduce((sum, one) => sum + one.max, 0));
				}
			})
		);
	});

	it('count an answer for each of its topics, overall and by day', () => {
		fc.assert(
			fc.property(orderlyLog, (events) => {
				const named = answersOf(events).reduce((sum, one) => sum + one.topics.length, 0);
				const sums = rollUp(events);
				expect(total(ofKind(sums, 'topic'), 'n')).toBe(named);
				expect(total(ofKind(sums, 'topic-day'), 'n')).toBe(named);
			})
		);
	});
});

describe('what an event adds', () => {
	const at = Date.UTC(2026, 10, 21, 23, 30);

	it("is one of everything for an answer, on the learner's own day", () => {
		const event = {
			...checked('s', 0, {
				topics: ['milia', 'acne'],
				step: 'take-action',
				confidence: 'certain',
				points: 2,
				max: 4,
				activeMs: 900,
				first: false,
				tone: 8
			}),
			at,
			tz: 60
		};
		const sums = incrementsOf(event);
		expect(sums.map((one) => one.key).sort()).toEqual([
			'all/',
			'bank-pair-month/core/2026-11/milia/acne',
			'bank-pair/core/milia/acne',
			'bank/core',
			'confidence/certain',
			'day/2026-11-22',
			'difficulty/easy',
			'pair-month/2026-11/milia/acne',
			'pair/milia/acne',
			'step/take-action',
			'tone/8',
			'topic-day/acne/2026-11-22',
			'topic-day/milia/2026-11-22',
			'topic/acne',
			'topic/milia',
			'type/multiple-choice'
		]);
		for (const { key: _, ...sum } of sums) {
			expect(sum).toEqual({
				n: 1,
				correct: 0,
				partly: 1,
				points: 2,
				max: 4,
				firstN: 0,
				firstCorrect: 0,
				activeMs: 900
			});
		}
	});

	it('tells right first attempts from right later ones', () => {
		const event = finished('s', [
			answer(0, { first: true }),
			answer(1, { first: false }),
			answer(2, { first: true, points: 0 })
		]);
		const all = incrementsOf(event).find((one) => one.key === 'all/');
		expect(all).toMatchObject({ n: 3, correct: 2, partly: 0, firstN: 2, firstCorrect: 1 });
	});

	it('counts a topic that an item names twice only once', () => {
		const topic = incrementsOf(checked('s', 0, { topics: ['milia', 'milia'] }));
		expect(topic.find((one) => one.key === 'topic/milia')?.n).toBe(1);
	});

	it('counts a pair once for each part that shows it', () => {
		const event = checked('s', 0, {
			pairs: [
				['milia', 'acne'],
				['milia', 'acne'],
				['acne', 'acne']
			]
		});
		const pairs = incrementsOf(event).filter((one) => one.key.startsWith('pair/'));
		expect(pairs.map((one) => [one.key, one.n])).toEqual([
			['pair/milia/acne', 2],
			['pair/acne/acne', 1]
		]);
	});

	it('is nothing for an event without an answer', () => {
		expect(incrementsOf(responded('s', 1))).toEqual([]);
	});
});

describe('the range of a confusion map', () => {
	const log = [
		{ ...checked('s', 0), at: Date.UTC(2026, 8, 5) },
		{ ...checked('s', 1), at: Date.UTC(2026, 9, 5) },
		{
			...checked('s', 2, { ref: { bank: 'core-2', item: 'a', hash: 'b' } }),
			at: Date.UTC(2026, 10, 5)
		}
	];
	const sums = [...rollUp(log).values()];

	it.each<[string, PairScope, number]>([
		['everything', {}, 3],
		['one bank', { bank: 'core' }, 2],
		['a bank whose name begins like another', { bank: 'core-2' }, 1],
		['one month', { months: ['2026-10', '2026-10'] }, 1],
		['several months', { months: ['2026-10', '2026-11'] }, 2],
		['several months of one bank', { bank: 'core', months: ['2026-10', '2026-11'] }, 1],
		['a month without an answer', { months: ['2026-07', '2026-08'] }, 0]
	])('%s', (_, scope, n) => {
		const { from, to } = pairRange(scope);
		const within = sums.filter(({ key }) => key >= from && key <= to);
		expect(total(within, 'n')).toBe(n);
	});
});

describe('keys', () => {
	it.each([
		['all/', rollupKey('all'), ['']],
		['topic/milia', rollupKey('topic', 'milia'), ['milia']],
		[
			'topic-day/milia/2026-11-21',
			rollupKey('topic-day', 'milia', '2026-11-21'),
			['milia', '2026-11-21']
		]
	])('%s', (key, made, parts) => {
		expect(made).toBe(key);
		expect(keyParts(key)).toEqual(parts);
	});
});
