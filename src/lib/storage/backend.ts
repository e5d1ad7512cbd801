// What the store does its work on: the database, or memory where there is none.
import type { ProgressStore } from '$lib/progress/store';
import type { SessionStore } from '$lib/session/store';
import type { Batch } from './commit.js';

export interface Backend extends Omit<SessionStore, 'append'>, ProgressStore {
	/** Adds what is not there yet, with everything derived from it; rejects when nothing was added. */
	commit(batch: Batch): Promise<void>;
	/** Which of these contents are there; none where that cannot be said at once. */
	known(hashes: readonly string[]): Promise<ReadonlySet<string>>;
	settings(): Promise<ReadonlyMap<string, unknown>>;
	changeSettings(change: ReadonlyMap<string, unknown>): Promise<void>;
}
