// Receipts that an educator imported, and what is derived from them. An import is one transaction: its receipts, what it set
// aside, and the summaries of the modules that it touches.
import type { CohortRow, ImportBatch, ReceiptRow, ResultStore } from '$lib/cohort/store';
import { summarise } from '$lib/cohort/summary';
import { checkGeneration, type Connection } from './connection.js';
import type { MiliumDatabase } from './database.js';

type Saving = 'commitImport' | 'undoImport' | 'discard' | 'expect';

/** What a store does its work on: as the pages know it, but saving rejects where nothing was saved. */
export type ResultPart = Omit<ResultStore, Saving> & {
	[K in Saving]: (...given: Parameters<ResultStore[K]>) => Promise<void>;
};

/** Rows handed over at a time, so that the page can draw in between. */
const CHUNK = 40;
/** A thousand receipts of fifty items on a slow phone; still an end, should the browser hang. */
const IMPORT_MS = 180_000;

/** The part of the store that holds results. */
export function resultsIn(connection: Connection): ResultPart {
	const write = (work: (db: MiliumDatabase) => Promise<void>) =>
		connection.run(
			(db, gen) =>
				db.transaction(
					'rw',
					[db.receipts, db.digests, db.cohorts, db.setAside, db.imports, db.contents, db.meta],
					async () => {
						await checkGeneration(db, gen);
						await work(db);
					}
				),
			IMPORT_MS
		);

	return {
		cohorts: () =>
			connection.read(async (db) =>
				(await db.cohorts.toArray()).sort((a, b) => b.changed - a.changed)
			),
		cohort: (module) => connection.read((db) => db.cohorts.get(module)),
		receipt: (id) => connection.read((db) => db.receipts.get(id)),
		readReceipts: async (module, take) => {
			const ids = await connection.read((db) =>
				db.receipts.where('module').equals(module).primaryKeys()
			);
			for (let at = 0; at < ids.length; at += CHUNK) {
				const rows = await connection.read((db) => db.receipts.bulkGet(ids.slice(at, at + CHUNK)));
				take(rows.filter((row): row is ReceiptRow => row !== undefined));
			}
		},
		digests: (module) =>
			connection.read((db) => db.digests.where('module').equals(module).toArray()),
		setAside: () =>
			connection.read(async (db) => (await db.setAside.toArray()).sort((a, b) => b.at - a.at)),
		imports: () =>
			connection.read(async (db) => (await db.imports.toArray()).sort((a, b) => b.at - a.at)),
		commitImport: (batch) => write((db) => add(db, batch)),
		undoImport: (id, now) => write((db) => takeBack(db, id, now)),
		discard: (id) => write((db) => db.setAside.delete(id)),
		expect: (terms, expected, now) =>
			write(async (db) => {
				const row = await db.cohorts.get(terms.module);
				const summary = row?.summary ?? summarise(terms, []);
				await db.cohorts.put({ module: terms.module, terms, summary, expected, changed: now });
			})
	};
}

async function add(db: MiliumDatabase, batch: ImportBatch): Promise<void> {
	await db.contents.bulkPut([...batch.items]);
	const settled = await db.setAside.bulkGet([...batch.settled]);
	await db.imports.put({ ...batch.record, settled: settled.filter((one) => one !== undefined) });
	// A few at a time: the browser copies each row on the page's own thread.
	for (let at = 0; at < batch.receipts.length; at += CHUNK) {
		await db.receipts.bulkPut(batch.receipts.slice(at, at + CHUNK));
		await db.digests.bulkPut(batch.digests.slice(at, at + CHUNK));
	}
	await db.setAside.bulkDelete([...batch.settled]);
	for (let at = 0; at < batch.setAside.length; at += CHUNK)
		await db.setAside.bulkPut(batch.setAside.slice(at, at + CHUNK));
	for (const terms of batch.terms) await derive(db, terms, batch.record.at);
}

async function takeBack(db: MiliumDatabase, id: string, now: number): Promise<void> {
	const keys = await db.receipts.where('import').equals(id).primaryKeys();
	const gone = await db.digests.bulkGet(keys);
	await db.receipts.bulkDelete(keys);
	await db.digests.bulkDelete(keys);
	await db.setAside.where('import').equals(id).delete();
	await db.setAside.bulkPut([...((await db.imports.get(id))?.settled ?? [])]);
	await db.imports.delete(id);
	for (const module of new Set(gone.flatMap((one) => (one === undefined ? [] : [one.module])))) {
		const row = await db.cohorts.get(module);
		if (row !== undefined) await derive(db, row.terms, now);
	}
}

/** Makes the row of a module anew from its digests; one without receipts and without names expected goes. */
async function derive(db: MiliumDatabase, terms: Terms, changed: number): Promise<void> {
	const { module } = terms;
	const digests = await db.digests.where('module').equals(module).toArray();
	const expected = (await db.cohorts.get(module))?.expected ?? [];
	if (digests.length === 0 && expected.length === 0) await db.cohorts.delete(module);
	else await db.cohorts.put(cohortOf(terms, digests, expected, changed));
}

type Terms = CohortRow['terms'];

const cohortOf = (
	terms: Terms,
	digests: Parameters<typeof summarise>[1],
	expected: readonly string[],
	changed: number
): CohortRow => ({
	module: terms.module,
	terms,
	summary: summarise(terms, digests),
	expected,
	changed
});
