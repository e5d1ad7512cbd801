// A database of every released version opens, keeps what it held, and works on.
import { describe, expect, it } from 'vitest';
import { retentionFrom } from '$lib/storage/settings';
import { DATABASE_NAME } from '$lib/storage/database';
import type { SessionEvent } from '$lib/session/events';
import { dumps, restore, type Dump } from './dump';
import { Device } from './ground';
import { expected, tables } from './rows';
import { installedBank } from './installed-bank';

type Setting = { readonly key: string; readonly value: unknown };
type Item = { readonly id: string; readonly hash: string };

/** The one bank of a dump with its items: within it in version 1, rows of their own since. */
function bankOf({ rows }: Dump) {
	const [{ set, ...bank }] = rows['banks'] as [{ id: string; set?: string; items?: Item[] }];
	const apart = (rows['bankItems'] ?? []) as { set: string; at: number; item: Item }[];
	const items =
		bank.items ??
		apart
			.filter((row) => row.set === set)
			.sort((a, b) => a.at - b.at)
			.map((row) => row.item);
	return { ...bank, items };
}

describe.each(dumps())('version $version', (dump) => {
	it('keeps answers, banks and settings, and what is new is made from them', async () => {
		const device = new Device();
		await restore(device.indexedDB, DATABASE_NAME, dump);
		const tab = await device.tab();
		expect(tab.store.status).toMatchObject({ mode: 'database' });
		expect(tab.store.status.problem).toBeUndefined();
		const log = dump.rows['events'] as SessionEvent[];
		const settings = dump.rows['settings'] as Setting[];
		const retention = retentionFrom(settings.find((one) => one.key === 'retention'));
		expect(await tables(device)).toMatchObject(expected(log, retention));
		for (const { key, value } of settings)
			expect(await tab.store.settings.read()).toMatchObject({ [key]: value });

		const bank = bankOf(dump);
		expect(await installedBank(tab.store, bank.id)).toEqual(bank);
		expect(await tab.store.installedBriefs()).toEqual(dump.rows['bankBriefs']);
		const { id: item, hash } = bank.items[1]!;
		expect(await tab.store.installedItems([{ bank: bank.id, item, hash }])).toEqual([
			bank.items[1]
		]);
		expect(await tab.store.missedItems(bank.id, 9)).toEqual([bank.items[0]]);
		expect(await tab.store.rebuild()).toMatchObject({ corrected: 0, damaged: 0 });
		await tab.store.tidyBanks();
		expect(await installedBank(tab.store, bank.id)).toEqual(bank);
	});
});

it('every released version has its dump', async () => {
	// The newest version is not released before the next one is begun.
	const { NEWEST } = await import('$lib/storage/database');
	expect(dumps().map((one) => one.version)).toEqual(
		Array.from({ length: NEWEST - 1 }, (_, at) => at + 1)
	);
});
