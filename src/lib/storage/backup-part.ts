// Backups in the database: what is in them, what a backup would change, and what a restore did, so that it can be undone.
import type { Line } from '$lib/backup/format';
import type { BackupState } from '$lib/backup/store';
import type { BankBrief } from '$lib/banks/catalogue';
import { answersIn } from '$lib/session/events';
import type { RestoreLog, RowBefore } from './restore-log.js';
import { countIn, keyOf, linesIn, modulesIn, rowTables } from './backup-rows.js';
import { moveDue } from './cards.js';
import { checkGeneration, type Connection } from './connection.js';
import type { MiliumDatabase } from './database.js';
import { rebuild } from './rebuild.js';
import { renewCohorts } from './results.js';
import type { BankRow } from './rows.js';
import { retentionFrom } from './settings.js';

export interface BackupPart {
	lines(): AsyncGenerator<readonly Line[]>;
	count(): Promise<number>;
	knownEvents(ids: readonly string[]): Promise<ReadonlySet<string>>;
	knownContents(hashes: readonly string[]): Promise<ReadonlySet<string>>;
	/** Rows that stand where these would go; undefined where the table is not known here. */
	rowsThere(
		table: string,
		rows: readonly object[]
	): Promise<readonly (object | undefined)[] | undefined>;
	/** Puts rows into a table; gives what stood in their place. */
	putRows(table: string, rows: readonly object[]): Promise<readonly RowBefore[]>;
	/** The rows of a bank as it is now, for undoing. */
	bankRow(id: string): Promise<{ readonly row: BankRow; readonly brief: BankBrief } | undefined>;
	keepLog(log: RestoreLog): Promise<void>;
	log(): Promise<RestoreLog | undefined>;
	undo(): Promise<void>;
	state(): Promise<BackupState>;
	noteMade(now: number): Promise<void>;
}

const MINUTES = 600_000;

/** The part of the store that backups are made from and restored to. */
export function backupsIn(connection: Connection): BackupPart {
	const write = (work: (db: MiliumDatabase) => Promise<void>) =>
		connection.run((db, gen) =>
			db.transaction('rw', db.tables, async () => {
				await checkGeneration(db, gen);
				await work(db);
			})
		);
	const known = (table: 'events' | 'contents', keys: readonly string[]) =>
		connection.read(async (db) => {
			const rows = await db.table(table).where(':id').anyOf(keys).primaryKeys();
			return new Set(rows as string[]);
		});
	return {
		lines: () => linesIn(connection),
		count: () => countIn(connection),
		knownEvents: (ids) => known('events', ids),
		knownContents: (hashes) => known('contents', hashes),
		rowsThere: (table, rows) =>
			connection.read(async (db) =>
				rowTables(db).includes(table)
					? db.table<object>(table).bulkGet(rows.map((row) => keyOf(db, table, row) as string))
					: undefined
			),
		putRows: async (table, rows) => {
			let log: RowBefore[] = [];
			await write(async (db) => {
				const keys = rows.map((row) => keyOf(db, table, row) as string);
				const before = await db.table<object>(table).bulkGet(keys);
				log = keys.map((key, n) => ({ table, key, ...(before[n] && { before: before[n] }) }));
				await db.table<object>(table).bulkPut([...rows]);
				await renewCohorts(db, modulesIn(table, [...rows, ...before]));
			});
			return log;
		},
		bankRow: (id) =>
			connection.read(async (db) => {
				const [row, brief] = await Promise.all([db.banks.get(id), db.bankBriefs.get(id)]);
				return row === undefined || brief === undefined ? undefined : { row, brief };
			}),
		keepLog: (log) =>
			write(async (db) => {
				await db.meta.put({ key: 'restored', value: '', log });
				// What came from a file is in a file.
				const made = await madeIn(db);
				if (made !== undefined)
					await db.meta.put({
						key: 'backedUp',
						value: '',
						made: { ...made, answers: made.answers + log.answers }
					});
			}),
		log: () => connection.read(logIn),
		undo: () =>
			connection.run(async (db, gen) => {
				await db.transaction('rw', db.tables, async () => {
					await checkGeneration(db, gen);
					await takeBack(db);
				});
				await rebuild(db, gen);
			}, MINUTES),
		state: () => connection.read(stateIn),
		noteMade: (now) =>
			write(async (db) => {
				const answers = await answersHere(db);
				await db.meta.put({ key: 'backedUp', value: '', made: { at: now, answers } });
			})
	};
}

const logIn = async (db: MiliumDatabase) => (await db.meta.get('restored'))?.log;
const madeIn = async (db: MiliumDatabase) => (await db.meta.get('backedUp'))?.made;
const answersHere = async (db: MiliumDatabase) => (await db.rollups.get('all/'))?.n ?? 0;

async function stateIn(db: MiliumDatabase): Promise<BackupState> {
	const [made, answers] = [await madeIn(db), await answersHere(db)];
	const uncovered = Math.max(0, answers - (made?.answers ?? 0));
	const since = made?.at ?? (await firstAnswerAt(db));
	return { lastAt: made?.at, answers, uncovered, since: uncovered > 0 ? since : undefined };
}

async function firstAnswerAt(db: MiliumDatabase): Promise<number | undefined> {
	return (await db.attempts.orderBy('id').first())?.at;
}

/** Takes the last restore back: what it added goes, what it changed is as it was. For use inside a transaction. */
async function takeBack(db: MiliumDatabase): Promise<void> {
	const log = await logIn(db);
	if (log === undefined) return;
	await db.events.bulkDelete(log.events);
	await db.contents.bulkDelete(await unasked(db, log.contents));
	for (const { key, before } of log.settings) {
		if (before === undefined) await db.settings.delete(key);
		else await db.settings.put({ key, value: before });
		if (key === 'retention') await moveDue(db, retentionFrom({ value: before }));
	}
	for (const { id, row, brief } of log.banks) {
		if (row !== undefined && brief !== undefined) {
			await db.banks.put(row);
			await db.bankBriefs.put(brief);
		} else {
			await db.banks.delete(id);
			await db.bankBriefs.delete(id);
		}
	}
	await takeBackRows(db, log.rows);
	await db.meta.delete('restored');
	const made = await madeIn(db);
	if (made !== undefined) {
		const answers = Math.max(0, made.answers - log.answers);
		await db.meta.put({ key: 'backedUp', value: '', made: { ...made, answers } });
	}
}

/** Of these contents, those that no answer or session left in the log asks. */
async function unasked(db: MiliumDatabase, hashes: readonly string[]): Promise<string[]> {
	if (hashes.length === 0) return [];
	const asked = new Set<string>();
	await db.events.each((event) => {
		if (event.kind === 'started') for (const { hash } of event.plan.items) asked.add(hash);
		for (const { ref } of answersIn(event)) asked.add(ref.hash);
	});
	return hashes.filter((hash) => !asked.has(hash));
}

async function takeBackRows(db: MiliumDatabase, rows: RestoreLog['rows']): Promise<void> {
	const modules: string[] = [];
	for (const { table, key, before } of [...rows].reverse()) {
		modules.push(...modulesIn(table, [before, await db.table<object>(table).get(key)]));
		if (before === undefined) await db.table(table).delete(key);
		else await db.table(table).put(before);
	}
	await renewCohorts(db, modules);
}
