import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Answer } from '$lib/session/events';
import { FULL, ITEMS, quick, resumed, RIGHT, SESSION, START, stateOf, WRONG } from './running';

/** Lets everything happen that waits for nothing but its turn. */
const settle = () => vi.advanceTimersByTimeAsync(0);
const pause = () => vi.advanceTimersByTimeAsync(300);
const pointsOf = (answers: readonly Answer[]) => answers.map((one) => [one.index, one.points]);

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
});

describe('what a learner does', () => {
	it('is stored as events in the order in which it happened', async () => {
		const { runner, store } = resumed('study');
		runner.respond(WRONG);
		await pause();
		runner.flag(true);
		await runner.check();
		runner.go(1);
		runner.sure('certain');
		runner.respond(RIGHT);
		await runner.check();
		expect(await runner.finish('learner')).toBe(true);
		expect(store.kinds).toEqual(
			'started responded flagged checked moved checked finished'.split(' ')
		);
		const ids = store.stored.map((one) => one.id);
		expect(ids).toEqual([...new Set(ids)].sort());
		for (const one of store.stored)
			expect(one).toMatchObject({ session: SESSION, at: START, tz: 60 });
		// Drafts that an answer overtook are not stored.
		const { drafts: _, ...state } = runner.state;
		expect(stateOf(...store.stored)).toMatchObject(state);
	});

	it('shows at once, before it is stored', () => {
		const { runner, store } = resumed('study');
		runner.respond(WRONG);
		runner.flag(true);
		runner.go(2);
		expect(runner).toMatchObject({ index: 2, count: 3, draft: undefined });
		expect(runner.state.drafts.get(0)?.response).toEqual(WRONG);
		expect(runner.state.flags).toEqual(new Set([0]));
		expect(store.kinds).toEqual(['started']);
	});

	it('goes nowhere beyond the questions, nor to the one on screen', async () => {
		const { runner, store } = resumed('study');
		for (const index of [0, -1, 3]) runner.go(index);
		await settle();
		expect([runner.index, store.kinds]).toEqual([0, ['started']]);
	});

	it('sees the options in the same order in every visit, another for another seed', () => {
		const order = (seed: number) => {
			const { runner } = resumed('study', { seed });
			return [0, 1, 2].map((index) => {
				const options = Reflect.get(runner.itemAt(index) ?? {}, 'options') as { id: string }[];
				return options.map((one) => one.id).join('');
			});
		};
		expect(order(7)).toEqual(order(7));
		expect(new Set([1, 2, 3, 4].map((seed) => order(seed).join())).size).toBeGreaterThan(1);
	});
});

describe('a draft', () => {
	it('is stored after a pause, once for many changes', async () => {
		const { runner, store } = resumed('study');
		for (const choice of ['b', 'c', 'd']) {
			runner.respond({ choice });
			await vi.advanceTimersByTimeAsync(200);
		}
		expect(store.kinds).toEqual(['started']);
		await pause();
		expect(store.of('responded')).toMatchObject([{ index: 0, response: { choice: 'd' } }]);
	});

	it.each([
		['moving on', (runner: ReturnType<typeof resumed>['runner']) => runner.go(1)],
		['the page is hidden', (runner: ReturnType<typeof resumed>['runner']) => runner.shown(false)],
		['the page is left', (runner: ReturnType<typeof resumed>['runner']) => runner.storeDraft()]
	])('is stored at once when %s, and not again', async (_, leave) => {
		const { runner, store } = resumed('study');
		runner.respond(WRONG);
		leave(runner);
		await settle();
		expect(store.of('responded')).toHaveLength(1);
		runner.storeDraft();
		await pause();
		expect(store.of('responded')).toHaveLength(1);
	});

	it('holds a confidence that was given before any response', async () => {
		const { runner, store } = resumed('study');
		runner.sure('guess');
		await pause();
		expect(store.of('responded')).toMatchObject([{ confidence: 'guess', response: undefined }]);
		runner.respond(RIGHT);
		expect(runner.draft).toMatchObject({ confidence: 'guess', response: RIGHT });
	});

	it('ends with the answer: nothing is stored of it afterwards, and it cannot be changed', async () => {
		const { runner, store } = resumed('study');
		runner.respond(RIGHT);
		await runner.check();
		runner.respond(WRONG);
		runner.sure('certain');
		await pause();
		expect(store.kinds).toEqual(['started', 'checked']);
		expect(runner.answer).toMatchObject({ response: RIGHT, points: 1 });
	});
});

