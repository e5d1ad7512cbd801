// What progress needs of storage. Implemented in `src/lib/storage`.
import type { Answer } from '$lib/session/events';
import type { MisconceptionRecord } from './misconceptions.js';
import type { PairScope, Rollup, RollupKind } from './rollups.js';

/** Kinds whose number of sums grows with time. */
type Timed = 'day' | 'topic-day' | 'pair-month' | 'bank-pair' | 'bank-pair-month';

/** An answer as a list of answers shows it. */
export interface GivenAnswer extends Answer {
	readonly session: string;
	readonly day: string;
}

export interface ProgressStore {
	/** All sums of a kind. Not for those whose number grows with time or with banks. */
	totals(kind: Exclude<RollupKind, Timed>): Promise<readonly Rollup[]>;
	/** Sums of the confusion map, one a pair of diagnoses and month. */
	pairs(scope: PairScope): Promise<readonly Rollup[]>;
	/** The latest answers in which `keyed` was keyed and `chosen` chosen, latest first. */
	answersWith(keyed: string, chosen: string, limit: number): Promise<readonly GivenAnswer[]>;
	/** The misconceptions chosen most often; of those chosen equally often the latest first. */
	misconceptions(limit: number): Promise<readonly MisconceptionRecord[]>;
	/** Sums per day from `from` to `to` (local days, both included), over all topics or of one. */
	days(from: string, to: string, topic?: string): Promise<readonly Rollup[]>;
	/** Makes every sum anew from the log; says how many differed from what stood there. */
	rebuild(): Promise<{
		readonly events: number;
		readonly corrected: number;
		/** The same by what differed; absent where nothing did. */
		readonly differed?: Readonly<Record<string, number>>;
		readonly damaged: number;
	}>;
}
