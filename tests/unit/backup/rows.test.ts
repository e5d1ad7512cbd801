// Modules, keys of educators met and results of classes in a backup: read strictly, restored whole, with sums made anew.
import { gunzipSync, gzipSync, strFromU8, strToU8 } from 'fflate';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { ROW_KINDS } from '$lib/backup/rows';
import { summarise } from '$lib/cohort/summary';
import { moduleId } from '$lib/modules/format';
import type { Storage } from '$lib/storage/store';
import { checked, item, started } from '../storage/events';
import { Device } from '../storage/ground';
import { expected, tables } from '../storage/rows';
import { fillRows, importOf, moduleOf } from './class-rows';
import { backUp, compare, restore } from './state';

vi.setConfig({ testTimeout: 120_000 });

type Line = { kind: string; table?: string; row?: Record<string, unknown> };
const linesOf = (bytes: Uint8Array) =>
	strFromU8(gunzipSync(bytes))
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Line);
const fileOf = (lines: readonly object[]) =>
	gzipSync(strToU8(lines.map((line) => JSON.stringify(line)).join('\n')));

/** The backup with each row of a table changed. */
const changed = (
	bytes: Uint8Array,
	table: string,
	change: (row: Record<string, unknown>) => void
) => {
	const lines = linesOf(bytes);
	for (const { table: own, row } of lines) if (own === table && row !== undefined) change(row);
	return fileOf(lines);
};

const inMemory = async () => {
	const device = new Device();
	device.prepare = () => {
		throw new DOMException('No', 'SecurityError');
	};
	return (await device.tab()).store;
};
const inDatabase = async () => (await new Device().tab()).store;
const module = moduleId(moduleOf(1));
const summaryIn = async (store: Storage) => {
	const [row, digests] = [await store.results.cohort(module), await store.results.digests(module)];
	return { shown: row?.summary, wanted: row && summarise(row.terms, digests) };
};

let bytes: Uint8Array;
beforeAll(async () => {
	const store = await inDatabase();
	await fillRows(store);
	bytes = await backUp(store);
});

describe('rows in a backup', () => {
	it('are of every kind that travels', () => {
		const found = new Set(linesOf(bytes).flatMap((one) => one.table ?? []));
		expect([...found].sort()).toEqual(Object.keys(ROW_KINDS).sort());
	});

	it.each([
		['a database', inDatabase, inDatabase],
		['memory', inDatabase, inMemory],
		['a database from memory', inMemory, inDatabase]
	])('come back whole in %s', async (_, from, to) => {
		const old = await from();
		await fillRows(old);
		const file = await backUp(old);
		const store = await to();
		expect(await compare(store, file)).toMatchObject({ rows: { differ: 0, same: 0, left: [] } });
		await restore(store, file);
		expect(await backUp(store)).toEqual(file);
		const { shown, wanted } = await summaryIn(store);
		expect(shown).toEqual(wanted);
		expect(shown?.learners).toHaveLength(3);
	});

	it.each(Object.keys(ROW_KINDS))(
		'that are not sound are named and left out: %s',
		async (table) => {
			const { name } = ROW_KINDS[table]!;
			const spoilt = changed(bytes, table, (row) => {
				for (const key of Object.keys(row)) row[key] = { no: 'such thing' };
			});
			const store = await inDatabase();
			const count = linesOf(bytes).filter((one) => one.table === table).length;
			const found = await compare(store, spoilt);
			expect(found).toMatchObject({
				rows: {
					left: Array.from({ length: count }, () => ({ name: expect.stringContaining(name) }))
				}
			});
			await restore(store, spoilt);
			const kept = linesOf(await backUp(store)).flatMap((one) => one.table ?? []);
			expect(kept).not.toContain(table);
			expect(new Set(kept).size).toBe(Object.keys(ROW_KINDS).length - 1);
		}
	);

	it.each([
		['a module under the id of another', 'madeModules', 'id', 'A'.repeat(22)],
		[
			'a shared module with a question that was changed',
			'madeModules',
			'items',
			[{ hash: 'A'.repeat(22) }]
		],
		['a result that is not the one its id names', 'receipts', 'id', 'B'.repeat(22)],
		['a result that is no JSON', 'receipts', 'signed', 'signed'],
		['a score below nothing', 'digests', 'marks', [{ item: -1 }]],
		['terms of another module', 'cohorts', 'module', 'C'.repeat(22)]
	])('are left out: %s', async (_, table, key, value) => {
		const spoilt = changed(bytes, table, (row) => (row[key] = value));
		const found = await compare(await inDatabase(), spoilt);
		expect('rows' in found && found.rows.left.length).toBeGreaterThan(0);
	});

	it.each(['educatorKeys', 'learnerKeys', 'meta', 'events', 'toString', '__proto__'])(
		'of a kind that does not travel are left out: %s',
		async (table) => {
			const row = { id: 'x', key: 'gen', value: 'y' };
			const lines = linesOf(bytes);
			lines.splice(-1, 1, { kind: 'row', table, row }, {
				kind: 'end',
				lines: lines.length - 1
			} as Line);
			const store = await inDatabase();
			expect(await compare(store, fileOf(lines))).toMatchObject({ rows: { left: [{}] } });
			await restore(store, fileOf(lines));
			expect(await backUp(store)).toEqual(bytes);
		}
	);
});

