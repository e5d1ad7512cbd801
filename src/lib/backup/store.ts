// What making, restoring and undoing backups need of storage. Implemented in `src/lib/storage`.
import type { Saved } from '$lib/session/store';
import type { Chunk, Line } from './format.js';
import type { LeftRow } from './rows.js';
import type { SnapshotShelf } from './snapshots.js';

/** What a backup would do here. */
export interface Differences {
	readonly answers: { readonly add: number; readonly there: number };
	/** Titles. */
	readonly banks: {
		readonly add: readonly string[];
		readonly differ: readonly string[];
		readonly same: number;
		/** Banks that this version cannot read, each with the reason. */
		readonly left: readonly string[];
	};
	readonly settings: { readonly add: number; readonly differ: number; readonly same: number };
	/** Modules, drafts, receipts. */
	readonly rows: {
		readonly add: number;
		readonly differ: number;
		readonly same: number;
		/** Those that are not sound, or of a kind that is not known here: each with the reason. */
		readonly left: readonly LeftRow[];
	};
	/** Everything that would be added, records that are not answers included. */
	readonly total: number;
}

/** Compares a backup with what is here, part by part, and changes nothing. */
export interface Comparing {
	take(chunk: Chunk): Promise<void>;
	end(): Differences;
}

/** Adds a backup to what is here, part by part. */
export interface Merging {
	take(chunk: Chunk): Promise<Saved>;
	end(): Promise<Saved>;
	/** Whether every answer that was added is in the journal too. */
	readonly copied: boolean;
	/** After a part that could not be saved: keeps the way to undo what was added. */
	giveUp(): Promise<void>;
}

/** Where what is here and the backup differ: what is here stays, or the backup's takes its place. */
export type Prefer = 'here' | 'backup';

export interface BackupState {
	/** When the last backup file was made, in ms since 1970. */
	readonly lastAt: number | undefined;
	/** Answers that count. */
	readonly answers: number;
	/** Answers that are in no backup file, and since when there are such, in ms since 1970. */
	readonly uncovered: number;
	readonly since: number | undefined;
}

export interface BackupStore {
	/** Everything that a backup holds, in its order. Rejects with a `StorageFailure`. */
	lines(): AsyncGenerator<readonly Line[]>;
	/** About how many lines there are. */
	count(): Promise<number>;
	compare(): Promise<Comparing>;
	/** `now`: ms since 1970. */
	merge(prefer: Prefer, now: number): Promise<Merging>;
	/** When the last restore was made, if it can be undone. */
	undoable(): Promise<{ readonly at: number; readonly answers: number } | undefined>;
	undo(): Promise<Saved>;
	state(): Promise<BackupState>;
	/** Where snapshots are kept if the browser has no private file system: a database of their own. */
	snapshots(): Promise<SnapshotShelf>;
	/** Notes that everything that is here now is in a backup file. */
	noteMade(now: number): Promise<Saved>;
}
