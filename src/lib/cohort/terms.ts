// What the statistics of a module need to know of it: a part of the module itself, so that they do not depend on how it travels.
import type { ItemRef } from '$lib/banks/bank';

/** Which of a learner's attempts is the one that counts. */
export type Counts = 'best' | 'last' | 'first' | 'average';

/** An item that a learner of the module may be asked, as tables name it. */
export interface TermItem {
	readonly ref: ItemRef;
	/** Points that it can earn. */
	readonly max: number;
	readonly type: string;
	readonly topics: readonly string[];
	/** The stem, cut where it is long. */
	readonly label: string;
}

export interface Terms {
	/** Id of the module: the hash of its content, so that every revision has its own. */
	readonly module: string;
	readonly title: string;
	/** Number of this revision, from 1, and the module that it replaces. */
	readonly revision: number;
	readonly revises?: string | undefined;
	readonly counts: Counts;
	/** Share of the points that passes, 0 to 1; absent where nothing is said. */
	readonly passMark?: number | undefined;
	/** How many of the items each learner is asked, where they draw their own; absent where all are. */
	readonly asked?: number | undefined;
	/** Every item that could be asked; digests name them by their place here. */
	readonly items: readonly TermItem[];
}
