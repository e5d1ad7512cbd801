import { describe, expect, it } from 'vitest';
import { holdTimers, pause, resumed, RIGHT, settle, WRONG } from './running';

holdTimers();

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
