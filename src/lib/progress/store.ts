// What progress needs of storage. Implemented in `src/lib/storage`.
import type { Rollup, RollupKind } from './rollups.js';

export interface ProgressStore {
	/** All sums of a kind. Not for `day` and `topic-day`, whose number grows with time. */
	totals(kind: Exclude<RollupKind, 'day' | 'topic-day'>): Promise<readonly Rollup[]>;
	/** Sums per day from `from` to `to` (local days, both included), over all topics or of one. */
	days(from: string, to: string, topic?: string): Promise<readonly Rollup[]>;
	/** Makes every sum anew from the log; says how many differed from what stood there. */
	rebuild(): Promise<{
		readonly events: number;
		readonly corrected: number;
		readonly damaged: number;
	}>;
}
