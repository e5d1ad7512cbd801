// What is kept by its id: in the database, and in memory where there is none.
import { describe, expect, it } from 'vitest';
import { newDraft } from '$lib/modules/draft';
import { Device, DEVICES } from './ground';

const draft = (id: string, title = '') => ({
	...newDraft({ id, now: 1, timeZone: 'UTC', seed: 1 }),
	title
});

describe.each(DEVICES)('shelves: $name', ({ name, make }) => {
	it('keep, replace and remove rows by id', async () => {
		const { store } = await make().tab();
		expect(store.status.mode).toBe(name);
		const shelf = store.shelf('moduleDrafts');
		expect(await shelf.all()).toEqual([]);
		expect(await shelf.put(draft('a'))).toEqual({ ok: true });
		expect(await shelf.put(draft('b'))).toEqual({ ok: true });
		expect(await shelf.put(draft('a', 'Second'))).toEqual({ ok: true });
		expect((await shelf.get('a'))?.title).toBe('Second');
		expect(await shelf.remove('b')).toEqual({ ok: true });
		expect((await shelf.all()).map(({ id }) => id)).toEqual(['a']);
		expect(await shelf.get('b')).toBeUndefined();
	});
});

it('a shelf is there again in the next tab', async () => {
	const device = new Device();
	const first = await device.tab();
	await first.store.shelf('moduleDrafts').put(draft('a', 'Kept'));
	first.close();
	const second = await device.tab();
	expect((await second.store.shelf('moduleDrafts').get('a'))?.title).toBe('Kept');
});
