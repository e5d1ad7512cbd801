import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '$lib/session/events';
import { apply, fold, type SessionState } from '$lib/session/state';
import {
	checked,
	finished,
	newId,
	orderlyLog,
	responded,
	started,
	answer
} from '../storage/events';

const START = started('s', 3);
/** Later than anything that the makers give. */
const AT = Date.UTC(2027, 0, 1);
const envelope = () => ({ id: newId(), session: 's', at: AT, tz: 0 });
const moved = (index: number): SessionEvent => ({ ...envelope(), kind: 'moved', index });
const flagged = (index: number, on: boolean): SessionEvent => ({
	...envelope(),
	kind: 'flagged',
	index,
	on
});

/** The state after a start and these events, one after the other. */
function after(...events: SessionEvent[]): SessionState {
	const state = fold([START, ...events]);
	if (state === undefined) throw new Error('No state');
	return state;
}

describe('fold', () => {
	it('begins at the first question with nothing done', () => {
		const start = started('s', 3);
		expect(fold([start])).toEqual({
			id: 's',
			plan: start.plan,
			startedAt: start.at,
			current: 0,
			drafts: new Map(),
			answers: new Map(),
			flags: new Set(),
			finished: undefined,
			lastAt: start.at
		});
	});

	it('has no state without a beginning', () => {
		expect(fold([])).toBeUndefined();
		expect(fold([responded('s', 0), moved(1)])).toBeUndefined();
	});

	it('takes the first of two beginnings', () => {
		const [one, two] = [started('s', 3), started('s', 5)];
		expect(fold([two, one])?.plan.items).toHaveLength(3);
	});

	it('is the same for events that come twice and in any order', () => {
		const logs = orderlyLog.map((events) => events.filter((one) => one.session === 's1'));
		const mixed = logs.chain((events) =>
			fc.tuple(
				fc.constant(events),
				fc.shuffledSubarray(events, { minLength: events.length }),
				fc.subarray(events)
			)
		);
		fc.assert(
			fc.property(mixed, ([events, order, again]) => {
				expect(fold([...order, ...again])).toEqual(fold(events));
			})
		);
	});

	it('is the same event by event, as a page applies them', () => {
		fc.assert(
			fc.property(orderlyLog, (log) => {
				const [start, ...rest] = log.filter((one) => one.session === 's1');
				const begun = start === undefined ? undefined : fold([start]);
				const applied = begun && rest.reduce(apply, begun);
				expect(applied).toEqual(fold(start === undefined ? [] : [start, ...rest]));
			})
		);
	});

	it('takes no notice of the events of other sessions', () => {
		fc.assert(
			fc.property(orderlyLog, (log) => {
				const own = log.filter((one) => one.session === 's1');
				const others = log.filter((one) => one.session !== 's1' && one.kind !== 'started');
				expect(fold([...others, ...own])).toEqual(fold(own));
			})
		);
	});

	it('leaves what it was given alone', () => {
		const state = after(flagged(0, true), responded('s', 1), checked('s', 0));
		const before = structuredClone(state);
		apply(state, flagged(1, true));
		apply(state, responded('s', 2));
		apply(state, checked('s', 1));
		expect(state).toEqual(before);
	});
});

describe('apply', () => {
	it('moves, flags and unflags', () => {
		const state = after(moved(2), flagged(1, true), flagged(2, true), flagged(1, false));
		expect(state.current).toBe(2);
		expect([...state.flags]).toEqual([2]);
	});

	it('keeps the latest draft, confidence and time of a question', () => {
		const before = responded('s', 1);
		const latest = { ...responded('s', 1), confidence: 'certain' as const, activeMs: 5 };
		const { response } = latest;
		const draft = { response, confidence: 'certain', activeMs: 5 };
		expect(after(before, latest).drafts.get(1)).toEqual(draft);
		expect(after(latest, before).drafts.get(1)).toEqual(draft);
	});

	it('lets the first answer to a question stand, and no draft after it', () => {
		const [one, two] = [checked('s', 1, { points: 0 }), checked('s', 1)];
		const state = after(one, two, responded('s', 1));
		expect(state.answers.get(1)).toBe(one.answer);
		expect(state.drafts.has(1)).toBe(false);
	});

	it('takes the answers of an exam when it ends, except where there is one', () => {
		const early = checked('s', 0);
		const answers = [answer(0), answer(1), answer(2)];
		const end = finished('s', answers);
		const state = after(early, end);
		expect([...state.answers.values()]).toEqual([early.answer, answers[1], answers[2]]);
		expect(state.finished).toEqual({ at: end.at, reason: 'learner' });
	});

	it('changes nothing after the end, nor for another session', () => {
		const state = after(checked('s', 0), finished('s'));
		for (const late of [checked('s', 1), moved(1), flagged(0, true), finished('s', [answer(2)])]) {
			expect(apply(state, late)).toBe(state);
		}
		const open = after();
		expect(apply(open, { ...moved(1), session: 'other' })).toBe(open);
	});

	it('takes no notice of questions that do not exist', () => {
		const state = after(moved(3), flagged(99, true), responded('s', 3), checked('s', 3));
		expect(state).toMatchObject({ current: 0, drafts: new Map(), answers: new Map() });
		expect(state.flags.size).toBe(0);
		expect(after(finished('s', [answer(7)])).answers.size).toBe(0);
	});

	it('knows the time of the last event, also when the clock was set back', () => {
		const late = { ...moved(1), at: AT + 9000 };
		const early = { ...moved(2), at: AT - 9_000_000 };
		expect(after(late, early)).toMatchObject({ lastAt: AT + 9000, current: 2 });
	});
});