describe('saving', () => {
	it('is never called saved while anything waits, not even a draft', async () => {
		const { runner } = resumed('study');
		expect(runner.saving).toBe('nothing');
		runner.respond(WRONG);
		expect(runner.saving).toBe('saving');
		await pause();
		expect(runner.saving).toBe('saved');
		runner.respond(RIGHT);
		expect(runner.saving).toBe('saving');
		const checking = runner.check();
		expect(runner.saving).toBe('saving');
		await checking;
		await settle();
		expect(runner.saving).toBe('saved');
	});

	it('keeps what could not be stored and stores all of it in order when tried again', async () => {
		const { runner, store } = resumed('study');
		store.mode = 'full';
		runner.respond(RIGHT);
		await runner.check();
		runner.go(1);
		runner.flag(true);
		await settle();
		expect([runner.saving, runner.problem, store.kinds]).toEqual(['failed', FULL, ['started']]);
		await runner.flush();
		expect(runner.saving).toBe('failed');
		store.mode = 'works';
		const retry = runner.flush();
		expect(runner.saving).toBe('saving');
		await retry;
		expect([runner.saving, runner.problem]).toEqual(['saved', undefined]);
		expect(store.kinds).toEqual(['started', 'checked', 'moved', 'flagged']);
	});

	it('is tried again with the next event, oldest first', async () => {
		const { runner, store } = resumed('study');
		store.mode = 'full';
		runner.flag(true);
		await settle();
		store.mode = 'works';
		runner.go(1);
		await settle();
		expect(store.kinds).toEqual(['started', 'flagged', 'moved']);
		expect(runner.saving).toBe('saved');
	});

	it('stores each event once, however often it is asked to', async () => {
		const { runner, store } = resumed('study');
		runner.flag(true);
		await Promise.all([runner.flush(), runner.flush()]);
		runner.flag(false);
		await Promise.all([runner.flush(), runner.flush()]);
		expect(store.kinds).toEqual(['started', 'flagged', 'flagged']);
		expect(store.tries).toBe(2);
	});

	it('says so where the store breaks, and goes on once it works', async () => {
		const { runner, store } = resumed('study');
		store.mode = 'throws';
		runner.flag(true);
		await settle();
		expect([runner.saving, runner.problem?.code]).toEqual(['failed', 'unavailable']);
		store.mode = 'works';
		await runner.flush();
		expect([runner.saving, store.kinds]).toEqual(['saved', ['started', 'flagged']]);
	});
});

describe('checking', () => {
	it('scores the response and stores one attempt, also for a double click', async () => {
		const { runner, store } = resumed(
			'study',
			{},
			new Map([['q0', { seen: 1, lastCorrect: true }]])
		);
		runner.respond(WRONG);
		runner.sure('unsure');
		await Promise.all([runner.check(), runner.check()]);
		await runner.check();
		await settle();
		expect(store.of('checked').map((one) => one.answer)).toEqual([runner.answer]);
		expect(runner.answer).toMatchObject({
			ref: { bank: 'core', item: 'q0', hash: 'hash-q0' },
			index: 0,
			mode: 'study',
			response: WRONG,
			points: 0,
			max: 1,
			confidence: 'unsure',
			first: false,
			pairs: [['neonatal-milia', 'neonatal-acne']]
		});
	});

	it('knows a first attempt by the history', async () => {
		const { runner } = resumed('study', {}, new Map([['q1', { seen: 3, lastCorrect: false }]]));
		await runner.check();
		runner.go(1);
		await runner.check();
		expect([...runner.state.answers.values()].map((one) => one.first)).toEqual([true, false]);
	});

	it('does nothing once the session is over', async () => {
		const { runner, store } = resumed('study');
		await runner.finish('learner');
		await runner.check();
		runner.respond(RIGHT);
		runner.flag(true);
		runner.go(1);
		await pause();
		expect(store.kinds).toEqual(['started', 'finished']);
		expect(runner.state.answers.size).toBe(0);
	});
});

