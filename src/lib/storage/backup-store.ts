// Backups as the pages know them: what reads, reads; what saves, says how it went.
import type { BackupStore } from '$lib/backup/store';
import type { BankStore, Saved } from '$lib/session/store';
import type { Backend } from './backend.js';

/** The store of backups over a backend, whose part is fetched at the first call. */
export function backupStore(
	backend: Backend,
	stageBank: BankStore['stageBank'],
	read: <T>(work: () => Promise<T>) => Promise<T>,
	save: (work: () => Promise<void>) => Promise<Saved>
): BackupStore {
	const part = () => backend.backups();
	const merging = () => import('./backup-merge.js');
	return {
		async *lines() {
			yield* (await part()).lines();
		},
		count: () => read(async () => (await part()).count()),
		compare: async () => {
			const { Comparison } = await merging();
			return new Comparison(backend, await part());
		},
		merge: async (prefer, now) => {
			const { Merge } = await merging();
			return new Merge({ backend, part: await part(), save, stageBank }, prefer, now);
		},
		undoable: () =>
			read(async () => {
				const log = await (await part()).log();
				return log === undefined ? undefined : { at: log.at, answers: log.answers };
			}),
		undo: () => save(async () => (await part()).undo()),
		state: () => read(async () => (await part()).state()),
		snapshots: async () => (await import('./snapshot-database.js')).snapshotDatabase(),
		noteMade: (now) => save(async () => (await part()).noteMade(now))
	};
}
