// Backups as the pages know them: what reads, reads; what saves, says how it went.
import type { BackupStore } from '$lib/backup/store';
import type { BankStore, Saved } from '$lib/session/store';
import type { Backend } from './backend.js';
import type { Journal } from './journal.js';

/** The store of backups over a backend, whose part is fetched at the first call. */
export function backupStore(
	backend: () => Backend,
	stageBank: BankStore['stageBank'],
	journal: Pick<Journal, 'keep' | 'forget'>,
	newId: () => string,
	read: <T>(work: () => Promise<T>) => Promise<T>,
	save: (work: () => Promise<void>) => Promise<Saved>
): BackupStore {
	const part = () => backend().backups();
	return {
		async *lines() {
			yield* (await part()).lines();
		},
		count: () => read(async () => (await part()).count()),
		compare: async () => {
			const { Comparison } = await import('./backup-compare.js');
			return new Comparison(backend(), await part());
		},
		merge: async (prefer, now) => {
			const { Merge } = await import('./backup-merge.js');
			const keep: Journal['keep'] = (restore, text) => journal.keep(restore, text);
			const parts = {
				backend: backend(),
				part: await part(),
				save,
				stageBank,
				keep,
				name: newId()
			};
			return new Merge(parts, prefer, now);
		},
		undoable: () =>
			read(async () => {
				const log = await (await part()).log();
				return log === undefined ? undefined : { at: log.at, answers: log.answers };
			}),
		undo: () =>
			save(async () => {
				const own = await part();
				const name = (await own.log())?.journal;
				// The journal first: what it still holds would come back with the next check of the data.
				if (name !== undefined) await journal.forget(name);
				await own.undo();
			}),
		state: () => read(async () => (await part()).state()),
		snapshots: async () => (await import('./snapshot-database.js')).snapshotDatabase(),
		noteMade: (now) => save(async () => (await part()).noteMade(now))
	};
}
