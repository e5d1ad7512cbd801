// Writes what `glimpse.ts` reads. Fetched after the first question is on screen.
import { version } from '$app/environment';
import type { SessionRunner } from '$lib/session/runner.svelte';
import { GLIMPSE, sealed, type Glimpse } from './glimpse.js';

/** Keeps what is on screen for the next visit. To be called only while all of it is stored, so that it never runs ahead of the log. */
export function keepGlimpse(runner: SessionRunner): void {
	const { state, index, stored: item } = runner;
	const ref = state.plan.items[index];
	try {
		const attempt = state.plan.module !== undefined;
		// The time of an attempt at a module is known only from the log, so it waits for storage.
		if (item === undefined || ref === undefined || attempt || state.finished !== undefined) {
			localStorage.removeItem(GLIMPSE);
			return;
		}
		const seen: Glimpse = {
			build: version,
			session: state.id,
			startedAt: state.startedAt,
			lastAt: state.lastAt,
			plan: { ...state.plan, items: [ref] },
			count: runner.count,
			current: index,
			item,
			draft: runner.draft,
			answer: runner.answer,
			flagged: state.flags.has(index)
		};
		localStorage.setItem(GLIMPSE, sealed(JSON.stringify(seen)));
	} catch {
		// Full or forbidden: the next visit waits for storage.
	}
}
