// Banks that the learner brought in: whole ones, large ones, and imports that are broken off.
import { describe, expect, it } from 'vitest';
import type { CompiledBank, HashedItem } from '$lib/banks/catalogue';
import { sizeOf } from '$lib/banks/brief';
import { LISTED_AT_MOST } from '$lib/banks/shelf';
import type { Storage } from '$lib/storage/store';
import { checked, item, started } from './events';
import { Device } from './ground';
import { openRaw } from './rows';
import { installedBank } from './installed-bank';

const TOPICS = ['neonatal-milia', 'primary-milia', 'treatment'];

function bank(items: number, id = 'ward-seven'): CompiledBank {
	return {
		format: 'milium-bank/1',
		id,
		version: '1.0.0',
		title: `Bank ${id}`,
		description: 'Brought in',
		language: 'en',
		licence: 'CC-BY-4.0',
		authors: ['A. Nurse'],
		items: Array.from({ length: items }, (_, at): HashedItem => ({
			...item(`item-${at}`),
			topics: [TOPICS[at % TOPICS.length] ?? '']
		}))
	};
}

const numbered = (items: readonly HashedItem[]) => items.map((one, at) => [at, one] as const);

/** A device with and one without a database. */
const GROUNDS: readonly [name: string, () => Promise<Storage>][] = [
	['in the database', async () => (await new Device().tab()).store],
	[
		'in memory',
		async () => {
			const device = new Device();
			device.prepare = () => {
				throw new DOMException('Blocked', 'SecurityError');
			};
			return (await device.tab()).store;
		}
	]
];

describe.each(GROUNDS)('a bank %s', (_, open) => {
	it.each([3, LISTED_AT_MOST, LISTED_AT_MOST + 1, 1700])(
		'of %d items is stored, read, found by item and removed',
		async (size) => {
			const store = await open();
			const whole = bank(size);
			expect(await store.installBank(whole)).toEqual({ ok: true });
			expect(await installedBank(store, 'ward-seven')).toEqual(whole);
			const [brief] = await store.installedBriefs();
			expect(brief && sizeOf(brief)).toBe(size);
			expect(brief?.items).toHaveLength(size <= LISTED_AT_MOST ? size : 0);
			const ref = (name: string) => ({ bank: 'ward-seven', item: name, hash: `hash-${name}` });
			expect(
				await store.installedItems([ref('item-2'), { ...ref('item-1'), hash: 'other wording' }])
			).toEqual([whole.items[2]]);
			expect(await store.removeBank('ward-seven')).toEqual({ ok: true });
			expect(await store.installedBriefs()).toEqual([]);
			expect(await installedBank(store, 'ward-seven')).toBeUndefined();
		}
	);

	it('gives every item of a kind by its number, and each once', async () => {
		const store = await open();
		await store.installBank(bank(1000));
		const kinds = (await store.installedBriefs())[0]?.kinds ?? [];
		expect(kinds.map((kind) => [kind.topics[0], kind.count])).toEqual([
			['neonatal-milia', 334],
			['primary-milia', 333],
			['treatment', 333]
		]);
		const places = kinds.flatMap(({ count }, kind) =>
			Array.from({ length: count }, (__, n) => ({ kind, n }))
		);
		const items = await store.itemsAt('ward-seven', [...places, { kind: 0, n: 334 }]);
		expect(new Set(items.map((one) => one.id)).size).toBe(1000);
		expect(items).toHaveLength(1000);
		expect(items.slice(0, 1)[0]?.topics).toEqual(['neonatal-milia']);
	});

	it('tells which of its items were missed last', async () => {
		const store = await open();
		await store.installBank(bank(1000));
		const own = (at: number) => ({
			bank: 'ward-seven',
			item: `item-${at}`,
			hash: `hash-item-${at}`
		});
		await store.append(started('s'));
		const given = [
			[7, 0],
			[8, 1],
			[9, 0],
			[9, 1],
			[900, 0]
		] as const;
		for (const [index, [at, points]] of given.entries()) {
			await store.append(checked('s', index, { ref: own(at), points }));
		}
		const missed = await store.missedItems('ward-seven', 9);
		expect(missed.map((one) => one.id).sort()).toEqual(['item-7', 'item-900']);
		expect(await store.missedItems('ward-seven', 1)).toHaveLength(1);
		const found = await store.itemsById('ward-seven', ['item-900', 'no-such', 'item-7']);
		expect(found.map((one) => one.id).sort()).toEqual(['item-7', 'item-900']);
		expect(await store.itemsById('no-such-bank', ['item-7'])).toEqual([]);
	});
});

describe('an import', () => {
	const rows = async (device: Device) => {
		const db = await openRaw(device);
		const count = await db.bankItems.count();
		db.close();
		return count;
	};

	it('is not seen before it is installed, and leaves nothing behind when it is given up', async () => {
		const device = new Device();
		const { store } = await device.tab();
		const stage = store.stageBank(2000);
		expect(await stage.add(numbered(bank(1000).items))).toEqual({ ok: true });
		expect(await store.installedBriefs()).toEqual([]);
		expect(await installedBank(store, 'ward-seven')).toBeUndefined();
		expect(await rows(device)).toBe(1000);
		await stage.discard();
		expect(await rows(device)).toBe(0);
	});

	it('takes the place of a bank with the same id in one step', async () => {
		const device = new Device();
		const { store } = await device.tab();
		await store.installBank(bank(700));
		const { items, ...head } = { ...bank(600), version: '2.0.0' };
		const stage = store.stageBank(600);
		await stage.add(numbered(items));
		expect((await installedBank(store, 'ward-seven'))?.items).toHaveLength(700);
		expect(await stage.install(head)).toEqual({ ok: true });
		expect(await installedBank(store, 'ward-seven')).toEqual({ ...head, items });
		await store.tidyBanks();
		expect(await rows(device)).toBe(600);
	});

	it('that a closed tab left is tidied away, and one that a tab is at is not', async () => {
		const device = new Device();
		const [gone, here] = [await device.tab(), await device.tab()];
		await gone.store.stageBank(1000).add(numbered(bank(1000).items));
		const stage = here.store.stageBank(600);
		await stage.add(numbered(bank(600).items));
		await here.store.tidyBanks();
		expect(await rows(device)).toBe(1600);
		gone.close();
		await here.store.tidyBanks();
		expect(await rows(device)).toBe(600);
		const { items: _items, ...head } = bank(600);
		await stage.install(head);
		await here.store.tidyBanks();
		expect((await installedBank(here.store, 'ward-seven'))?.items).toHaveLength(600);
	});
});