describe('the sums of a class after a restore', () => {
	it.each([
		['a database', inDatabase],
		['memory', inMemory]
	])('are those of the results from both sides: %s', async (_, make) => {
		const store = await make();
		await store.results.commitImport(importOf('two', ['D', 'E']));
		await restore(store, bytes);
		const { shown, wanted } = await summaryIn(store);
		expect(shown).toEqual(wanted);
		expect(shown?.receipts).toBe(5);
	});

	it('are never those that the file claims', async () => {
		const store = await inDatabase();
		await restore(
			store,
			changed(bytes, 'cohorts', (row) => (row['summary'] = { receipts: 99, learners: [] }))
		);
		const { shown, wanted } = await summaryIn(store);
		expect(shown).toEqual(wanted);
	});

	it('are as before once it is undone', async () => {
		const store = await inDatabase();
		await store.results.commitImport(importOf('two', ['D', 'E']));
		const before = await backUp(store);
		const { shown } = await summaryIn(store);
		await restore(store, bytes);
		expect(await store.backups.undo()).toEqual({ ok: true });
		expect((await summaryIn(store)).shown).toEqual(shown);
		expect(await backUp(store)).toEqual(before);
	});

	it('do not count as a difference that the learner must decide on', async () => {
		const store = await inDatabase();
		await store.results.commitImport(importOf('two', ['D', 'E']));
		expect(await compare(store, bytes)).toMatchObject({ rows: { differ: 0 } });
	});
});

describe('answers that were restored', () => {
	const log = [started('s'), checked('s', 0), checked('s', 1)];
	const anAnswered = async () => {
		const device = new Device();
		const { store } = await device.tab();
		for (const one of log)
			await store.append(one, one.kind === 'started' ? [item('item-0'), item('item-1')] : []);
		return backUp(store);
	};

	it('are there again when the browser erases the database right after', async () => {
		const file = await anAnswered();
		const device = new Device();
		const tab = await device.tab();
		await restore(tab.store, file);
		tab.close();
		device.loseDatabase();
		const next = await device.tab();
		expect(next.store.status).toMatchObject({ restored: 2, lost: true });
		expect(await tables(device)).toEqual(expected(log));
	});

	it('are in files of their own, which are not read at an ordinary start', async () => {
		const file = await anAnswered();
		const device = new Device();
		const tab = await device.tab();
		await restore(tab.store, file);
		tab.close();
		expect([...device.files.keys()].filter((name) => name.startsWith('restored-'))).toHaveLength(1);
		const db = device.indexedDB;
		const next = await device.tab();
		expect(next.store.status).toMatchObject({ restored: 0 });
		expect(device.indexedDB).toBe(db);
	});

	it('stay away once the restore is undone, whatever the journal held', async () => {
		const file = await anAnswered();
		const device = new Device();
		const tab = await device.tab();
		await restore(tab.store, file);
		expect(await tab.store.backups.undo()).toEqual({ ok: true });
		expect(await tab.store.rebuild()).toMatchObject({ events: 0 });
		tab.close();
		device.loseDatabase();
		expect((await device.tab()).store.status).toMatchObject({ restored: 0 });
		expect(await tables(device)).toEqual(expected([]));
	});

	it('are said to be in one copy where there is no place for a second', async () => {
		const file = await anAnswered();
		const merged = async (device: Device) => {
			const { store } = await device.tab();
			return (await restore(store, file)).copied;
		};
		const bare = new Device();
		bare.privateFiles = false;
		expect([await merged(new Device()), await merged(bare)]).toEqual([true, false]);
	});
});
