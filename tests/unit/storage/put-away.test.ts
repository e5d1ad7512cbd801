// A page that is put away in the middle of a save lets go of the database, and saves when it is shown again.
import { expect, test } from 'vitest';
import { checked, item, started } from './events';
import { Device } from './ground';
import { tables } from './rows';

/** Lets what is under way go on for a while: so many turns of the event loop. */
async function turns(count: number): Promise<void> {
	for (let n = 0; n < count; n += 1) await new Promise((resolve) => setImmediate(resolve));
}

test.each([0, 1, 2, 3, 4, 6, 8, 12])(
	'put away %i turns into saving an answer: nothing of it is stored, another tab can save, and it is saved after coming back',
	async (into) => {
		const device = new Device();
		const tab = await device.tab();
		await tab.store.append(started('s', 2), [item('item-0')]);
		const other = await device.tab();
		const before = await tables(device);
		let saved = false;
		const saving = tab.store.append(checked('s', 0)).then((outcome) => {
			saved = true;
			return outcome;
		});
		await turns(into);
		const early = saved;
		tab.leave();
		await turns(40);
		expect(saved).toBe(early);
		if (!early) expect(await tables(device)).toEqual(before);
		expect(await other.store.append(started('t', 2), [item('item-0')])).toEqual({ ok: true });
		tab.back();
		expect(await saving).toEqual({ ok: true });
		const { events } = await other.store.events('s');
		expect(events.map(({ kind }) => kind)).toEqual(['started', 'checked']);
		expect(tab.store.status).not.toHaveProperty('problem');
	}
);

test('what is asked while the page is put away is answered when it is shown again', async () => {
	const device = new Device();
	const tab = await device.tab();
	await tab.store.append(started('s', 2), [item('item-0')]);
	tab.leave();
	let read = false;
	const reading = tab.store.events('s').then((found) => {
		read = true;
		return found;
	});
	await turns(40);
	expect(read).toBe(false);
	tab.back();
	expect((await reading).events).toHaveLength(1);
});
