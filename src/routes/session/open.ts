// The ways into a session: a new quiz in one click, and one that goes on.
import type { HashedItem } from '$lib/banks/catalogue';
import type { Plan, SessionEvent } from '$lib/session/events';
import type { Ground } from '$lib/session/ground';
import { SessionRunner } from '$lib/session/runner.svelte';
import { blankState, fold } from '$lib/session/state';
import type { StorageProblem } from '$lib/session/store';
import { timeOf } from '$lib/session/uuid';
import type { App } from '../app.svelte.js';
import { noteBegun } from '../hints.js';
import { drawQuick } from '../quick.js';
import { bankBriefs, builtInBriefs, itemsOf } from '../library.js';
import { surroundings } from './first.js';

/** Begins a mixed study quiz, in each topic with questions not yet seen. */
export async function quickStart(app: App): Promise<SessionRunner | StorageProblem> {
	// The built-in banks are fetched while storage opens.
	const [store] = await Promise.all([app.storage(), builtInBriefs()]);
	const { quizLength: count, askConfidence: confidence } = app.settings;
	const seed = app.seed();
	const options = { count, seed };
	const drawn = await drawQuick(store, await bankBriefs(store), app.settings, options);
	const plan: Plan = { mode: 'study', seed, confidence, items: [...drawn.items] };
	const begun = await begin(app, plan);
	if (!begun.ok) return begun.problem;
	// What has just been stored need not be read again.
	const { event, items, id } = begun;
	if (items.length < plan.items.length) throw new Error('A question that was drawn is not there');
	const ground: Ground = { store, plan, items, history: drawn.history };
	const around = surroundings(app, app.ids(timeOf(event.id)));
	return new SessionRunner(blankState(id, plan, event.at), items, Promise.resolve(ground), around);
}

/** A quiz that is on screen and not stored yet. */
interface Unstored {
	readonly id: string;
	/** Id of the event that starts it. */
	readonly startId: string;
	readonly startedAt: number;
	/** Its items are drawn here. */
	readonly plan: Plan;
	/** Item on screen: the quiz opens with it. */
	readonly first: string;
}

/** Opens storage for a quiz that is on screen and draws its other questions. */
export async function groundOf(
	app: App,
	{ id, startId, startedAt, plan, first }: Unstored
): Promise<Ground> {
	// The built-in banks are fetched while storage opens.
	const [store] = await Promise.all([app.storage(), builtInBriefs()]);
	const options = { count: plan.items.length, seed: app.seed(), first };
	const { items: refs, history } = await drawQuick(
		store,
		await bankBriefs(store),
		app.settings,
		options
	);
	const items = present(await itemsOf(refs, store));
	const drawn = { ...plan, items: [...refs] };
	const event: SessionEvent = {
		kind: 'started',
		id: startId,
		session: id,
		at: startedAt,
		tz: app.timeZone(),
		plan: drawn
	};
	return { store, plan: drawn, items, history, start: { event, contents: items } };
}

/** Stores the beginning of a session and gives its id, its event and its items, or what went wrong. */
export async function begin(app: App, plan: Plan) {
	noteBegun();
	const newId = app.ids();
	const id = newId();
	const store = await app.storage();
	const items = present(await itemsOf(plan.items, store));
	const event: SessionEvent = {
		kind: 'started',
		id: newId(),
		session: id,
		at: app.now(),
		tz: app.timeZone(),
		plan
	};
	const saved = await store.append(event, items);
	return saved.ok ? { ok: true as const, id, event, items } : saved;
}

/** Goes on with a session, the latest open one where none is named; undefined where there is none. */
export async function resume(app: App, id: string | undefined): Promise<SessionRunner | undefined> {
	const found = await find(app, id);
	if (found === undefined) return undefined;
	const { state, events, ...ground } = found;
	const newId = app.ids(Math.max(...events.map((one) => timeOf(one.id))));
	const around = surroundings(app, newId);
	if (state.plan.module !== undefined) {
		const { runAttempt } = await import('../modules/run-attempt.js');
		return runAttempt(state, events, ground, around);
	}
	return new SessionRunner(state, ground.items, Promise.resolve(ground), around);
}

/** What a session stands on, with all its events and their fold; undefined where it, or one of its items, is not there. */
export async function find(app: App, id: string | undefined) {
	const store = await app.storage();
	const session = id ?? (await store.openSession())?.id;
	if (session === undefined) return undefined;
	const { events } = await store.events(session);
	const state = fold(events);
	if (state === undefined) return undefined;
	const { plan } = state;
	const [items, history] = await Promise.all([
		itemsOf(plan.items, store),
		store.history(plan.items.map((one) => one.item))
	]);
	const whole = present(items);
	if (whole.length < items.length) return undefined;
	return { store, plan, items: whole, history, events, state } satisfies Ground & {
		state: unknown;
	};
}

const present = (items: readonly (HashedItem | undefined)[]) =>
	items.filter((item): item is HashedItem => item !== undefined);
