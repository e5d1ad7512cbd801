// The second copy: its lines, its files, its ring, and what happens when they break.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeLines, encodeAll, encodeLines } from '$lib/storage/journal-lines';
import { LOCAL_KEYS } from '$lib/storage/local';
import type { SessionEvent } from '$lib/session/events';
import { anyLog, checked, item, started } from './events';
import { Device } from './ground';
import { expected, openRaw, tables } from './rows';

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

describe('lines', () => {
	it('give back what they were made from', () => {
		fc.assert(
			fc.property(anyLog, (log) => {
				const text = log.map((one) => encodeLines(one, [])).join('');
				expect(decodeLines(text)).toEqual({ events: plain(log), contents: [], damaged: 0 });
				expect(encodeAll(log, [])).toBe(text);
			})
		);
	});

	it('hold the questions of a session before its start', () => {
		const start = started('s');
		const text = encodeLines(start, [item('item-0')]);
		expect(text.split('\n')).toHaveLength(3);
		expect(decodeLines(text)).toEqual({ events: [start], contents: [item('item-0')], damaged: 0 });
	});

	it.each(['id', 'type', 'hash'])('of questions without %s are damaged', (field) => {
		const { [field]: _gone, ...rest } = { ...item('item-0') } as Record<string, unknown>;
		const text = JSON.stringify({ kind: 'contents', items: [rest] });
		expect(decodeLines(text)).toEqual({ events: [], contents: [], damaged: 1 });
	});

	it('cut anywhere lose the last at most', () => {
		const log = [started('s'), checked('s', 0), checked('s', 1)];
		const text = log.map((one) => encodeLines(one, [])).join('');
		for (let end = 0; end <= text.length; end += 1) {
			const whole = text.slice(0, end).split('\n').length - 1;
			const { events, damaged } = decodeLines(text.slice(0, end));
			expect(events.length).toBeGreaterThanOrEqual(whole);
			expect(damaged).toBeLessThanOrEqual(1);
		}
	});

	it('of any kind are read without an error', () => {
		fc.assert(
			fc.property(
				fc.array(fc.oneof(fc.string(), fc.json(), fc.constant('{"kind":"contents"}'))),
				(lines) => {
					expect(decodeLines(lines.join('\n')).contents).toEqual([]);
				}
			)
		);
	});
});

