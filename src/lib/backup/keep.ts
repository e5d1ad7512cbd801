// Makes automatic snapshots, and finds them. Only ever called when nothing else is going on.
import { makeBackup } from './index.js';
import { privateShelf } from './private-shelf.js';
import {
	isTime,
	kept,
	nameOf,
	snapshotsIn,
	type Snapshot,
	type SnapshotShelf
} from './snapshots.js';
import type { BackupStore } from './store.js';

export type { Snapshot } from './snapshots.js';

/** Where snapshots are kept: the private file system, or a database of their own where there is none. */
async function shelfOf(store: BackupStore): Promise<SnapshotShelf> {
	return (await privateShelf()) ?? store.snapshots();
}

/** All snapshots, latest first. */
export async function listSnapshots(store: BackupStore): Promise<Snapshot[]> {
	return snapshotsIn(await (await shelfOf(store)).list());
}

export async function openSnapshot(store: BackupStore, name: string): Promise<Blob | undefined> {
	return (await shelfOf(store)).get(name);
}

/** Makes a snapshot if it is time, or now if `force`. At most one tab at a time does. Gives all there are. */
export async function keepSnapshots(
	store: BackupStore,
	at: number,
	force = false
): Promise<Snapshot[]> {
	const shelf = await shelfOf(store);
	const work = async (): Promise<Snapshot[]> => {
		const all = snapshotsIn(await shelf.list());
		const lines = await store.count();
		if (!force && !isTime(all, { at, lines })) return all;
		const file = await makeBackup(store, at);
		const { answers } = await store.state();
		await shelf.put(nameOf({ at, answers, lines, bytes: file.size }), file);
		return thin(shelf);
	};
	const locks = navigator.locks as LockManager | undefined;
	if (locks === undefined) return work();
	return locks.request('milium-snapshot', { ifAvailable: true }, (lock) =>
		lock === null ? listSnapshots(store) : work()
	);
}

/** Removes what is not kept, and what was cut short. */
async function thin(shelf: SnapshotShelf): Promise<Snapshot[]> {
	const files = await shelf.list();
	const all = snapshotsIn(files);
	const keep = kept(all);
	for (const { name } of files) if (!keep.has(name)) await shelf.remove(name);
	return all.filter((one) => keep.has(one.name));
}
