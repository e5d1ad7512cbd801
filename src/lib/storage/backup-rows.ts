// Everything that a backup holds, read from the database some rows at a time, in an order that depends on nothing but the rows.
import { asWritten } from '$lib/banks/compile';
import type { Line } from '$lib/backup/format';
import { canonicalJson } from '$lib/banks/canonical';
import type { CohortRow } from '$lib/cohort/store';
import type { Connection } from './connection.js';
import type { MiliumDatabase } from './database.js';
import { readEvents } from './derive.js';
import type { BankItemRow } from './rows.js';

/** Tables with lines of their own kind, and those that the log gives anew. */
const NOT_ROWS: ReadonlySet<string> = new Set([
	'events',
	'attempts',
	'sessions',
	'rollups',
	'items',
	'cards',
	'misconceptions',
	'contents',
	'banks',
	'bankBriefs',
	'bankItems',
	'settings',
	'meta'
]);

/** Settings that are about this device and not the learner's: which items are in no bank here. */
export const DEVICE_SETTINGS: ReadonlySet<string> = new Set(['leftOut']);

const CHUNK = 500;
const LOWEST = -Infinity;

/** Tables whose rows go into a backup as they are. */
export const rowTables = (db: MiliumDatabase): string[] =>
	db.tables
		.map((one) => one.name)
		.filter((name) => !NOT_ROWS.has(name))
		.sort();

/** About how many lines there will be. */
export function countIn(connection: Connection): Promise<number> {
	return connection.read(async (db) => {
		const tables = ['settings', 'banks', 'bankItems', 'contents', 'events', ...rowTables(db)];
		const counts = await Promise.all(tables.map((name) => db.table(name).count()));
		return counts.reduce((sum, one) => sum + one, 0);
	});
}

/** Every line of a backup but the first and the last. */
export async function* linesIn(connection: Connection): AsyncGenerator<readonly Line[]> {
	const settings = await connection.read((db) => db.settings.toArray());
	yield settings
		.filter(({ key }) => !DEVICE_SETTINGS.has(key))
		.map(({ key, value }) => ({ kind: 'setting' as const, key, value }));
	yield* banks(connection);
	for await (const rows of rowsOf(connection, 'contents'))
		yield rows.map((item) => ({ kind: 'content', item }) as Line);
	for (const table of await connection.read(async (db) => rowTables(db))) {
		for await (const rows of rowsOf(connection, table))
			yield rows.filter(isPlain).map((row) => ({ kind: 'row', table, row }));
	}
	for await (const rows of rowsOf(connection, 'events')) {
		const readable = rows.filter((row) => readEvents([row]).events.length === 1);
		yield readable.map((event) => ({ kind: 'event', event }) as Line);
	}
}

async function* banks(connection: Connection): AsyncGenerator<readonly Line[]> {
	for (const { set, ...head } of await connection.read((db) => db.banks.orderBy('id').toArray())) {
		yield [{ kind: 'bank', head }];
		let after = '';
		let rows: BankItemRow[];
		do {
			const from = after;
			rows = await connection.read((db) =>
				db.bankItems
					.where('[set+id]')
					.between([set, from], [set, '\uffff'], false)
					.limit(CHUNK)
					.toArray()
			);
			yield rows.map(({ at, item }) => ({ kind: 'item', at, item: asWritten(item) }));
			after = rows.at(-1)?.id ?? after;
		} while (rows.length === CHUNK);
	}
}

/** The rows of a table in order of key. */
async function* rowsOf(connection: Connection, table: string): AsyncGenerator<object[]> {
	let after: unknown = LOWEST;
	let rows: object[];
	do {
		const from = after;
		rows = await connection.read((db) =>
			db.table<object>(table).where(':id').above(from).limit(CHUNK).toArray()
		);
		yield rows;
		const last = rows.at(-1);
		if (last !== undefined) after = await connection.read(async (db) => keyOf(db, table, last));
	} while (rows.length === CHUNK);
}

/** The primary key of a row. */
export const keyOf = (db: MiliumDatabase, table: string, row: object): unknown =>
	Reflect.get(row, String(db.table(table).schema.primKey.keyPath));

/** Whether a row can stand in a file as it is: keys that never leave the device cannot. */
export function isPlain(value: unknown): boolean {
	if (typeof value !== 'object' || value === null) return typeof value !== 'function';
	if (Array.isArray(value)) return value.every(isPlain);
	const proto: unknown = Object.getPrototypeOf(value);
	return proto === Object.prototype && Object.values(value).every(isPlain);
}

export const same = (a: unknown, b: unknown) => canonicalJson(a) === canonicalJson(b);

/** Whether two rows say the same. Of a class its names and terms do; its sums are those of the results that are here. */
export function sameRow(table: string, a: object, b: object): boolean {
	return table === 'cohorts' ? same(ownOf(a), ownOf(b)) : same(a, b);
}

function ownOf(row: object): unknown {
	const { summary: _summary, changed: _changed, ...own } = row as Partial<CohortRow>;
	return own;
}

/** The modules whose sums depend on rows of a table. */
export const modulesIn = (table: string, rows: readonly (object | undefined)[]): string[] =>
	table === 'digests' || table === 'cohorts'
		? rows.flatMap((row) => (row === undefined ? [] : String(Reflect.get(row, 'module'))))
		: [];
