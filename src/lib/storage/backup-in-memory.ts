// Backups where the browser gives no database: a file is then the only way to keep anything. A restore cannot be undone here; it
// goes with the window.
import { asWritten } from '$lib/banks/compile';
import type { HashedItem } from '$lib/banks/catalogue';
import type { Line } from '$lib/backup/format';
import type { NumberedItem } from '$lib/banks/read-bank';
import type { SessionEvent } from '$lib/session/events';
import type { Digest } from '$lib/cohort/digest';
import type { CohortRow } from '$lib/cohort/store';
import { summarise } from '$lib/cohort/summary';
import type { Backend } from './backend.js';
import type { BackupPart } from './backup-part.js';
import { isPlain, modulesIn } from './backup-rows.js';
import { byId } from './derive.js';
import { addResultTables, RESULT_KEYS } from './results-in-memory.js';
import type { RowsInMemory } from './shelves.js';

export interface Memory {
	readonly log: ReadonlyMap<string, SessionEvent>;
	readonly items: ReadonlyMap<string, HashedItem>;
	/** Rows that are kept as they are, by table and key. */
	readonly tables: RowsInMemory;
	readonly backend: Backend;
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
	a < b ? -1 : 1;
const known = (all: ReadonlyMap<string, unknown>, keys: readonly string[]) =>
	new Set(keys.filter((key) => all.has(key)));

/** The part of a store in memory that backups are made from and restored to. */
export function backupsInMemory({ log, items, tables, backend }: Memory): BackupPart {
	addResultTables(tables);
	let made: { at: number; answers: number } | undefined;
	return {
		lines: () => lines({ log, items, tables, backend }),
		count: async () => [log, items, ...tables.values()].reduce((sum, one) => sum + one.size, 0),
		knownEvents: async (ids) => known(log, ids),
		knownContents: async (hashes) => known(items, hashes),
		rowsThere: async (table, rows) => {
			const there = tables.get(table);
			return there && rows.map((row) => there.get(keyIn(table, row)));
		},
		putRows: async (table, rows) => {
			for (const row of rows) tables.get(table)?.set(keyIn(table, row), row);
			renew(tables, modulesIn(table, rows));
			return [];
		},
		bankRow: async (id) => {
			const brief = (await backend.installedBriefs()).find((one) => one.id === id);
			const head = await backend.readBank(id, () => undefined);
			return head === undefined || brief === undefined
				? undefined
				: { row: { ...head, set: '' }, brief };
		},
		keepLog: async () => undefined,
		log: async () => undefined,
		undo: async () => undefined,
		state: async () => {
			const answers = (await backend.totals('all'))[0]?.n ?? 0;
			const uncovered = Math.max(0, answers - (made?.answers ?? 0));
			return { lastAt: made?.at, answers, uncovered, since: undefined };
		},
		noteMade: async (at) => {
			made = { at, answers: (await backend.totals('all'))[0]?.n ?? 0 };
		}
	};
}

const keyIn = (table: string, row: object) =>
	String(Reflect.get(row, (RESULT_KEYS as Readonly<Record<string, string>>)[table] ?? 'id'));

/** Makes the sums of modules anew from the results that are there. */
function renew(tables: RowsInMemory, modules: readonly string[]): void {
	const cohorts = tables.get('cohorts') as Map<string, CohortRow>;
	const digests = [...(tables.get('digests') as Map<string, Digest>).values()];
	for (const module of new Set(modules)) {
		const row = cohorts.get(module);
		const own = digests.filter((one) => one.module === module);
		if (row !== undefined) cohorts.set(module, { ...row, summary: summarise(row.terms, own) });
	}
}

async function* lines({ log, items, tables, backend }: Memory): AsyncGenerator<readonly Line[]> {
	const settings = [...(await backend.settings())].sort(byKey);
	yield settings.map(([key, value]) => ({ kind: 'setting', key, value }));
	for (const { id } of await backend.installedBriefs()) {
		const all: NumberedItem[] = [];
		const head = await backend.readBank(id, (some) => all.push(...some));
		if (head === undefined) continue;
		yield [{ kind: 'bank', head }];
		all.sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
		yield all.map(([at, item]) => ({ kind: 'item', at, item: asWritten(item) }));
	}
	yield [...items].sort(byKey).map(([, item]) => ({ kind: 'content', item }));
	for (const [table, rows] of [...tables].sort(byKey))
		yield [...rows]
			.sort(byKey)
			.filter(([, row]) => isPlain(row))
			.map(([, row]) => ({ kind: 'row', table, row }));
	yield byId([...log.values()]).map((event) => ({ kind: 'event', event }));
}
