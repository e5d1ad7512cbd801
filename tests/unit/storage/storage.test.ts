import { describe, expect, it } from 'vitest';
import { LOCAL_KEYS } from '$lib/storage/local';
import { checked, finished, item, responded, started } from './events';
import { Device } from './ground';

describe('a session', () => {
	it('is kept, continued and finished', async () => {
		const device = new Device();
		const tab = await device.tab();
		expect(tab.store.status).toMatchObject({ mode: 'database', journal: 'opfs', restored: 0 });
		const events = [started('s', 2), responded('s', 0), checked('s', 0)];
		expect(await tab.store.append(events[0]!, [item('item-0'), item('item-1')])).toEqual({ ok: true });
		for (const event of events.slice(1)) expect(await tab.store.append(event)).toEqual({ ok: true });
		expect(device.area.get(LOCAL_KEYS.openSession)).toBe('s');
		tab.close();

		const next = await device.tab();
		expect(next.store.status).toMatchObject({ mode: 'database', restored: 0 });
		expect(await next.store.events('s')).toEqual({ events, damaged: 0 });
		expect(await next.store.openSession()).toMatchObject({ id: 's', count: 2, answered: 1, points: 1 });
		expect((await next.store.contents(['hash-item-0', 'none'])).get('hash-item-0')).toEqual(item('item-0'));
		expect((await next.store.history()).get('item-0')).toMatchObject({ seen: 1, lastCorrect: true });
		expect(await next.store.append(finished('s'))).toEqual({ ok: true });
		expect(await next.store.openSession()).toBeUndefined();
		expect(device.area.has(LOCAL_KEYS.openSession)).toBe(false);
		expect(await next.store.recent(5)).toMatchObject([{ id: 's', points: 1, max: 1 }]);
	});
});
