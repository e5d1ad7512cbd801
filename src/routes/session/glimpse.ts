// The question on screen, kept beside the store where a page reads it at once: after a reload it is shown, and can be answered,
// while storage is still being opened. What is stored has the last word: it confirms what is shown, or corrects it.
import { version } from '$app/environment';
import type { HashedItem } from '$lib/banks/catalogue';
import type { Answer, Plan } from '$lib/session/events';
import { fnv1a } from '$lib/session/random';
import type { Ground } from '$lib/session/ground';
import { SessionRunner } from '$lib/session/runner.svelte';
import { blankState, type Draft, type SessionState } from '$lib/session/state';
import { painted } from '$lib/ui/painted';
import type { App } from '../app.svelte.js';
import { read } from '../hints.js';
import { surroundings } from './first.js';

export const GLIMPSE = 'milium:glimpse';
/** Ids go on after those of the last visit, of which a few may have run ahead of the clock. */
const AHEAD_MS = 1000;

/** The question on screen, as JSON. */
export interface Glimpse {
	/** Build that wrote it: another may know the item in another shape. */
	readonly build: string;
	readonly session: string;
	readonly startedAt: number;
	/** Time of the last event. */
	readonly lastAt: number;
	/** The plan with the item on screen alone. */
	readonly plan: Plan;
	/** Questions in the session, and the index of the one on screen. */
	readonly count: number;
	readonly current: number;
	readonly item: HashedItem;
	readonly draft?: Draft | undefined;
	readonly answer?: Answer | undefined;
	readonly flagged: boolean;
}

/** The text that is kept, with a sum that tells whether it came back whole. */
export const sealed = (json: string) => `${fnv1a(json, 0x811c9dc5)} ${json}`;

/**
 * What was last on screen of a session; undefined where that is not known. It is read without the schemas of the log, which this
 * page does not carry: the sum says that it is word for word what this same build wrote, from a session that had passed them.
 */
export function glimpseOf(session: string): Glimpse | undefined {
	const text = read(GLIMPSE) ?? '';
	const json = text.slice(text.indexOf(' ') + 1);
	if (json === '' || sealed(json) !== text) return undefined;
	const seen = JSON.parse(json) as Glimpse;
	return seen.build === version && seen.session === session ? seen : undefined;
}

/** A session that is shown before storage has been opened. */
export interface Again {
	readonly runner: SessionRunner;
	/** Opens storage and gives the runner once it stands on it; undefined where the session, or one of its items, is gone. */
	readonly confirm: () => Promise<SessionRunner | undefined>;
}

/** Goes on with what was on screen. Nothing is fetched before it is to be confirmed. */
export function goOn(app: App, seen: Glimpse): Again {
	let begin = () => {};
	const begun = new Promise<void>((resolve) => {
		begin = resolve;
	});
	const found = begun.then(async () => {
		// Painted first: opening the database must not delay the question.
		await painted();
		const { find } = await import('./open.js');
		return find(app, seen.session);
	});
	const ground = found.then((one): Ground => {
		if (one === undefined) throw new Error(`Not stored: ${seen.session}`);
		return one;
	});
	const items: HashedItem[] = [];
	items[seen.current] = seen.item;
	const newId = app.ids(seen.lastAt + AHEAD_MS);
	const runner = new SessionRunner(stateOf(seen), items, ground, surroundings(app, newId));
	async function confirm(): Promise<SessionRunner | undefined> {
		begin();
		if ((await found) === undefined) return undefined;
		await runner.ready;
		return runner;
	}
	return { runner, confirm };
}

function stateOf({ session, startedAt, lastAt, plan, count, current, ...seen }: Glimpse) {
	// Until the plan is read it repeats the item on screen, so that "3 of 10" is right from the start.
	const items = Array.from({ length: count }, () => plan.items[0] as Plan['items'][number]);
	const at = <T>(value: T | undefined) => (value === undefined ? [] : [[current, value] as const]);
	return {
		...blankState(session, { ...plan, items }, startedAt),
		current,
		drafts: new Map(at(seen.draft)),
		answers: new Map(at(seen.answer)),
		flags: new Set(seen.flagged ? [current] : []),
		lastAt
	} satisfies SessionState;
}
