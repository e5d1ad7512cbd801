// What the store does its work on: the database, or memory where there is none.
import type { BankBrief, BankHead } from '$lib/banks/catalogue';
import type { ProgressStore } from '$lib/progress/store';
import type { ScheduleStore } from '$lib/schedule/store';
import type { BankStore, SessionStore } from '$lib/session/store';
import type { BackupPart } from './backup-part.js';
import type { Batch } from './commit.js';
import type { BankItemRow } from './rows.js';
import type { ResultPart } from './results.js';
import type { ShelfPart } from './shelves.js';

export interface Backend
	extends
		Omit<SessionStore, 'append'>,
		Omit<BankStore, 'installBank' | 'stageBank' | 'removeBank' | 'tidyBanks'>,
		ProgressStore,
		ScheduleStore,
		ShelfPart {
	/** Receipts and what is derived from them. Fetched apart: only educators need it. */
	results(): Promise<ResultPart>;
	/** What backups are made from and restored to. Fetched when a backup is made or restored. */
	backups(): Promise<BackupPart>;
	/** Adds what is not there yet, with everything derived from it; rejects when nothing was added. */
	commit(batch: Batch): Promise<void>;
	/** Which of these contents are there; none where that cannot be said at once. */
	known(hashes: readonly string[]): Promise<ReadonlySet<string>>;
	/** Stores items of a bank that is not there yet. */
	putItems(rows: readonly BankItemRow[]): Promise<void>;
	/** Makes a set of items a bank, in place of the one with the same id. */
	putBank(head: BankHead, brief: BankBrief, set: string): Promise<void>;
	deleteBank(id: string): Promise<void>;
	/** Sets of items that belong to no bank. */
	looseSets(): Promise<readonly string[]>;
	deleteSet(set: string): Promise<void>;
	settings(): Promise<ReadonlyMap<string, unknown>>;
	changeSettings(change: ReadonlyMap<string, unknown>): Promise<void>;
	/** Rebuilds where an older derivation left the rows; nothing where they are of this one. */
	renew(): Promise<void>;
}
