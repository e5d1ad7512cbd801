// Holds what draws texts with markup once it has been fetched. Texts without, which is nearly all of them, never ask for it.
import { later } from '../later.svelte.js';

/** Parser and components of texts with markup. */
export const markup = later(() => import('./markup.js'));
