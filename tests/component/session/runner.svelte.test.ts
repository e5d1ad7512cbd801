import { describe, expect, it, vi } from 'vitest';
import type { Answer } from '$lib/session/events';
import {
	holdTimers,
	FULL,
	pause,
	resumed,
	RIGHT,
	SESSION,
	settle,
	START,
	stateOf,
	WRONG
} from './running';

const pointsOf = (answers: readonly Answer[]) => answers.map((one) => [one.index, one.points]);

holdTimers();

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

	it('scores what is chosen last, also where another response was thought over before', async () => {
		const { runner } = resumed('study');
		runner.respond(WRONG);
		await pause();
		runner.respond(RIGHT);
		await runner.check();
		expect(runner.answer).toMatchObject({ response: RIGHT, points: 1 });
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