describe('a quick start', () => {
	it('takes answers before the ground is there and stores its start before them', async () => {
		const { runner, store, start, land } = quick();
		expect([runner.item?.id, runner.itemAt(1), runner.count]).toEqual(['q0', undefined, 3]);
		runner.respond(WRONG);
		await pause();
		runner.respond(RIGHT);
		const checking = Promise.all([runner.check(), runner.check()]);
		await settle();
		expect([store.kinds, runner.answer, runner.saving]).toEqual([[], undefined, 'saving']);
		land();
		await checking;
		await settle();
		expect(store.kinds).toEqual(['started', 'responded', 'checked']);
		expect(store.stored[0]).toBe(start);
		expect(runner.answer).toMatchObject({ response: RIGHT, points: 1, first: true });
		expect(runner.saving).toBe('saved');
	});

	it('hands the items to the store with its start only', async () => {
		const { runner, store, start, land } = quick();
		runner.flag(true);
		land();
		await runner.ready;
		await settle();
		expect(store.contentsWith.get(start.id)).toBe(ITEMS);
		expect([...store.contentsWith.values()]).toEqual([ITEMS, undefined]);
	});

	it('learns its plan and the other questions', async () => {
		const { runner, plan, land } = quick();
		land();
		await runner.ready;
		expect(runner.state.plan).toEqual(plan);
		runner.go(2);
		expect(runner.item?.id).toBe('q2');
	});

	it('checks the answer that stood when checking was asked for', async () => {
		const { runner, land } = quick();
		runner.respond(RIGHT);
		const checking = runner.check();
		runner.respond(WRONG);
		land();
		await checking;
		expect(runner.answer?.response).toEqual(RIGHT);
	});

	it('gives feedback and says that nothing is saved where there is no ground', async () => {
		const { runner, fail } = quick();
		runner.respond(RIGHT);
		fail();
		await expect(runner.ready).rejects.toThrow('No ground');
		await runner.check();
		await settle();
		expect(runner.answer).toMatchObject({ points: 1 });
		expect([runner.saving, runner.problem?.code]).toEqual(['failed', 'unavailable']);
		expect(await runner.finish('learner')).toBe(false);
	});
});

describe('finishing', () => {
	it('gives every item of an exam an answer, blank ones too', async () => {
		const { runner, store } = resumed('exam');
		runner.respond(RIGHT);
		runner.go(2);
		runner.respond(WRONG);
		expect(await runner.finish('time')).toBe(true);
		const [end] = store.of('finished');
		expect(pointsOf(end?.answers ?? [])).toEqual([
			[0, 1],
			[1, 0],
			[2, 0]
		]);
		expect(end?.answers.map((one) => one.response)).toEqual([RIGHT, {}, WRONG]);
		expect(end).toMatchObject({ reason: 'time' });
		expect(new Set(end?.answers.map((one) => one.id)).size).toBe(3);
		expect(store.kinds.at(-2)).toBe('responded');
		expect(runner.state.finished).toEqual({ at: START, reason: 'time' });
	});

	it('adds no answers in study mode', async () => {
		const { runner, store } = resumed('study');
		runner.respond(RIGHT);
		await runner.check();
		runner.go(1);
		runner.respond(RIGHT);
		await runner.finish('learner');
		expect(store.of('finished')[0]?.answers).toEqual([]);
		expect(runner.state.answers.size).toBe(1);
	});

	it('says when it could not be saved, and can be tried again', async () => {
		const { runner, store } = resumed('exam');
		runner.respond(RIGHT);
		store.mode = 'full';
		expect(await runner.finish('learner')).toBe(false);
		expect([runner.saving, runner.problem]).toEqual(['failed', FULL]);
		store.mode = 'works';
		expect(await runner.finish('time')).toBe(true);
		expect(store.kinds).toEqual(['started', 'responded', 'finished']);
		expect(store.of('finished')[0]?.reason).toBe('learner');
	});

	it('happens once for two calls', async () => {
		const { runner, store } = resumed('exam');
		expect(await Promise.all([runner.finish('learner'), runner.finish('time')])).toEqual([
			true,
			true
		]);
		expect(store.of('finished')).toHaveLength(1);
	});
});

