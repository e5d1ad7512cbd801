// Brings back what a database held that was lost: the latest snapshot that can be read is added to what is here.
import { readBackup } from './index.js';
import { listSnapshots, openSnapshot } from './keep.js';
import type { Snapshot } from './snapshots.js';
import type { BackupStore } from './store.js';

/** What was brought back; without a snapshot there was none that could be read. */
export interface BroughtBack {
	readonly snapshot?: Snapshot;
	/** Records of it that this version cannot read. */
	readonly left: number;
	/** Snapshots that are newer and could not be read, or not wholly. */
	readonly unread: number;
}

/** Adds the latest snapshot that can be read; where it and what is here differ, what is here stays. `now`: ms since 1970. */
export async function bringBack(store: BackupStore, now: number): Promise<BroughtBack> {
	let unread = 0;
	for (const snapshot of await listSnapshots(store)) {
		const left = await add(store, snapshot, now).catch(() => undefined);
		if (left !== undefined) return { snapshot, left, unread };
		unread += 1;
	}
	return { left: 0, unread };
}

/** Gives how many records were left out, or undefined where it was not added wholly. */
async function add(store: BackupStore, { name }: Snapshot, now: number) {
	const file = await openSnapshot(store, name);
	if (file === undefined) return undefined;
	const merging = await store.merge('here', now);
	try {
		const ended = await readBackup(file, async (chunk) => {
			const saved = await merging.take(chunk);
			if (!saved.ok) throw new Error(saved.problem.happened);
		});
		if (ended.kind === 'refused') throw new Error(ended.refusal.says);
		const saved = await merging.end();
		return saved.ok ? ended.left : undefined;
	} catch {
		await merging.giveUp();
		return undefined;
	}
}
