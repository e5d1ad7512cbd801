// A window hears that everything was erased in another one: it keeps nothing more and brings nothing back, whatever it was doing.
import { describe, expect, it } from 'vitest';
import { checked, started } from './events';
import { Device } from './ground';
import { expected, tables } from './rows';

const ERASED = { kind: 'erased' };
const journal = (device: Device) =>
	[...device.files.values()].reduce((sum, one) => sum + one.bytes.length, 0);

/** What erasing does, behind the back of the windows that are open. */
function erase(device: Device): void {
	device.tell(ERASED);
	device.loseDatabase();
	device.files.clear();
	device.area.clear();
	device.tell(ERASED);
}

describe.each([true, false])(
	'after everything was erased elsewhere (private files: %s)',
	(files) => {
		const device = () => Object.assign(new Device(), { privateFiles: files });

		it('an open window saves nothing more, and says so', async () => {
			const own = device();
			const { store } = await own.tab();
			await store.append(started('s'));
			erase(own);
			expect(await store.append(checked('s', 0))).toMatchObject({ problem: { code: 'erased' } });
			expect(await store.settings.write({ theme: 'dark' })).toMatchObject({ ok: false });
			expect(store.status.problem).toMatchObject({ code: 'erased' });
			expect(await tables(own)).toEqual(expected([]));
			expect([journal(own), [...own.area.keys()]]).toEqual([0, []]);
		});

		it('what an open window was about to read neither comes nor fails', async () => {
			const own = device();
			const { store } = await own.tab();
			erase(own);
			const settled = store.totals('all').then(
				() => 'came',
				() => 'failed'
			);
			const later = new Promise((resolve) => setTimeout(() => resolve('waits'), 200));
			expect(await Promise.race([settled, later])).toBe('waits');
		});

		it('a window that is just opening writes back nothing that it has read', async () => {
			const own = device();
			const before = await own.tab();
			await before.store.append(started('s'));
			await before.store.append(checked('s', 0));
			const opening = own.tab();
			erase(own);
			const { store } = await opening;
			expect(await store.append(checked('s', 1))).toMatchObject({ problem: { code: 'erased' } });
			expect(await tables(own)).toEqual(expected([]));
			expect([journal(own), [...own.area.keys()]]).toEqual([0, []]);
		});

		it('a window that is opened later begins anew', async () => {
			const own = device();
			const { store } = await own.tab();
			await store.append(started('s'));
			erase(own);
			const later = await own.tab();
			expect(later.store.status).not.toHaveProperty('problem');
			expect(later.store.status).not.toHaveProperty('lost');
			expect(await later.store.append(started('t'))).toEqual({ ok: true });
		});
	}
);
