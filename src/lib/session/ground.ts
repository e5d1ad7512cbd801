// What a session on screen runs on, handed to it from outside.
import type { HashedItem } from '$lib/banks/catalogue';
import type { Plan, SessionEvent } from './events.js';
import type { History } from './sampling.js';
import type { SessionStore } from './store.js';

/** Time and ids, from outside. */
export interface Surroundings {
	readonly now: () => number;
	readonly monotonic: () => number;
	readonly timeZone: () => number;
	readonly newId: () => string;
	/** Resolves once what has changed is on screen; absent where nothing is. */
	readonly painted?: () => Promise<void>;
}

/** What a session runs on once storage has been opened. */
export interface Ground {
	readonly store: SessionStore;
	/** The plan as stored; a quick start learns it only here. */
	readonly plan: Plan;
	readonly items: readonly HashedItem[];
	readonly history: History;
	/** Every stored event, where what is on screen is only what was kept beside the store: now it is confirmed, or corrected. */
	readonly events?: readonly SessionEvent[];
	/** Event that starts the session, where it is not stored yet. */
	readonly start?: { readonly event: SessionEvent; readonly contents: readonly HashedItem[] };
}
