// What is kept of modules on a device: those that an educator has made here, and those that a learner has agreed to take.
import type { HashedItem } from '$lib/banks/catalogue';
import type { ModuleDraft } from './draft.js';
import type { SignedModule } from './format.js';

/** A module that was made here, as it went out. */
export interface MadeModule {
	/** The id of the module. */
	readonly id: string;
	/** When it was made, ms since 1970. */
	readonly at: number;
	readonly module: SignedModule;
	/** Its items with their keys, in the order of `itemsIn`: what receipts are scored by, whatever becomes of the banks. */
	readonly items: readonly HashedItem[];
	/** As they go out, where that is without key; in the same order. */
	readonly shown?: readonly HashedItem[];
	/** True where learners do not have the questions already, so that it travels as a file. */
	readonly file: boolean;
	/** What it was made from, for copies and revisions. */
	readonly draft: ModuleDraft;
}

/** A module that the learner of this device has agreed to take. */
export interface TakenModule {
	/** The id of the module. */
	readonly id: string;
	/** When the learner agreed, ms since 1970. */
	readonly at: number;
	readonly module: SignedModule;
	/** The items that came with it, where it came as a file. */
	readonly items: readonly HashedItem[];
	/** The code that was typed in for an accommodation; empty where there is none. */
	readonly code: string;
	/** The name or code that the last receipt carried. */
	readonly name: string;
	/** Sessions of the attempts, in their order. */
	readonly attempts: readonly string[];
	/** Sessions of the attempts whose receipt has been given out. */
	readonly handedIn: readonly string[];
}
