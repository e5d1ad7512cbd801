// The database and its schema.
import { Dexie, type EntityTable, type Table, type Transaction } from 'dexie';
import type { Tables } from './rows.js';
import { version1 } from './versions/1.js';
import { version2 } from './versions/2.js';
import { version3 } from './versions/3.js';

export const DATABASE_NAME = 'milium';

/** Every released schema, oldest first. */
const VERSIONS: readonly {
	readonly version: number;
	readonly stores: Readonly<Record<string, string>>;
	readonly upgrade?: (tx: Transaction) => Promise<void>;
}[] = [version1, version2, version3];
/** The newest schema that this code knows. */
export const NEWEST = Math.max(...VERSIONS.map((one) => one.version));

/** Where the database lives; the browser's own unless a test brings another. */
export interface Platform {
	readonly indexedDB?: IDBFactory;
	readonly IDBKeyRange?: typeof IDBKeyRange;
	/** Runs on every new instance before it opens. */
	readonly prepare?: (db: Dexie) => void;
}

/** The one database. `open()` alone is unguarded: everything but `Connection` must go through `Connection`. */
export class MiliumDatabase extends Dexie {
	declare readonly events: EntityTable<Tables['events'], 'id'>;
	declare readonly attempts: EntityTable<Tables['attempts'], 'id'>;
	declare readonly sessions: EntityTable<Tables['sessions'], 'id'>;
	declare readonly rollups: EntityTable<Tables['rollups'], 'key'>;
	declare readonly items: EntityTable<Tables['items'], 'item'>;
	declare readonly cards: EntityTable<Tables['cards'], 'item'>;
	declare readonly misconceptions: EntityTable<Tables['misconceptions'], 'text'>;
	declare readonly contents: EntityTable<Tables['contents'], 'hash'>;
	declare readonly banks: EntityTable<Tables['banks'], 'id'>;
	declare readonly bankBriefs: EntityTable<Tables['bankBriefs'], 'id'>;
	/** By set, kind and number. */
	declare readonly bankItems: Table<Tables['bankItems'], [string, number, number]>;
	declare readonly passMarks: EntityTable<Tables['passMarks'], 'id'>;
	declare readonly moduleDrafts: EntityTable<Tables['moduleDrafts'], 'id'>;
	declare readonly receipts: EntityTable<Tables['receipts'], 'id'>;
	declare readonly digests: EntityTable<Tables['digests'], 'receipt'>;
	declare readonly cohorts: EntityTable<Tables['cohorts'], 'module'>;
	declare readonly setAside: EntityTable<Tables['setAside'], 'id'>;
	declare readonly imports: EntityTable<Tables['imports'], 'id'>;
	declare readonly madeModules: EntityTable<Tables['madeModules'], 'id'>;
	declare readonly takenModules: EntityTable<Tables['takenModules'], 'id'>;
	declare readonly educatorKeys: EntityTable<Tables['educatorKeys'], 'id'>;
	declare readonly learnerKeys: EntityTable<Tables['learnerKeys'], 'id'>;
	declare readonly knownEducators: EntityTable<Tables['knownEducators'], 'id'>;
	declare readonly settings: EntityTable<Tables['settings'], 'key'>;
	declare readonly meta: EntityTable<Tables['meta'], 'key'>;

	constructor(platform: Platform = {}) {
		super(DATABASE_NAME, {
			// An answer that is shown as saved must be on the disk, not in the system's cache.
			chromeTransactionDurability: 'strict',
			// Dexie would open an emptied database again without a word; `Connection` opens, and looks.
			autoOpen: false,
			// Nothing observes queries here, and the cache would show rows whose transaction failed later.
			cache: 'disabled',
			...(platform.indexedDB !== undefined && { indexedDB: platform.indexedDB }),
			...(platform.IDBKeyRange !== undefined && { IDBKeyRange: platform.IDBKeyRange })
		});
		// What Dexie would note of every write, and send to every tab, for queries that are observed.
		for (const name of ['Observability', 'Cache']) this.unuse({ stack: 'dbcore', name });
		for (const { version, stores, upgrade } of VERSIONS) {
			const made = this.version(version).stores(stores);
			if (upgrade !== undefined) made.upgrade(upgrade);
		}
		platform.prepare?.(this);
	}

	/** Whether newer code has changed the schema. Dexie itself would write into it all the same. */
	get isNewerThanCode(): boolean {
		// Dexie keeps version n as n * 10 and uses the numbers in between for repairs of its own.
		return Math.floor((this.backendDB()?.version ?? 0) / 10) > NEWEST;
	}
}