describe('time on a question', () => {
	it('is counted while it is on screen, over several visits', async () => {
		const { runner, clock } = resumed('study');
		clock.pass(1000);
		runner.respond(WRONG);
		clock.pass(500);
		runner.go(1);
		clock.pass(7000);
		runner.go(0);
		clock.pass(250);
		await runner.check();
		expect(runner.answer?.activeMs).toBe(1750);
		runner.go(1);
		clock.pass(1);
		await runner.check();
		expect(runner.answer?.activeMs).toBe(7001);
	});

	it('does not run while the page is hidden, nor while feedback is read', async () => {
		const { runner, clock } = resumed('study');
		clock.pass(1000);
		runner.shown(false);
		clock.pass(3_600_000);
		runner.shown(true);
		runner.shown(true);
		clock.pass(500);
		await runner.check();
		clock.pass(9000);
		runner.go(1);
		runner.go(0);
		expect(runner.answer?.activeMs).toBe(1500);
		expect(runner.state.drafts.get(0)?.activeMs).toBe(1500);
	});

	it('is stored with the draft, and again when more has passed', async () => {
		const { runner, store, clock } = resumed('exam');
		clock.pass(1000);
		runner.respond(WRONG);
		await pause();
		clock.pass(4000);
		runner.go(1);
		clock.pass(2000);
		runner.go(2);
		await runner.finish('learner');
		expect(store.of('responded').map((one) => [one.index, one.activeMs])).toEqual([
			[0, 1000],
			[0, 5000]
		]);
		expect(store.of('finished')[0]?.answers.map((one) => one.activeMs)).toEqual([5000, 2000, 0]);
	});

	it('is no response: a question that was only read has none', async () => {
		const { runner, store, clock } = resumed('exam');
		clock.pass(1000);
		runner.go(1);
		await pause();
		expect(runner.state.drafts.get(0)).toMatchObject({ response: undefined, activeMs: 1000 });
		expect(store.kinds).toEqual(['started', 'moved']);
		expect(runner.saving).toBe('saved');
	});

	it('takes no notice of the wall clock', async () => {
		const { runner, clock } = resumed('study', { timeLimitS: 60 });
		clock.wall -= 3_600_000;
		clock.mono += 20_000;
		expect(runner.remaining()).toBe(40_000);
		await runner.check();
		expect(runner.answer?.activeMs).toBe(20_000);
	});
});

describe('another tab', () => {
	/** A second tab on the same session. */
	function twoTabs() {
		const one = resumed('study');
		const other = resumed('study');
		// Later in time, so that its ids come after those of the first tab.
		other.clock.pass(60_000);
		const meet = () => one.runner.takeIn([...one.store.stored, ...other.store.stored.slice(1)]);
		return { ...one, other, meet };
	}

	it('brings its answers and flags; the question on screen stays', async () => {
		const { runner, other, meet } = twoTabs();
		runner.go(2);
		await settle();
		other.runner.respond(RIGHT);
		other.runner.flag(true);
		await other.runner.check();
		other.runner.go(1);
		await settle();
		meet();
		expect(runner.state.answers.get(0)).toEqual(other.runner.state.answers.get(0));
		expect([runner.index, [...runner.state.flags]]).toEqual([2, [0]]);
	});

	it('does not take back what has not been stored here yet', async () => {
		const { runner, store, other, meet } = twoTabs();
		runner.respond(WRONG);
		runner.flag(true);
		await pause();
		store.mode = 'full';
		runner.respond(RIGHT);
		runner.flag(false);
		await settle();
		other.runner.go(1);
		other.runner.respond(WRONG);
		other.runner.go(2);
		await settle();
		meet();
		expect(runner.draft?.response).toEqual(RIGHT);
		expect(runner.state.flags.size).toBe(0);
		expect(runner.state.drafts.get(1)?.response).toEqual(WRONG);
		store.mode = 'works';
		await pause();
		expect(store.of('responded').at(-1)?.response).toEqual(RIGHT);
	});

	it('can end the session: nothing more is stored here', async () => {
		const { runner, store, other, meet } = twoTabs();
		runner.respond(RIGHT);
		await other.runner.finish('learner');
		meet();
		expect(runner.state.finished).toMatchObject({ reason: 'learner' });
		await runner.check();
		expect(await runner.finish('time')).toBe(true);
		await pause();
		expect(store.kinds).toEqual(['started']);
		expect(runner.saving).toBe('nothing');
	});

	it('is not heard before there is a beginning', () => {
		const { runner } = resumed('study');
		const before = runner.state;
		runner.takeIn([]);
		expect(runner.state).toBe(before);
	});
});
