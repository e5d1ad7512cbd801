// A database of every released version opens, keeps what it held, and works on.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DATABASE_NAME } from '$lib/storage/database';
import { Device } from './ground';
import { expected, tables } from './rows';
import type { SessionEvent } from '$lib/session/events';

interface Dump {
	readonly version: number;
	readonly stores: Readonly<
		Record<
			string,
			{ readonly keyPath: string; readonly indexes: Record<string, string | string[]> }
		>
	>;
	readonly rows: Readonly<Record<string, readonly unknown[]>>;
}

const read = (version: number) =>
	JSON.parse(readFileSync(`tests/fixtures/databases/${version}.json`, 'utf8')) as Dump;

/** Makes the database as code of that version left it. */
function restore(device: Device, { version, stores, rows }: Dump): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = device.indexedDB.open(DATABASE_NAME, version * 10);
		request.onupgradeneeded = () => {
			for (const [name, { keyPath, indexes }] of Object.entries(stores)) {
				const store = request.result.createObjectStore(name, { keyPath });
				for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
				for (const row of rows[name] ?? []) store.put(row);
			}
		};
		request.onsuccess = () => {
			request.result.close();
			resolve();
		};
		request.onerror = () => reject(request.error ?? new Error('open'));
	});
}

it('version 1: answers, banks and settings are there, and what is new was made from them', async () => {
	const device = new Device();
	const dump = read(1);
	await restore(device, dump);
	const tab = await device.tab();
	expect(tab.store.status).toMatchObject({ mode: 'database' });
	expect(tab.store.status.problem).toBeUndefined();
	const log = dump.rows['events'] as SessionEvent[];
	expect(await tables(device)).toMatchObject(expected(log));
	expect((await tab.store.settings.read()).quizLength).toBe(20);

	const [bank] = dump.rows['banks'] as { id: string; items: { id: string; hash: string }[] }[];
	expect(bank).toBeDefined();
	expect(await tab.store.installedBank(bank!.id)).toEqual(bank);
	expect(await tab.store.installedBriefs()).toEqual(dump.rows['bankBriefs']);
	const { id: item, hash } = bank!.items[1]!;
	expect(await tab.store.installedItems([{ bank: bank!.id, item, hash }])).toEqual([
		bank!.items[1]
	]);
	expect(await tab.store.missedItems(bank!.id, 9)).toEqual([bank!.items[0]]);
	expect(await tab.store.rebuild()).toMatchObject({ corrected: 0, damaged: 0 });
	await tab.store.tidyBanks();
	expect(await tab.store.installedBank(bank!.id)).toEqual(bank);
});
