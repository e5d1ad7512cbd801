import { describe, expect, it } from 'vitest';
import type { Ground } from '$lib/session/ground';
import { SessionRunner } from '$lib/session/runner.svelte';
import { fold } from '$lib/session/state';
import { holdTimers, ITEMS, pause, resumed, RIGHT, settle, WRONG } from './running';

holdTimers();

/** A session shown again as it was after `done`, while storage opens; more may have been stored since. */
async function shownAgain(done: (before: ReturnType<typeof resumed>['runner']) => void) {
	const { runner: before, store, clock } = resumed('study');
	done(before);
	await pause();
	await settle();
	const seen = [...store.stored];
	clock.pass(1000);
	let land = () => {};
	const ground = new Promise<Ground>((resolve) => {
		land = () => {
			const { plan } = before.state;
			resolve({ store, plan, items: ITEMS, history: new Map(), events: [...store.stored] });
		};
	});
	const initial = fold(seen);
	if (initial === undefined) throw new Error('The session has no beginning');
	const [first] = initial.plan.items;
	const plan = { ...initial.plan, items: initial.plan.items.map(() => first as never) };
	const items = ITEMS.map((item, index) => (index === initial.current ? item : undefined));
	const runner = new SessionRunner({ ...initial, plan }, items, ground, clock);
	return { runner, store, before, land: () => (land(), settle()) };
}

describe('a question shown again before storage is open', () => {
	it('is as it was once storage confirms it', async () => {
		const { runner, land } = await shownAgain((before) => {
			before.go(1);
			before.respond(WRONG);
		});
		expect([runner.index, runner.draft?.response, runner.saving]).toEqual([1, WRONG, 'nothing']);
		await land();
		expect([runner.index, runner.draft?.response, runner.saving]).toEqual([1, WRONG, 'nothing']);
		expect(runner.state.plan.items.map((one) => one.item)).toEqual(ITEMS.map(({ id }) => id));
		runner.go(2);
		expect(runner.item?.id).toBe('q2');
	});

	it('keeps what is chosen meanwhile, and says that it is saved only when it is', async () => {
		const { runner, store, land } = await shownAgain((before) => before.respond(WRONG));
		runner.respond(RIGHT);
		await pause();
		expect([runner.draft?.response, runner.saving]).toEqual([RIGHT, 'saving']);
		await land();
		await settle();
		expect([runner.draft?.response, runner.saving]).toEqual([RIGHT, 'saved']);
		expect(store.of('responded').map((one) => one.response)).toEqual([WRONG, RIGHT]);
	});

	it('gives way to what the log says where it was behind', async () => {
		const { runner, before, land } = await shownAgain((one) => one.respond(WRONG));
		await before.check();
		before.go(2);
		await settle();
		await land();
		expect([runner.index, runner.state.answers.get(0)?.response]).toEqual([2, WRONG]);
	});

	it('cannot change what the log says was checked', async () => {
		const { runner, before, store, land } = await shownAgain((one) => one.respond(WRONG));
		await before.check();
		await settle();
		runner.respond(RIGHT);
		await land();
		await pause();
		expect(runner.answer?.response).toEqual(WRONG);
		expect(runner.saving).not.toBe('saving');
		await runner.check();
		expect(store.of('checked')).toHaveLength(1);
	});
});
