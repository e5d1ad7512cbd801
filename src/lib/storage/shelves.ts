// Rows that are kept by their id and from which nothing is derived: modules drafted, made and taken, the
// keys that go with them, and pass marks that are looked for.
import type { Saved } from '$lib/session/store';
import type { Connection } from './connection.js';
import { checkGeneration } from './connection.js';
import type { Tables } from './rows.js';

/** The tables that are shelves. */
export const SHELVES = [
	'moduleDrafts',
	'passMarks',
	'madeModules',
	'takenModules',
	'educatorKeys',
	'learnerKeys',
	'knownEducators'
] as const;
export type ShelfName = (typeof SHELVES)[number];

/** Rows kept by id. Reading rejects with a `StorageFailure` where it cannot be done. */
export interface Shelf<T> {
	all(): Promise<readonly T[]>;
	get(id: string): Promise<T | undefined>;
	/** Keeps a row; one with the same id is replaced. */
	put(row: T): Promise<Saved>;
	remove(id: string): Promise<Saved>;
}

/** What the pages know of the shelves. */
export interface ShelfStore {
	shelf<N extends ShelfName>(name: N): Shelf<Tables[N]>;
}

/** What a store does its work on. */
export interface ShelfPart {
	shelfRows<N extends ShelfName>(name: N): Promise<readonly Tables[N][]>;
	shelfRow<N extends ShelfName>(name: N, id: string): Promise<Tables[N] | undefined>;
	putOnShelf<N extends ShelfName>(name: N, row: Tables[N]): Promise<void>;
	takeOffShelf(name: ShelfName, id: string): Promise<void>;
}

/** The shelves in the database. */
export function shelvesIn(connection: Connection): ShelfPart {
	return {
		shelfRows: (name) =>
			connection.read((db) => db.table<Tables[typeof name], string>(name).toArray()),
		shelfRow: (name, id) =>
			connection.read((db) => db.table<Tables[typeof name], string>(name).get(id)),
		putOnShelf: (name, row) =>
			connection.run((db, gen) =>
				db.transaction('rw', [db.table(name), db.meta], async () => {
					await checkGeneration(db, gen);
					await db.table(name).put(row);
				})
			),
		takeOffShelf: (name, id) =>
			connection.run((db, gen) =>
				db.transaction('rw', [db.table(name), db.meta], async () => {
					await checkGeneration(db, gen);
					await db.table(name).delete(id);
				})
			)
	};
}

/** Rows in memory, by table and key. */
export type RowsInMemory = Map<string, Map<string, object>>;

/** The shelves where the browser gives no database: kept in `tables` until the window is closed. */
export function shelvesInMemory(tables: RowsInMemory): ShelfPart {
	for (const name of SHELVES) tables.set(name, new Map());
	const rowsOf = <N extends ShelfName>(name: N) => tables.get(name) as Map<string, Tables[N]>;
	return {
		shelfRows: async (name) => [...rowsOf(name).values()],
		shelfRow: async (name, id) => rowsOf(name).get(id),
		putOnShelf: async (name, row) => {
			rowsOf(name).set(row.id, row);
		},
		takeOffShelf: async (name, id) => {
			rowsOf(name).delete(id);
		}
	};
}