describe('files', () => {
	const visit = async (device: Device, events: readonly SessionEvent[]) => {
		const tab = await device.tab();
		for (const event of events) await tab.store.append(event);
		const { status } = tab.store;
		tab.close();
		return status;
	};
	const names = (device: Device) => [...device.files.keys()].sort();
	const unarchived = (device: Device) => names(device).filter((one) => !one.startsWith('archive-'));

	it('of closed tabs go to the archive, all but the last two, so that a start costs the same for ever', async () => {
		const device = new Device();
		const log: SessionEvent[] = [];
		for (let day = 0; day < 8; day += 1) {
			const events = [started(`s${day}`), checked(`s${day}`, 0)];
			log.push(...events);
			await visit(device, events);
			expect(unarchived(device).length).toBeLessThanOrEqual(3);
		}
		expect(names(device)).toContain('archive-1.ndjson');
		device.loseDatabase();
		expect(await visit(device, [])).toMatchObject({ restored: 8, damaged: 0 });
		expect(await tables(device)).toEqual(expected(log));
	});

	it('are not made by a visit without answers', async () => {
		const device = new Device();
		await visit(device, []);
		expect(names(device)).toEqual([]);
	});

	it('of an open tab stay, and are read when the database is lost', async () => {
		const device = new Device();
		const open = await device.tab();
		await open.store.append(started('s'));
		for (let day = 0; day < 4; day += 1) await visit(device, [started(`t${day}`)]);
		expect(unarchived(device).some((one) => one.startsWith('tab1'))).toBe(true);
		device.loseDatabase();
		const next = await device.tab();
		expect((await next.store.events('s')).events).toHaveLength(1);
	});

	it('begin a new segment at two megabytes', async () => {
		const device = new Device();
		const long = (session: string) =>
			checked(session, 0, { response: { text: 'x'.repeat(900_000) } });
		for (let day = 0; day < 7; day += 1) await visit(device, [started(`s${day}`), long(`s${day}`)]);
		expect(names(device)).toEqual(expect.arrayContaining(['archive-1.ndjson', 'archive-2.ndjson']));
		for (const [name, { bytes }] of device.files) {
			expect(bytes.length, name).toBeLessThanOrEqual(2 * 1024 * 1024);
		}
		device.loseDatabase();
		expect(await visit(device, [])).toMatchObject({ restored: 7, damaged: 0 });
	});

	it('deleted under an open tab are written again, from what the tab still holds of them', async () => {
		const device = new Device();
		const tab = await device.tab();
		const log = [started('s'), checked('s', 0)];
		for (const event of log) await tab.store.append(event);
		device.files.clear();
		const db = await openRaw(device);
		for (const table of db.tables) await table.clear();
		db.close();
		const next = checked('s', 1);
		expect(await tab.store.append(next)).toEqual({ ok: true });
		expect(tab.store.status).toMatchObject({ journal: 'opfs', restored: 2 });
		expect(names(device)).toHaveLength(1);
		tab.close();
		device.loseDatabase();
		await device.tab();
		expect(await tables(device)).toEqual(expected([...log, next]));
	});

	it('hold each question once, however often it is asked', async () => {
		const device = new Device();
		const tab = await device.tab();
		for (const session of ['a', 'b', 'c'])
			await tab.store.append(started(session), [item('item-0')]);
		const text = new TextDecoder().decode([...device.files.values()][0]?.bytes);
		expect(decodeLines(text)).toMatchObject({ events: { length: 3 }, contents: { length: 1 } });
	});

	it('give back to a rebuild what has gone from the database, however old', async () => {
		const device = new Device();
		const log: SessionEvent[] = [];
		for (let day = 0; day < 5; day += 1) {
			const events = [started(`s${day}`), checked(`s${day}`, 0)];
			log.push(...events);
			await visit(device, events);
		}
		const tab = await device.tab();
		const db = await openRaw(device);
		await db.events.delete(log[1]!.id);
		db.close();
		expect(tab.store.status.restored).toBe(0);
		expect(await tab.store.rebuild()).toMatchObject({ events: 10 });
		expect(tab.store.status.restored).toBe(1);
		expect(await tables(device)).toEqual(expected(log));
	});

	it('with a line cut short lose that line and no other, in the archive too', async () => {
		const device = new Device();
		await visit(device, [started('s'), checked('s', 0), checked('s', 1)]);
		for (const file of device.files.values()) file.bytes = file.bytes.slice(0, -40);
		const { damaged } = await visit(device, []);
		expect(damaged).toBe(1);
		for (let day = 0; day < 4; day += 1) await visit(device, [started(`t${day}`)]);
		device.loseDatabase();
		const status = await visit(device, []);
		expect(status).toMatchObject({ restored: 1, damaged: 1 });
		const tab = await device.tab();
		expect(await tab.store.recent(9)).toHaveLength(5);
	});
});

describe('the ring', () => {
	it('stands in where there is no private file system', async () => {
		const device = new Device();
		device.privateFiles = false;
		const tab = await device.tab();
		expect(tab.store.status.journal).toBe('local');
		const log = [started('s'), checked('s', 0)];
		for (const event of log) await tab.store.append(event);
		tab.close();
		device.loseDatabase();
		const next = await device.tab();
		expect(next.store.status).toMatchObject({ restored: 1, problem: { code: 'lost' } });
		expect(await tables(device)).toEqual(expected(log));
	});

	it('keeps the latest and stays small', async () => {
		const device = new Device();
		device.privateFiles = false;
		const tab = await device.tab();
		await tab.store.append(started('s'));
		for (let index = 0; index < 700; index += 1) await tab.store.append(checked('s', index % 3));
		const keys = [...device.area.keys()].filter((one) => one.startsWith(LOCAL_KEYS.journal));
		expect(keys).toHaveLength(600);
		tab.close();
		device.loseDatabase();
		expect((await device.tab()).store.status.restored).toBe(600);
	});

	it('takes over when the files break in the middle of a visit, and answering goes on', async () => {
		const device = new Device();
		const tab = await device.tab();
		const log = [started('s'), checked('s', 0), checked('s', 1)];
		await tab.store.append(log[0]!);
		expect(tab.store.status.journal).toBe('opfs');
		device.journalBroken = true;
		expect(await tab.store.append(log[1]!)).toEqual({ ok: true });
		expect(tab.store.status.journal).toBe('local');
		expect(await tab.store.append(log[2]!)).toEqual({ ok: true });
		tab.close();
		device.journalBroken = false;
		device.loseDatabase();
		await device.tab();
		expect(await tables(device)).toEqual(expected(log));
	});

	it('that breaks too leaves the database, and the status says so', async () => {
		const device = new Device();
		const tab = await device.tab();
		device.journalBroken = true;
		device.localAllowed = false;
		expect(await tab.store.append(started('s'))).toEqual({ ok: true });
		expect(tab.store.status).toMatchObject({ mode: 'database', journal: 'none' });
	});
});
