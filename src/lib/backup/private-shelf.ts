// Snapshots in the file system that is private to the origin: it survives what makes a browser erase a database.
import { trustedUrl } from '$lib/ui/trusted-url';
import workerUrl from './backup.worker.ts?worker&url';
import type { SnapshotShelf } from './snapshots.js';
import { storeWith } from './work.js';

export const FOLDER = 'snapshots';

/** The shelf, or undefined where the browser has no such file system. */
export async function privateShelf(): Promise<SnapshotShelf | undefined> {
	const folder = await navigator.storage
		?.getDirectory?.()
		.then((root) => root.getDirectoryHandle(FOLDER, { create: true }))
		.catch(() => undefined);
	if (folder === undefined) return undefined;
	return {
		list: async () => {
			const files: { name: string; size: number }[] = [];
			for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys()) {
				const { size } = await (await folder.getFileHandle(name)).getFile();
				files.push({ name, size });
			}
			return files;
		},
		// Only a worker can write there in every browser.
		put: (name, file) =>
			storeWith(new Worker(trustedUrl(workerUrl), { type: 'module' }), name, file),
		get: async (name) =>
			folder.getFileHandle(name).then(
				(handle) => handle.getFile(),
				() => undefined
			),
		remove: (name) => folder.removeEntry(name)
	};
}
