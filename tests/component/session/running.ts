// A session to run in a test: three questions, a store in memory that can be told to fail, clocks that stand still.
import { afterEach, beforeEach, vi } from 'vitest';
import type { HashedItem } from '$lib/banks/catalogue';
import type { Mode, Plan, SessionEvent } from '$lib/session/events';
import type { Ground } from '$lib/session/ground';
import { SessionRunner } from '$lib/session/runner.svelte';
import type { History } from '$lib/session/sampling';
import { fold, type SessionState } from '$lib/session/state';
import type { Saved, SessionStore, StorageProblem } from '$lib/session/store';
import { idSource } from '$lib/session/uuid';
import { fixtureOf } from '../../fixtures/items';

export const START = Date.UTC(2026, 10, 21, 20);
/** The key of every question. */
export const RIGHT = { choice: 'a' };
export const WRONG = { choice: 'b' };
export const FULL: StorageProblem = {
	code: 'full',
	happened: 'There is no space left.',
	safe: 'Your answer is still here.',
	next: 'Free some space.'
};

export const ITEMS: readonly HashedItem[] = ['q0', 'q1', 'q2'].map((id) => ({
	...fixtureOf('multiple-choice'),
	id,
	hash: `hash-${id}`
}));

export function planOf(mode: Mode, more: Partial<Plan> = {}): Plan {
	const items = ITEMS.map(({ id, hash }) => ({ bank: 'core', item: id, hash }));
	return { mode, seed: 7, items, confidence: true, ...more };
}

/** Makes timers wait, in every test of the file, until they are told to go on. */
export function holdTimers(): void {
	beforeEach(() => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	});
	afterEach(() => {
		vi.useRealTimers();
	});
}
/** Lets everything happen that waits for nothing but its turn. */
export const settle = () => vi.advanceTimersByTimeAsync(0);
/** Waits as long as a draft waits before it is stored. */
export const pause = () => vi.advanceTimersByTimeAsync(300);

/** A store that keeps events in memory. Whatever it does not need it does not know. */
export class FakeStore implements SessionStore {
	readonly stored: SessionEvent[] = [];
	readonly contentsWith = new Map<string, readonly HashedItem[] | undefined>();
	/** What appending does from now on. */
	mode: 'works' | 'full' | 'throws' = 'works';
	/** How often something was to be appended. */
	tries = 0;

	async append(event: SessionEvent, contents?: readonly HashedItem[]): Promise<Saved> {
		this.tries += 1;
		await Promise.resolve();
		if (this.mode === 'throws') throw new Error('The store broke');
		if (this.mode === 'full') return { ok: false, problem: FULL };
		this.stored.push(event);
		this.contentsWith.set(event.id, contents);
		return { ok: true };
	}
	get kinds(): string[] {
		return this.stored.map((one) => one.kind);
	}
	/** Every stored event of a kind. */
	of<K extends SessionEvent['kind']>(kind: K) {
		return this.stored.filter(
			(one): one is Extract<SessionEvent, { kind: K }> => one.kind === kind
		);
	}
	events = (session: string) =>
		Promise.resolve({ events: this.stored.filter((one) => one.session === session), damaged: 0 });
	openSession = () => Promise.resolve(undefined);
	recent = () => Promise.resolve([]);
	history = () => Promise.resolve(new Map());
	contents = () => Promise.resolve(new Map());
}

/** Clocks that go only when told to, and ids. */
export class Clock {
	wall = START;
	mono = 1000;
	newId = idSource(
		() => this.wall,
		(length) => new Uint8Array(length)
	);
	now = () => this.wall;
	monotonic = () => this.mono;
	timeZone = () => 60;
	painted?: () => Promise<void>;
	pass(ms: number): void {
		this.wall += ms;
		this.mono += ms;
	}
}

export const SESSION = 'session-1';

export function startOf(plan: Plan, clock: Clock): SessionEvent {
	return { id: clock.newId(), session: SESSION, at: START, tz: 60, kind: 'started', plan };
}

export function stateOf(...events: readonly SessionEvent[]): SessionState {
	const state = fold(events);
	if (state === undefined) throw new Error('The events have no beginning');
	return state;
}

/** A session that goes on: its beginning is stored already. */
export function resumed(
	mode: Mode,
	more: Partial<Plan> = {},
	history: History = new Map(),
	clock = new Clock()
) {
	const [store, plan] = [new FakeStore(), planOf(mode, more)];
	const start = startOf(plan, clock);
	store.stored.push(start);
	const ground: Ground = { store, plan, items: ITEMS, history };
	const runner = new SessionRunner(stateOf(start), ITEMS, Promise.resolve(ground), clock);
	return { runner, store, clock, start };
}

/** A quick start: the first question is there, the ground comes when `land` is called. */
export function quick() {
	const [clock, store, plan] = [new Clock(), new FakeStore(), planOf('study')];
	const start = startOf(plan, clock);
	const first = plan.items[0];
	if (first === undefined) throw new Error('The plan is empty');
	const provisional = { ...plan, items: plan.items.map(() => first) };
	const contents = ITEMS;
	let land = () => {};
	let sink = (_error: Error) => {};
	const ground = new Promise<Ground>((resolve, reject) => {
		land = () =>
			resolve({ store, plan, items: ITEMS, history: new Map(), start: { event: start, contents } });
		sink = reject;
	});
	const state = { ...stateOf(start), plan: provisional };
	const runner = new SessionRunner(state, ITEMS.slice(0, 1), ground, clock);
	return {
		runner,
		store,
		clock,
		start,
		plan,
		land: () => land(),
		fail: () => sink(new Error('No ground'))
	};
}
