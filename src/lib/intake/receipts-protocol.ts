// What the page and the worker that opens receipts say to one another.
import type { Digest } from '$lib/cohort/digest';
import type { KnownModule } from '$lib/cohort/judge';
import type { AsideProblem } from '$lib/cohort/set-aside';
import type { EducatorKey } from '$lib/modules/crypto/keys';

/** Something that may hold receipts: a file, or text. */
export interface ReceiptSource {
	/** The file's name, or where else it came from. */
	readonly name: string;
	readonly file?: Blob | undefined;
	readonly text?: string | undefined;
}

/** What everything is held against. */
export interface Ground {
	/** The educator's keys that open receipts. */
	readonly keys: readonly EducatorKey[];
	readonly modules: readonly KnownModule[];
	/** Receipts that are there, each with the attempt that it is of. */
	readonly seen: readonly (readonly [receipt: string, attempt: string])[];
	/** Only receipts for this module are wanted. */
	readonly only?: string | undefined;
	/** Whether the module's rules on time and attempts are waived. */
	readonly accept: boolean;
	/** Ms since 1970. */
	readonly now: number;
}

export type ToReceiptWorker =
	| { readonly kind: 'ground'; readonly ground: Ground }
	| { readonly kind: 'sources'; readonly sources: readonly ReceiptSource[] };

/** One receipt, judged. */
export type Judged =
	| {
			readonly kind: 'counts';
			readonly name: string;
			readonly digest: Digest;
			/** What was signed, and the signature, as JSON. */
			readonly signed: string;
	  }
	| {
			readonly kind: 'aside';
			readonly name: string;
			readonly problem: AsideProblem;
			readonly module?: string | undefined;
			readonly title?: string | undefined;
			readonly learner?: string | undefined;
			readonly text?: string | undefined;
	  };

/** For each source what it holds: one thing at the least. */
export interface FromReceiptWorker {
	readonly kind: 'judged';
	readonly judged: readonly (readonly Judged[])[];
}
