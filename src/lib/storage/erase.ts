// Erases everything that Milium keeps on this device. The app itself stays, in its cache, so that it still opens offline.
import { DATABASE_NAME } from './database.js';
import { deleteDatabase } from './delete-database.js';
import { forgetKeys } from './forget.js';
import { locked } from './locks.js';
import { SNAPSHOT_DATABASE } from './snapshot-database.js';

const FOLDERS = ['journal', 'snapshots'];
/** Other windows let go of the database when they hear of it; one that does not is named to the learner. */
const WAIT_MS = 5000;
const RETRY_MS = 100;
/** A window that makes a snapshot, or restores from the journals, would bring back what it holds. */
const LOCKS = ['milium-snapshot', 'milium-recover'];

/** Erases; gives what could not be erased. Everything that writes must have been stopped. */
export function eraseAll(locks: LockManager | undefined): Promise<readonly string[]> {
	return LOCKS.reduce((work, name) => () => locked(locks, name, WAIT_MS, work), erase)();
}

async function erase(): Promise<readonly string[]> {
	const left: string[] = [];
	const done = async (what: string, work: () => Promise<unknown>) => {
		try {
			await retried(work);
		} catch {
			left.push(what);
		}
	};
	// The second copies first: the database alone would be filled from them again.
	const root = await navigator.storage?.getDirectory?.().catch(() => undefined);
	for (const folder of root === undefined ? [] : FOLDERS)
		await done(`folder ${folder}`, () => removeFolder(root!, folder));
	forgetKeys();
	for (const name of [SNAPSHOT_DATABASE, DATABASE_NAME])
		await done(`database ${name}`, () => deleteDatabase(indexedDB, name, WAIT_MS));
	return left;
}

/** A file that another window has just let go of can be removed a moment later. */
async function retried(work: () => Promise<unknown>): Promise<void> {
	for (let waited = 0; ; waited += RETRY_MS) {
		try {
			await work();
			return;
		} catch (error) {
			if (waited >= WAIT_MS) throw error;
			await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
		}
	}
}

async function removeFolder(root: FileSystemDirectoryHandle, name: string): Promise<void> {
	try {
		await root.removeEntry(name, { recursive: true });
	} catch (error) {
		if (!(error instanceof DOMException) || error.name !== 'NotFoundError') throw error;
	}
}
