import { Dexie } from 'dexie';
import { describe, expect, it, vi } from 'vitest';
import { decodeLines } from '$lib/storage/journal-lines';
import { LOCAL_KEYS } from '$lib/storage/local';
import { checked, finished, item, responded, started } from './events';
import { Device } from './ground';
import { expected, tables } from './rows';

describe('a session', () => {
	it('is kept, continued and finished', async () => {
		const device = new Device();
		const tab = await device.tab();
		expect(tab.store.status).toMatchObject({ mode: 'database', journal: 'opfs', restored: 0 });
		const events = [started('s', 2), responded('s', 0), checked('s', 0)];
		expect(await tab.store.append(events[0]!, [item('item-0'), item('item-1')])).toEqual({
			ok: true
		});
		for (const event of events.slice(1))
			expect(await tab.store.append(event)).toEqual({ ok: true });
		expect(device.area.get(LOCAL_KEYS.openSession)).toBe('s');
		tab.close();

		const next = await device.tab();
		expect(next.store.status).toMatchObject({ mode: 'database', restored: 0 });
		expect(await next.store.events('s')).toEqual({ events, damaged: 0 });
		expect(await next.store.openSession()).toMatchObject({
			id: 's',
			count: 2,
			answered: 1,
			points: 1
		});
		expect((await next.store.contents(['hash-item-0', 'none'])).get('hash-item-0')).toEqual(
			item('item-0')
		);
		expect((await next.store.history()).get('item-0')).toMatchObject({
			seen: 1,
			lastCorrect: true
		});
		expect(await next.store.append(finished('s'))).toEqual({ ok: true });
		expect(await next.store.openSession()).toBeUndefined();
		expect(device.area.has(LOCAL_KEYS.openSession)).toBe(false);
		expect(await next.store.recent(5)).toMatchObject([{ id: 's', points: 1, max: 1 }]);
	});
});

describe('the store', () => {
	it('stores an event once, and saves in the order in which it was asked to', async () => {
		const device = new Device();
		const tab = await device.tab();
		const log = [started('s'), responded('s', 0), checked('s', 0), checked('s', 1)];
		const saved = await Promise.all([...log, ...log].map((event) => tab.store.append(event)));
		expect(saved).toEqual(saved.map(() => ({ ok: true })));
		expect(await tab.store.events('s')).toEqual({ events: log, damaged: 0 });
		expect((await tab.store.totals('all'))[0]?.n).toBe(2);
		const text = new TextDecoder().decode([...device.files.values()][0]?.bytes);
		expect(decodeLines(text).events.slice(0, 4)).toEqual(log);
	});

	it('tells nobody of each write: nothing observes queries, and every tab would have to listen', async () => {
		const tab = await new Device().tab();
		const told = vi.fn();
		Dexie.on('storagemutated', told);
		expect(await tab.store.append(started('s'))).toEqual({ ok: true });
		Dexie.on.storagemutated.unsubscribe(told);
		expect(told).not.toHaveBeenCalled();
	});

	it('stores what a page hands over as plain data', async () => {
		const tab = await new Device().tab();
		await tab.store.append(started('s'));
		const proxied = new Proxy(checked('s', 0, { response: new Proxy({ choice: 'a' }, {}) }), {});
		expect(await tab.store.append(proxied)).toEqual({ ok: true });
		expect((await tab.store.events('s')).events[1]).toMatchObject({
			answer: { response: { choice: 'a' } }
		});
	});

	it('tells other tabs of a session that it added to, until they listen no longer', async () => {
		const device = new Device();
		const [a, b] = [await device.tab(), await device.tab()];
		const heard = { a: [] as string[], b: [] as string[] };
		a.store.onchange((session) => heard.a.push(session));
		const stop = b.store.onchange((session) => heard.b.push(session));
		await a.store.append(started('s'));
		stop();
		await a.store.append(checked('s', 0));
		expect(heard).toEqual({ a: [], b: ['s'] });
		expect((await b.store.events('s')).events).toHaveLength(2);
	});

	it('goes on where a listener throws', async () => {
		vi.stubGlobal('reportError', vi.fn());
		const device = new Device();
		const tab = await device.tab();
		tab.store.onstatus(() => {
			throw new Error('On purpose');
		});
		device.journalBroken = true;
		expect(await tab.store.append(started('s'))).toEqual({ ok: true });
		expect(reportError).toHaveBeenCalled();
		vi.unstubAllGlobals();
	});

	it('offers the session that is open in the database, whatever the mirror says', async () => {
		const device = new Device();
		const tab = await device.tab();
		await tab.store.append(started('old'));
		await tab.store.append(started('new'));
		tab.close();
		device.area.set(LOCAL_KEYS.openSession, 'gone');
		await device.tab();
		expect(device.area.get(LOCAL_KEYS.openSession)).toBe('new');
	});
});

describe('a question answered in two tabs', () => {
	it('counts once: the first answer, as the session has it, and both stay in the log', async () => {
		const device = new Device();
		const [a, b] = [await device.tab(), await device.tab()];
		await a.store.append(started('s'));
		const [right, wrong] = [checked('s', 0), checked('s', 0, { points: 0 })];
		await a.store.append(right);
		await b.store.append(wrong);
		expect((await a.store.events('s')).events).toHaveLength(3);
		expect((await b.store.totals('all'))[0]).toMatchObject({ n: 1, correct: 1 });
		expect((await b.store.history()).get('item-0')).toMatchObject({ seen: 1, lastCorrect: true });
		expect((await b.store.cards())[0]).toMatchObject({ reps: 1 });
	});

	it('counts the first answer also where it arrives last, and after an end in between', async () => {
		const device = new Device();
		const tab = await device.tab();
		const log = [started('s'), checked('s', 0, { points: 0 }), checked('s', 0)];
		await tab.store.append(log[0]!);
		await tab.store.append(log[2]!);
		expect((await tab.store.totals('all'))[0]).toMatchObject({ n: 1, correct: 1 });
		await tab.store.append(log[1]!);
		expect((await tab.store.totals('all'))[0]).toMatchObject({ n: 1, correct: 0 });
		expect(await tables(device)).toEqual(expected(log));
	});
});
