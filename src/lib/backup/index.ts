// Making, reading and keeping backups. Fetched when one is made or restored.
import { trustedUrl } from '$lib/ui/trusted-url';
import workerUrl from './backup.worker.ts?worker&url';
import type { Chunk } from './format.js';
import type { BackupStore } from './store.js';
import { makeWith, readWith, type Ended, type Options } from './work.js';

export { isSealed } from './sealed.js';
export type { Chunk, Refusal } from './format.js';
export type { Differences, Prefer } from './store.js';
export type { Ended } from './work.js';

const startWorker = () => new Worker(trustedUrl(workerUrl), { type: 'module' });

/** Makes a backup file of everything that is stored. `at`: when, ms since 1970. */
export const makeBackup = (
	store: Pick<BackupStore, 'lines' | 'count'>,
	at: number,
	options?: Options
): Promise<Blob> => makeWith(startWorker(), store, at, options);

/** Reads a backup, part by part. Rejects where `take` does, or the signal is given. */
export const readBackup = (
	file: Blob,
	take: (chunk: Chunk) => Promise<void>,
	options?: Options
): Promise<Ended> => readWith(startWorker(), file, take, options);

/** Name for a backup file, by the learner's calendar day. */
export function backupName(day: string, encrypted: boolean): string {
	return encrypted ? `milium-backup-${day}.jwe` : `milium-backup-${day}.jsonl.gz`;
}
