// Receipts that an educator imported, and what is derived from them. An import is one transaction: its receipts, what it set
// aside, and the summaries of the modules that it touches.
import type { Digest } from '$lib/cohort/digest';
import type { CohortRow, ImportBatch, ReceiptRow, ResultStore } from '$lib/cohort/store';
import { summarise, Summariser, type Summary } from '$lib/cohort/summary';
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
		digests: (module) => connection.read((db) => digestsOf(db, module)),
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
	const gone = new Set(keys);
	const touched: CohortRow[] = [];
	for (const row of await db.cohorts.toArray()) {
		const own = await digestKeys(db, row.module);
		if (own.some((key) => gone.has(key))) touched.push(row);
	}
	for (let at = 0; at < keys.length; at += CHUNK) {
		await db.receipts.bulkDelete(keys.slice(at, at + CHUNK));
		await db.digests.bulkDelete(keys.slice(at, at + CHUNK));
	}
	await db.setAside.where('import').equals(id).delete();
	await db.setAside.bulkPut([...((await db.imports.get(id))?.settled ?? [])]);
	await db.imports.delete(id);
	for (const { terms } of touched) await derive(db, terms, now);
}

const digestKeys = (db: MiliumDatabase, module: string) =>
	db.digests.where('module').equals(module).primaryKeys();

/** Hands out the digests of a module some at a time. For use inside a transaction. */
async function readDigests(
	db: MiliumDatabase,
	module: string,
	take: (digests: readonly Digest[]) => void
): Promise<void> {
	const keys = await digestKeys(db, module);
	for (let at = 0; at < keys.length; at += CHUNK) {
		const rows = await db.digests.bulkGet(keys.slice(at, at + CHUNK));
		take(rows.filter((row) => row !== undefined));
	}
}

async function digestsOf(db: MiliumDatabase, module: string): Promise<Digest[]> {
	const all: Digest[] = [];
	await readDigests(db, module, (digests) => all.push(...digests));
	return all;
}

/**
 * Makes the row of a module anew from its digests; one without receipts and without names expected goes. For use inside a
 * transaction: each request to the database is a pause in which the page can draw.
 */
export async function derive(
	db: MiliumDatabase,
	terms: CohortRow['terms'],
	changed: number
): Promise<void> {
	const { module } = terms;
	const expected = (await db.cohorts.get(module))?.expected ?? [];
	const none = (await db.digests.where('module').equals(module).count()) === 0;
	if (none && expected.length === 0) return db.cohorts.delete(module);
	const summary = await summaryOf(db, terms);
	await db.cohorts.put({ module, terms, summary, expected, changed });
}

/** The summary of the digests that are there. For use inside a transaction. */
async function summaryOf(db: MiliumDatabase, terms: CohortRow['terms']): Promise<Summary> {
	const making = new Summariser(terms);
	await readDigests(db, terms.module, (digests) => making.take(digests));
	const steps = making.finish();
	let step = steps.next();
	while (step.done !== true) {
		await db.meta.get('gen');
		step = steps.next();
	}
	return step.value;
}

/** Makes the summaries of modules anew from the digests that are there, for a restore; what is not there stays away. */
export async function renewCohorts(db: MiliumDatabase, modules: Iterable<string>): Promise<void> {
	for (const module of new Set(modules)) {
		const row = await db.cohorts.get(module);
		if (row === undefined) continue;
		await db.cohorts.put({ ...row, summary: await summaryOf(db, row.terms) });
	}
}
