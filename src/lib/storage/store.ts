// What the pages know of storage. Each part of it is declared by the room that needs it.
import type { BackupStore } from '$lib/backup/store';
import type { ResultStore } from '$lib/cohort/store';
import type { ProgressStore } from '$lib/progress/store';
import type { ScheduleStore } from '$lib/schedule/store';
import type { BankStore, SessionStore } from '$lib/session/store';
import type { BuiltAnew } from './build-anew.js';
import type { SettingsStore } from './settings.js';
import type { ShelfStore } from './shelves.js';
import type { StorageStatus } from './status.js';

/** Everything that is kept on this device. */
export interface Storage extends SessionStore, BankStore, ProgressStore, ScheduleStore, ShelfStore {
	readonly settings: SettingsStore;
	/** Receipts that an educator imported. */
	readonly results: ResultStore;
	readonly backups: BackupStore;
	readonly status: StorageStatus;
	/** Tells of changes of the status; the result takes the listener off. */
	onstatus(listener: (status: StorageStatus) => void): () => void;
	/** Tells of sessions to which another tab has added events; the result takes the listener off. */
	onchange(listener: (session: string) => void): () => void;
	/**
	 * Drops a database that can be read no more and fills a new one from the journal, for as long as this window is open too.
	 * Nothing is dropped where it can be read after all. Never rejects.
	 */
	buildAnew(): Promise<BuiltAnew>;
	/** Stops saving in every window and erases everything; gives what could not be erased. The page must be left then. */
	erase(): Promise<readonly string[]>;
}
