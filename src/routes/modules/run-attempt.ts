// An attempt at a module comes on screen. Fetched when there is one, so that no other quiz waits for it.
import { marksIn } from '$lib/modules/clock-log';
import { ModuleRunner } from '$lib/modules/runner.svelte';
import type { SessionEvent } from '$lib/session/events';
import type { Ground, Surroundings } from '$lib/session/ground';
import type { SessionState } from '$lib/session/state';

/** Runs an attempt at a module from what is stored of it. */
export function runAttempt(
	state: SessionState,
	events: readonly SessionEvent[],
	ground: Ground,
	around: Surroundings
): ModuleRunner {
	return new ModuleRunner({ state, items: ground.items, marks: marksIn(events) }, ground, around);
}
