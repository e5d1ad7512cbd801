// Banks that the learner brought in. Their items are rows of their own, under the name of a set: an import fills a new set,
// one small transaction puts it in the place of the old one, and sets that no bank names are deleted later.
import type { HashedItem } from '$lib/banks/catalogue';
import type { Backend } from './backend.js';
import { checkGeneration, type Connection } from './connection.js';
import type { MiliumDatabase } from './database.js';
import type { BankItemRow } from './rows.js';

/** The part of a store that holds installed banks. */
export type BankPart = Pick<
	Backend,
	| 'putItems'
	| 'putBank'
	| 'deleteBank'
	| 'looseSets'
	| 'deleteSet'
	| 'installedBriefs'
	| 'readBank'
	| 'installedItems'
	| 'itemsAt'
	| 'itemsById'
	| 'missedItems'
>;

/** Rows read or deleted in one transaction; longer ones would hold up other tabs. */
const CHUNK = 500;

/** The part of the store that holds installed banks. */
export function banksIn(connection: Connection): BankPart {
	/** Runs in a transaction that may write to these tables. */
	const write = (
		tables: readonly ('banks' | 'bankBriefs' | 'bankItems')[],
		work: (db: MiliumDatabase) => Promise<unknown>
	) =>
		connection.run((db, gen) =>
			db.transaction('rw', [...tables.map((name) => db[name]), db.meta], async () => {
				await checkGeneration(db, gen);
				await work(db);
			})
		);

	return {
		putItems: (rows) => write(['bankItems'], (db) => db.bankItems.bulkPut(rows)),

		putBank: (head, brief, set) =>
			write(['banks', 'bankBriefs'], async (db) => {
				await db.banks.put({ ...head, set });
				await db.bankBriefs.put(brief);
			}),

		deleteBank: (id) =>
			write(['banks', 'bankBriefs'], async (db) => {
				await db.banks.delete(id);
				await db.bankBriefs.delete(id);
			}),

		looseSets: () =>
			connection.read(async (db) => {
				const used = new Set((await db.banks.toArray()).map((bank) => bank.set));
				// Banks that a restore has replaced come back when it is undone.
				const restored = await db.meta.get('restored');
				for (const { row } of restored?.log?.banks ?? []) if (row !== undefined) used.add(row.set);
				const loose: string[] = [];
				let row: BankItemRow | undefined;
				let after = '';
				while ((row = await firstAfter(db, after)) !== undefined) {
					if (!used.has(row.set)) loose.push(row.set);
					after = row.set;
				}
				return loose;
			}),

		deleteSet: async (set) => {
			let left = true;
			while (left) {
				await write(['bankItems'], async (db) => {
					const keys = await inSet(db, set).limit(CHUNK).primaryKeys();
					await db.bankItems.bulkDelete(keys);
					left = keys.length === CHUNK;
				});
			}
		},

		installedBriefs: () =>
			connection.read(async (db) =>
				(await db.bankBriefs.toArray()).sort((a, b) => a.title.localeCompare(b.title))
			),

		readBank: async (id, take) => {
			const bank = await connection.read((db) => db.banks.get(id));
			if (bank === undefined) return undefined;
			const { set, ...head } = bank;
			let last: BankItemRow | undefined;
			do {
				const after = last;
				const rows = await connection.read((db) => chunkOf(db, set, after));
				take(rows.map(({ at, item }) => [at, item]));
				last = rows.length === CHUNK ? rows.at(-1) : undefined;
			} while (last !== undefined);
			return head;
		},

		installedItems: (refs) =>
			connection.read(async (db) => {
				const banks = await db.banks.bulkGet([...new Set(refs.map((one) => one.bank))]);
				const sets = new Map(
					banks.flatMap((one) => (one === undefined ? [] : [[one.id, one.set]]))
				);
				const items = await byId(
					db,
					refs.flatMap(({ bank, item }) => {
						const set = sets.get(bank);
						return set === undefined ? [] : [[set, item] as const];
					})
				);
				const wanted = new Set(refs.map((one) => one.hash));
				return items.filter((item) => wanted.has(item.hash));
			}),

		itemsAt: (bank, places) =>
			connection.read(async (db) => {
				const set = (await db.banks.get(bank))?.set;
				if (set === undefined) return [];
				const rows = await db.bankItems.bulkGet(places.map(({ kind, n }) => [set, kind, n]));
				return rows.flatMap((row) => (row === undefined ? [] : [row.item]));
			}),

		itemsById: (bank, ids) =>
			connection.read(async (db) => {
				const set = (await db.banks.get(bank))?.set;
				if (set === undefined) return [];
				return byId(
					db,
					ids.map((id) => [set, id] as const)
				);
			}),

		missedItems: (bank, limit) =>
			connection.read(async (db) => {
				const set = (await db.banks.get(bank))?.set;
				if (set === undefined) return [];
				const ids = await db.items
					.where('[bank+missed]')
					.equals([bank, 1])
					.limit(limit)
					.primaryKeys();
				return byId(
					db,
					ids.map((id) => [set, id] as const)
				);
			})
	};
}

const MOST = Infinity;

const inSet = (db: MiliumDatabase, set: string) =>
	db.bankItems.where('[set+kind+n]').between([set, -MOST, -MOST], [set, MOST, MOST]);

const firstAfter = (db: MiliumDatabase, set: string) =>
	db.bankItems.where('[set+kind+n]').above([set, MOST, MOST]).first();

const chunkOf = (db: MiliumDatabase, set: string, after: BankItemRow | undefined) =>
	db.bankItems
		.where('[set+kind+n]')
		.between(
			after === undefined ? [set, -MOST, -MOST] : [set, after.kind, after.n],
			[set, MOST, MOST],
			after === undefined
		)
		.limit(CHUNK)
		.toArray();

async function byId(
	db: MiliumDatabase,
	keys: readonly (readonly [set: string, id: string])[]
): Promise<HashedItem[]> {
	const rows = await Promise.all(
		keys.map(([set, id]) => db.bankItems.where('[set+id]').equals([set, id]).first())
	);
	return rows.flatMap((row) => (row === undefined ? [] : [row.item]));
}
