// What the store does its work on: the database, or memory where there is none.
import type { CompiledBank } from '$lib/banks/catalogue';
import type { ProgressStore } from '$lib/progress/store';
import type { ScheduleStore } from '$lib/schedule/store';
import type { BankStore, SessionStore } from '$lib/session/store';
import type { Batch } from './commit.js';

export interface Backend
	extends
		Omit<SessionStore, 'append'>,
		Omit<BankStore, 'installBank' | 'removeBank'>,
		ProgressStore,
		ScheduleStore {
	/** Adds what is not there yet, with everything derived from it; rejects when nothing was added. */
	commit(batch: Batch): Promise<void>;
	/** Which of these contents are there; none where that cannot be said at once. */
	known(hashes: readonly string[]): Promise<ReadonlySet<string>>;
	putBank(bank: CompiledBank): Promise<void>;
	deleteBank(id: string): Promise<void>;
	settings(): Promise<ReadonlyMap<string, unknown>>;
	changeSettings(change: ReadonlyMap<string, unknown>): Promise<void>;
	/** Rebuilds where an older derivation left the rows; nothing where they are of this one. */
	renew(): Promise<void>;
}
