// Records that no schema reads: left where they are, counted, never in the way.
import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '$lib/session/events';
import { LOCAL_KEYS } from '$lib/storage/local';
import { checked, finished, started } from './events';
import { Device } from './ground';
import { openRaw } from './rows';

describe('damaged records', () => {
	it('of the log are left out, counted and kept', async () => {
		const device = new Device();
		const tab = await device.tab();
		const log = [started('s'), checked('s', 0), checked('s', 1)];
		for (const event of log) await tab.store.append(event);
		const db = await openRaw(device);
		await db.events.put({
			id: log[1]!.id,
			session: 's',
			kind: 'nonsense'
		} as unknown as SessionEvent);
		await db.events.put({ id: 'odd', session: 's' } as unknown as SessionEvent);
		expect(await tab.store.events('s')).toEqual({ events: [log[0], log[2]], damaged: 2 });
		expect(await tab.store.rebuild()).toMatchObject({ events: 2, damaged: 2 });
		expect((await tab.store.totals('all'))[0]?.n).toBe(1);
		expect(await db.events.count()).toBe(4);
		db.close();
		expect(await tab.store.append(finished('s'))).toEqual({ ok: true });
		expect(await tab.store.recent(1)).toMatchObject([{ points: 1, max: 1 }]);
	});

	it('of a beginning leave a session that cannot be shown, and nothing else', async () => {
		const device = new Device();
		const tab = await device.tab();
		const start = started('s');
		for (const event of [start, checked('s', 0), started('t')]) await tab.store.append(event);
		const db = await openRaw(device);
		await db.events.put({ id: start.id, session: 's' } as unknown as SessionEvent);
		db.close();
		await tab.store.rebuild();
		expect((await tab.store.recent(9)).map((one) => one.id)).toEqual(['t']);
		tab.close();
		expect((await device.tab()).store.status.mode).toBe('database');
	});

	it('of contents are not handed out', async () => {
		const device = new Device();
		const tab = await device.tab();
		const db = await openRaw(device);
		await db.contents.put({ hash: 'odd' } as never);
		db.close();
		expect((await tab.store.contents(['odd'])).size).toBe(0);
	});

	it('are not made: what the schema refuses is not stored', async () => {
		const tab = await new Device().tab();
		const odd = { ...checked('s', 0), at: 'yesterday' } as unknown as SessionEvent;
		expect(await tab.store.append(odd)).toMatchObject({ ok: false, problem: { code: 'damaged' } });
		const cyclic = checked('s', 0, { response: {} });
		Reflect.set(cyclic.answer.response as object, 'self', cyclic);
		expect(await tab.store.append(cyclic)).toMatchObject({
			ok: false,
			problem: { code: 'damaged' }
		});
		expect(await tab.store.append(started('s'))).toEqual({ ok: true });
		expect((await tab.store.events('s')).events).toHaveLength(1);
	});
});

describe('settings', () => {
	const defaults = {
		theme: 'auto',
		askConfidence: true,
		shortcuts: true,
		quizLength: 10,
		certaintyMarks: false,
		retention: 0.9,
		examDate: '',
		perDay: 20
	};

	it('have defaults, are changed one by one and are kept', async () => {
		const device = new Device();
		const tab = await device.tab();
		expect(await tab.store.settings.read()).toEqual(defaults);
		expect(await tab.store.settings.write({ theme: 'dark' })).toEqual({ ok: true });
		expect(await tab.store.settings.write({ quizLength: 25 })).toEqual({ ok: true });
		tab.close();
		const next = await device.tab();
		expect(await next.store.settings.read()).toEqual({
			...defaults,
			theme: 'dark',
			quizLength: 25
		});
	});

	it('that are damaged have their default, the others stay', async () => {
		const device = new Device();
		const tab = await device.tab();
		await tab.store.settings.write({ shortcuts: false });
		const db = await openRaw(device);
		await db.settings.bulkPut([
			{ key: 'quizLength', value: -3 },
			{ key: 'askConfidence', value: 'maybe' },
			{ key: 'theme', value: { colour: 'puce' } },
			{ key: 'retention', value: 1.5 },
			{ key: 'examDate', value: 'some day' },
			{ key: 'perDay', value: 'many' },
			{ key: 'of-the-future', value: 1 }
		]);
		db.close();
		expect(await tab.store.settings.read()).toEqual({ ...defaults, shortcuts: false });
	});

	it('leave the theme where the boot script finds it', async () => {
		const device = new Device();
		const tab = await device.tab();
		await tab.store.settings.write({ theme: 'dark' });
		expect(device.area.get(LOCAL_KEYS.theme)).toBe('dark');
		tab.close();
		device.loseDatabase();
		const next = await device.tab();
		expect(await next.store.settings.read()).toMatchObject({ theme: 'dark' });
		await next.store.settings.write({ theme: 'auto' });
		expect(device.area.has(LOCAL_KEYS.theme)).toBe(false);
	});

	it('keep the first question that is written into the page from whoever has chosen how they are asked', async () => {
		const device = new Device();
		const { store } = await device.tab();
		await store.settings.write({ theme: 'dark', role: 'student' });
		expect(device.area.has(LOCAL_KEYS.begun)).toBe(false);
		await store.settings.write({ shortcuts: false });
		expect(device.area.has(LOCAL_KEYS.begun)).toBe(true);
	});
});
