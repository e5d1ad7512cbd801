// What a page and the worker that looks into a class say to one another.
import type { ItemRef } from '$lib/banks/bank';
import type { Analysis } from '$lib/cohort/analysis';
import type { ResultsFile } from '$lib/cohort/results';
import type { Comparison, KeyChange } from '$lib/cohort/sandbox';
import type { AttemptChoice, CohortItem } from '$lib/cohort/score';
import type { BaseItem } from '$lib/items/contract';
import type { Fault } from '$lib/validation/fault';

/** What the worker is asked. `read` begins a class, `score` needs it, `compare` needs that. */
export type ToClassWorker =
	| { readonly kind: 'read'; readonly source: Blob | ResultsFile }
	| {
			readonly kind: 'score';
			/** Items by content hash, besides those that the file brought along. */
			readonly items: readonly (readonly [hash: string, item: BaseItem])[];
			readonly attempt: AttemptChoice;
			/** Figures that few learners withhold, too. */
			readonly all: boolean;
	  }
	| { readonly kind: 'compare'; readonly changes: readonly KeyChange[]; readonly mark: number };

/** A class that was read. */
export interface ClassHead {
	readonly title: string | undefined;
	readonly learners: number;
	/** The most attempts of any learner. */
	readonly attempts: number;
	/** Items that the file does not bring along. */
	readonly missing: readonly ItemRef[];
}

/** A learner of a class, with what was earned of what could be had. */
export interface ClassTotal {
	readonly learner: string;
	readonly points: number;
	readonly max: number;
	readonly share: number;
}

export interface Scored {
	readonly analysis: Analysis;
	readonly items: readonly CohortItem[];
	readonly totals: readonly ClassTotal[];
}

/** What the worker answers, one for each question, in their order. */
export type FromClassWorker =
	| { readonly kind: 'read'; readonly head: ClassHead }
	| { readonly kind: 'scored'; readonly scored: Scored }
	| { readonly kind: 'compared'; readonly comparison: Comparison }
	| { readonly kind: 'faulty'; readonly faults: readonly Fault[] };
