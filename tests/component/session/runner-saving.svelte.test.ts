import { describe, expect, it } from 'vitest';
import {
	Clock,
	holdTimers,
	FULL,
	ITEMS,
	pause,
	quick,
	resumed,
	RIGHT,
	settle,
	WRONG
} from './running';

holdTimers();

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

	it('begins once the answer is on screen, and is not called saved before', async () => {
		const clock = new Clock();
		let paint = () => {};
		clock.painted = () => new Promise((resolve) => (paint = resolve));
		const { runner, store } = resumed('study', {}, new Map(), clock);
		runner.respond(RIGHT);
		await runner.check();
		runner.flag(true);
		await settle();
		expect([runner.answer?.points, runner.saving, store.tries]).toEqual([1, 'saving', 0]);
		paint();
		await settle();
		expect([runner.saving, store.kinds]).toEqual(['saved', ['started', 'checked', 'flagged']]);
	});

	it('waits for no frame when the page is left', async () => {
		const clock = new Clock();
		clock.painted = () => new Promise(() => undefined);
		const { runner, store } = resumed('study', {}, new Map(), clock);
		runner.respond(RIGHT);
		await runner.check();
		runner.go(1);
		runner.respond(WRONG);
		runner.leave();
		await settle();
		expect(store.kinds).toEqual(['started', 'checked', 'moved', 'responded']);
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
