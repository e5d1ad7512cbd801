// The ways into a session: a new quiz in one click, and one that goes on.
import starter from 'virtual:milium/starter';
import type { HashedItem } from '$lib/banks/catalogue';
import type { Plan, SessionEvent } from '$lib/session/events';
import { SessionRunner, type Ground, type Surroundings } from '$lib/session/runner.svelte';
import { draw } from '$lib/session/sampling';
import { fold, type SessionState } from '$lib/session/state';
import type { BankStore, StorageProblem } from '$lib/session/store';
import { timeOf } from '$lib/session/uuid';
import type { App } from '../app.svelte.js';
import { hasBegun, noteBegun } from '../hints.js';
import { bankBriefs, builtInBriefs, candidatesOf, itemsOf } from '../library.js';

const surroundings = (app: App, newId: () => string): Surroundings => ({
	now: app.now,
	monotonic: app.monotonic,
	timeZone: app.timeZone,
	newId
});

const blankState = (id: string, plan: Plan, startedAt: number): SessionState => ({
	id,
	plan,
	startedAt,
	current: 0,
	drafts: new Map(),
	answers: new Map(),
	flags: new Set(),
	finished: undefined,
	lastAt: startedAt
});

/** Begins a mixed study quiz: at once for a newcomer; for a learner with a history, with questions not yet seen first. */
export async function quickStart(app: App): Promise<SessionRunner | StorageProblem> {
	if (!hasBegun()) return firstStart(app);
	const store = await app.storage();
	const [pool, history] = await Promise.all([everyCandidate(store), store.history()]);
	const { quizLength: count, askConfidence: confidence } = app.settings;
	const seed = app.seed();
	const begun = await begin(app, {
		mode: 'study',
		seed,
		confidence,
		items: draw(pool, history, { count, seed })
	});
	if (!begun.ok) return begun.problem;
	const runner = await resume(app, begun.id);
	if (runner === undefined)
		throw new Error(`The session that was just stored is not there: ${begun.id}`);
	return runner;
}

/**
 * The first quiz on this device. Its first question comes with the page and is on screen at once; the others are drawn
 * while the learner reads it.
 */
function firstStart(app: App): SessionRunner {
	noteBegun();
	const newId = app.ids();
	const id = newId();
	const startedAt = app.now();
	const seed = app.seed();
	const opening = starter[Math.abs(seed) % starter.length];
	if (opening === undefined) throw new Error('The starter holds no items');
	const { quizLength: count, askConfidence: confidence } = app.settings;
	const first = { bank: opening.bank, item: opening.item.id, hash: opening.item.hash };
	// Until the draw is made the plan repeats the first item, so that "1 of 10" is right from the start.
	const provisional: Plan = {
		mode: 'study',
		seed,
		items: Array.from({ length: count }, () => first),
		confidence
	};
	const startId = newId();
	const ground = async (): Promise<Ground> => {
		// Painted first: fetching and opening the database must not delay the first question.
		await afterPaint();
		// The built-in banks are fetched while storage opens.
		const [store] = await Promise.all([app.storage(), builtInBriefs()]);
		const [pool, history] = await Promise.all([everyCandidate(store), store.history()]);
		const refs = draw(pool, history, { count, seed, first: opening.item.id });
		const items = await itemsOf(refs, store);
		const plan: Plan = { ...provisional, items: refs };
		const event: SessionEvent = {
			kind: 'started',
			id: startId,
			session: id,
			at: startedAt,
			tz: app.timeZone(),
			plan
		};
		return {
			store,
			plan,
			items: present(items),
			history,
			start: { event, contents: present(items) }
		};
	};
	return new SessionRunner(
		blankState(id, provisional, startedAt),
		[opening.item],
		ground(),
		surroundings(app, newId)
	);
}

/** Stores the beginning of a session and gives its id, or what went wrong. */
export async function begin(app: App, plan: Plan) {
	noteBegun();
	const newId = app.ids();
	const id = newId();
	const store = await app.storage();
	const items = await itemsOf(plan.items, store);
	const event: SessionEvent = {
		kind: 'started',
		id: newId(),
		session: id,
		at: app.now(),
		tz: app.timeZone(),
		plan
	};
	const saved = await store.append(event, present(items));
	return saved.ok ? { ok: true as const, id } : saved;
}

/** Goes on with a session, the latest open one where none is named; undefined where there is none. */
export async function resume(app: App, id: string | undefined): Promise<SessionRunner | undefined> {
	const store = await app.storage();
	const session = id ?? (await store.openSession())?.id;
	if (session === undefined) return undefined;
	const { events } = await store.events(session);
	const state = fold(events);
	if (state === undefined) return undefined;
	const [items, history] = await Promise.all([
		itemsOf(state.plan.items, store),
		store.history(state.plan.items.map((one) => one.item))
	]);
	const newId = app.ids(Math.max(...events.map((one) => timeOf(one.id))));
	const whole = items.every((item) => item !== undefined);
	if (!whole) return undefined;
	return new SessionRunner(
		state,
		items,
		Promise.resolve({ store, plan: state.plan, items: present(items), history }),
		surroundings(app, newId)
	);
}

const everyCandidate = async (store: BankStore) => candidatesOf(await bankBriefs(store));

const present = (items: readonly (HashedItem | undefined)[]) =>
	items.filter((item): item is HashedItem => item !== undefined);

const afterPaint = () =>
	new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
