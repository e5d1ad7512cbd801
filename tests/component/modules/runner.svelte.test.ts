// An attempt at a module keeps its time by the rule, logs its clocks, and tells nothing that is kept back.
import { describe, expect, it } from 'vitest';
import { marksIn } from '$lib/modules/clock-log';
import { ModuleRunner } from '$lib/modules/runner.svelte';
import type { Plan } from '$lib/session/events';
import {
	Clock,
	FakeStore,
	holdTimers,
	ITEMS,
	pause,
	planOf,
	RIGHT,
	SESSION,
	settle,
	startOf,
	stateOf
} from '../session/running';

holdTimers();

type AtModule = NonNullable<Plan['module']>;

function attempt(more: Partial<AtModule> = {}) {
	const [clock, store] = [new Clock(), new FakeStore()];
	const plan = planOf('exam', {
		timeLimitS: 600,
		module: { id: 'm', attempt: 1, ...more }
	});
	store.stored.push(startOf(plan, clock));
	const open = () => {
		const state = stateOf(...store.stored);
		const ground = { store, plan, items: ITEMS, history: new Map() };
		const marks = marksIn(store.stored);
		return new ModuleRunner({ state, items: ITEMS, marks }, ground, clock);
	};
	return { clock, store, open };
}

describe('an attempt at a module', () => {
	it('goes by the monotonic clock while it is open and logs a clock that was set', async () => {
		const { clock, store, open } = attempt();
		const runner = open();
		clock.pass(60_000);
		expect(runner.remaining()).toBe(540_000);
		clock.wall += 3_600_000;
		expect(runner.remaining()).toBe(540_000);
		await settle();
		expect(store.of('clock').flatMap(({ entries }) => entries)).toEqual([
			{ kind: 'gap', at: 0, s: 60 },
			{ kind: 'clock', at: 60, s: 3600 }
		]);
	});

	it('neither loses nor gains time by a crash', async () => {
		const { clock, open } = attempt();
		const first = open();
		clock.pass(60_000);
		clock.wall += 3_600_000;
		first.remaining();
		await settle();
		// Closed for two minutes.
		clock.pass(120_000);
		const second = open();
		expect(second.remaining()).toBe(600_000 - 180_000);
		// And the clock set back by an hour meanwhile: at least what was noted has passed.
		await settle();
		clock.wall -= 7_200_000;
		expect(open().remaining()).toBe(600_000 - 180_000);
	});

	it('notes that it is open now and then, and when it is hidden', async () => {
		const { clock, store, open } = attempt();
		const runner = open();
		for (let tick = 0; tick < 100; tick += 1) {
			clock.pass(500);
			runner.remaining();
		}
		runner.shown(false);
		clock.pass(30_000);
		runner.shown(true);
		await settle();
		expect(store.of('clock').map(({ elapsed }) => elapsed)).toEqual([
			0, 15_000, 30_000, 45_000, 50_000, 80_000
		]);
		expect(store.of('clock').at(-1)?.entries).toEqual([{ kind: 'away', at: 50, s: 30 }]);
	});

	it('ends without a score where that is kept back, with every response stored', async () => {
		const { store, open } = attempt({ unscored: true });
		const runner = open();
		runner.respond(RIGHT);
		const ended = runner.finish('learner');
		await pause();
		expect(await ended).toBe(true);
		expect(store.of('finished')).toMatchObject([{ reason: 'learner', answers: [] }]);
		expect(stateOf(...store.stored).drafts.get(0)?.response).toEqual(RIGHT);
		expect(runner.state.finished?.reason).toBe('learner');
		expect(store.of('checked')).toEqual([]);
	});

	it('is scored at its end otherwise', async () => {
		const { store, open } = attempt();
		const runner = open();
		runner.respond(RIGHT);
		const ended = runner.finish('time');
		await pause();
		expect(await ended).toBe(true);
		expect(store.of('finished')[0]?.answers).toHaveLength(ITEMS.length);
	});

	it('does not end while its end cannot be stored', async () => {
		const { store, open } = attempt({ unscored: true });
		const runner = open();
		await settle();
		store.mode = 'full';
		const ended = runner.finish('learner');
		await pause();
		expect(await ended).toBe(false);
		expect(runner.state.finished).toBeUndefined();
	});

	it('orders options by the module, or leaves them as written', () => {
		const orderOf = (runner: ModuleRunner) =>
			JSON.stringify(runner.itemAt(0)) === JSON.stringify(ITEMS[0]);
		expect(orderOf(attempt({ optionSeed: null }).open())).toBe(true);
		const seeds = Array.from({ length: 20 }, (_, seed) => attempt({ optionSeed: seed }).open());
		expect(seeds.some((runner) => !orderOf(runner))).toBe(true);
		expect(attempt({ optionSeed: 5 }).open().itemAt(0)).toEqual(
			attempt({ optionSeed: 5 }).open().itemAt(0)
		);
		expect(SESSION).toBe(attempt().open().state.id);
	});
});
