// Snapshots where the browser has no private file system: in a database of their own, so that what empties the other leaves them.
import { Dexie, type EntityTable } from 'dexie';
import type { SnapshotShelf } from '$lib/backup/snapshots';

export const SNAPSHOT_DATABASE = 'milium-snapshots';

interface Kept {
	readonly name: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
}

class SnapshotDatabase extends Dexie {
	declare readonly files: EntityTable<Kept, 'name'>;

	constructor(indexedDB?: IDBFactory, keyRange?: typeof IDBKeyRange) {
		super(SNAPSHOT_DATABASE, {
			...(indexedDB !== undefined && { indexedDB }),
			...(keyRange !== undefined && { IDBKeyRange: keyRange })
		});
		this.version(1).stores({ files: 'name' });
	}
}

/** The shelf; a test may bring another IndexedDB. */
export function snapshotDatabase(
	indexedDB?: IDBFactory,
	keyRange?: typeof IDBKeyRange
): SnapshotShelf {
	const db = new SnapshotDatabase(indexedDB, keyRange);
	return {
		list: async () => {
			const files: { name: string; size: number }[] = [];
			await db.files.each(({ name, bytes }) => files.push({ name, size: bytes.length }));
			return files;
		},
		put: async (name, file) => {
			await db.files.put({ name, bytes: new Uint8Array(await file.arrayBuffer()) });
		},
		get: async (name) => {
			const kept = await db.files.get(name);
			return kept === undefined ? undefined : new Blob([kept.bytes]);
		},
		remove: (name) => db.files.delete(name)
	};
}
