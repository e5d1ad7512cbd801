// The first quiz on this device. Its first question is written into the page, so that it can be read and answered while the
// rest of Milium is still on its way.
import starter from 'virtual:milium/starter';
import type { Plan } from '$lib/session/events';
import type { Ground, Surroundings } from '$lib/session/ground';
import { SessionRunner } from '$lib/session/runner.svelte';
import { blankState } from '$lib/session/state';
import { painted } from '$lib/ui/painted';
import type { App } from '../app.svelte.js';
import { noteBegun } from '../hints.js';

/** Orders the options of a first quiz: the page and the app that takes it over must order them alike. */
const SEED = 1;

/** A quiz that is on screen before it is stored. */
export interface FirstQuiz {
	readonly runner: SessionRunner;
	/** Draws the other questions and stores the beginning. Called once, in the browser. */
	readonly begin: () => void;
}

export const surroundings = (app: App, newId: () => string): Surroundings => ({
	now: app.now,
	monotonic: app.monotonic,
	timeZone: app.timeZone,
	newId,
	painted
});

/** Makes the first quiz on this device. Nothing is fetched or stored before it is told to begin. */
export function firstQuiz(app: App): FirstQuiz {
	const newId = app.ids();
	const id = newId();
	const startedAt = app.now();
	const { quizLength: count, askConfidence: confidence } = app.settings;
	const { bank, item } = starter;
	const first = { bank, item: item.id, hash: item.hash };
	// Until the draw is made the plan repeats the first item, so that "1 of 10" is right from the start.
	const items = Array.from({ length: count }, () => first);
	const plan: Plan = { mode: 'study', seed: SEED, items, confidence };
	const startId = newId();
	let begin = () => {};
	const begun = new Promise<void>((resolve) => {
		begin = resolve;
	});
	async function ground(): Promise<Ground> {
		await begun;
		noteBegun();
		// Painted first: fetching and opening the database must not delay the first question.
		await painted();
		const { groundOf } = await import('./open.js');
		return groundOf(app, { id, startId, startedAt, plan, first: item.id });
	}
	const around = surroundings(app, newId);
	const runner = new SessionRunner(blankState(id, plan, startedAt), [item], ground(), around);
	return { runner, begin };
}
