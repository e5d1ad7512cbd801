// A database that an older release filled is upgraded with nothing lost, and what it lacks is derived from its log.
import { Dexie } from 'dexie';
import { IDBKeyRange } from 'fake-indexeddb';
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '$lib/session/events';
import { DATABASE_NAME } from '$lib/storage/database';
import { version1 } from '$lib/storage/versions/1';
import { checked, finished, item, ref, started } from './events';
import { Device } from './ground';
import { expected, openRaw, tables } from './rows';

const LOG = [
	started('s'),
	checked('s', 0, { confidence: 'certain', points: 0 }),
	checked('s', 1, { misconceptions: ['Squeezes.'], tone: 8 }),
	checked('s', 2, { ref: ref('item-0') }),
	finished('s')
];

/** Sums that version 1 did not keep. */
const NEW_SUMS = /^(?:tone|pair-month|bank-pair|bank-pair-month)\//;
const keyOf = (row: unknown) => Reflect.get(row as object, 'key');

/** A device whose database version 1 filled, as `expected` says that it must. */
async function filledBy1(log: readonly SessionEvent[]): Promise<Device> {
	const device = new Device();
	const db = new Dexie(DATABASE_NAME, { indexedDB: device.indexedDB, IDBKeyRange });
	db.version(1).stores(version1.stores);
	await db.open();
	const { cards: _cards, misconceptions: _misconceptions, ...rows } = expected(log);
	for (const [table, all] of Object.entries(rows)) {
		await db.table(table).bulkPut(all.filter((row) => !NEW_SUMS.test(String(keyOf(row)))));
	}
	await db.table('contents').bulkPut([item('item-0')]);
	await db.table('settings').put({ key: 'retention', value: 0.95 });
	await db.table('meta').put({ key: 'gen', value: 'of version 1' });
	db.close();
	return device;
}

describe('a database of version 1', () => {
	it('keeps everything and gets its cards, sums and misconceptions', async () => {
		const device = await filledBy1(LOG);
		const tab = await device.tab();
		expect(tab.store.status).toMatchObject({ mode: 'database', restored: 0 });
		const now = await tables(device);
		expect(now).toEqual(expected(LOG, 0.95));
		expect(now['cards']).toHaveLength(2);
		expect(now['misconceptions']).toHaveLength(1);
		expect((await tab.store.pairs({ bank: 'core' }))[0]?.n).toBe(3);
		expect((await tab.store.contents(['hash-item-0'])).size).toBe(1);
		expect(await tab.store.rebuild()).toMatchObject({ corrected: 0 });
	});

	it('is rebuilt once, not at every start', async () => {
		const device = await filledBy1(LOG);
		(await device.tab()).close();
		const db = await openRaw(device);
		await db.cards.clear();
		db.close();
		const tab = await device.tab();
		expect(await tab.store.cards()).toEqual([]);
		await tab.store.rebuild();
		expect(await tables(device)).toEqual(expected(LOG, 0.95));
	});
});
