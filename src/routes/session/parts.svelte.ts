// The parts of a running quiz that are fetched while the first question is being read.
import { later } from '$lib/ui/later.svelte';

/** What follows an answer. */
export const explanation = later(async () => (await import('./Explanation.svelte')).default);

/** Overview, dialogs and clock. */
export const aids = later(() => import('./aids.js'));
