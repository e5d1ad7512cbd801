// The database is opened with suspicion: newer code, a lost database, a browser that forbids storage or never answers.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LOCAL_KEYS } from '$lib/storage/local';
import { backupsIn } from '$lib/storage/backup-part';
import type { Connection } from '$lib/storage/connection';
import { DATABASE_NAME, NEWEST, type MiliumDatabase } from '$lib/storage/database';
import { newDraft } from '$lib/modules/draft';
import type { Storage } from '$lib/storage/store';
import { terms } from '../cohort/class';
import { checked, finished, item, responded, started } from './events';
import { Device, type Tab } from './ground';
import { expected, openRaw, tables } from './rows';

/** Native version of a schema after the newest of this code. */
const NEWER = 1000;

afterEach(() => {
	vi.useRealTimers();
});

const session = () => [started('s'), checked('s', 0), checked('s', 1)];

async function append(tab: Tab, events: readonly Parameters<Tab['store']['append']>[0][]) {
	for (const event of events) expect(await tab.store.append(event)).toEqual({ ok: true });
}

/** Everything that is stored beside answers. Written to an emptied database, it would make it look like that of a new learner. */
const WRITES: Readonly<Record<string, (store: Storage) => Promise<unknown>>> = {
	settings: (store) => store.settings.write({ quizLength: 7 }),
	'a draft': (store) =>
		store.shelf('moduleDrafts').put(newDraft({ id: 'draft', now: 1, timeZone: 'UTC', seed: 1 })),
	'a draft removed': (store) => store.shelf('moduleDrafts').remove('draft'),
	'a bank removed': (store) => store.removeBank('ward-seven'),
	'names of a class': (store) => store.results.expect(terms(), ['A'], 5),
	'a backup noted': (store) => store.backups.noteMade(1),
	'all sums made anew': (store) => store.rebuild()
};

/** Opens the native database at a version, as other code would. */
function openNative(device: Device, version: number): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = device.indexedDB.open(DATABASE_NAME, version);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('open'));
	});
}

describe('newer code', () => {
	it('takes over while this code runs: nothing more is written, and the learner is told to reload', async () => {
		const device = new Device();
		const old = await device.tab();
		const log = session();
		await append(old, log);
		const newer = await openNative(device, NEWER);
		expect(old.store.status.problem).toMatchObject({ code: 'newer-version' });
		const refused = checked('s', 2);
		expect(await old.store.append(refused)).toMatchObject({
			ok: false,
			problem: { code: 'newer-version' }
		});
		await expect(old.store.events('s')).rejects.toMatchObject({
			problem: { code: 'newer-version' }
		});
		const count = newer.transaction('events').objectStore('events').count();
		await new Promise((resolve) => (count.onsuccess = resolve));
		expect(count.result).toBe(log.length);
		newer.close();
	});

	it('was there before this code: nothing is written, and the answers go to the journal', async () => {
		const device = new Device();
		const before = await device.tab();
		await append(before, session());
		before.close();
		(await openNative(device, NEWER)).close();
		const old = await device.tab();
		expect(old.store.status).toMatchObject({ mode: 'memory', problem: { code: 'newer-version' } });
		expect(await old.store.append(started('t'))).toMatchObject({ ok: false });
		const native = await openNative(device, NEWER);
		const count = native.transaction('events').objectStore('events').count();
		await new Promise((resolve) => (count.onsuccess = resolve));
		expect(count.result).toBe(3);
		native.close();
		expect([...device.files.keys()]).toHaveLength(2);
	});

	it('is not seen in the numbers between, which Dexie uses for its own repairs', async () => {
		const device = new Device();
		(await device.tab()).close();
		(await openNative(device, NEWEST * 10 + 2)).close();
		const tab = await device.tab();
		expect(tab.store.status.mode).toBe('database');
		await append(tab, session());
	});
});

describe('a lost database', () => {
	it('is not seen where there never was one', async () => {
		const device = new Device();
		const tab = await device.tab();
		expect(tab.store.status).toEqual({
			mode: 'database',
			journal: 'opfs',
			restored: 0,
			damaged: 0
		});
		const db = await openRaw(device);
		expect(device.area.get(LOCAL_KEYS.gen)).toBe((await db.meta.get('gen'))?.value);
		db.close();
	});

	it('is restored with the questions that were asked', async () => {
		const device = new Device();
		const tab = await device.tab();
		const log = session();
		await tab.store.append(log[0]!, [item('item-0'), item('item-1')]);
		await append(tab, log.slice(1));
		tab.close();
		device.loseDatabase();
		const next = await device.tab();
		expect(next.store.status).toEqual({
			mode: 'database',
			journal: 'opfs',
			restored: 2,
			damaged: 0,
			lost: true,
			notice: true
		});
		expect(await tables(device)).toEqual(expected(log));
		expect([...(await next.store.contents(['hash-item-0', 'hash-item-1'])).keys()]).toHaveLength(2);
		expect(device.area.get(LOCAL_KEYS.openSession)).toBe('s');
	});

	it('is noticed by the journal alone, where localStorage has forgotten too', async () => {
		const device = new Device();
		const tab = await device.tab();
		await append(tab, session());
		tab.close();
		device.loseDatabase();
		device.area.clear();
		expect((await device.tab()).store.status).toMatchObject({ restored: 2 });
	});

	it('of which no copy is left is told, not shown as a new learner', async () => {
		const device = new Device();
		device.privateFiles = false;
		const tab = await device.tab();
		await append(tab, session());
		tab.close();
		device.loseDatabase();
		for (const key of [...device.area.keys()]) {
			if (key.startsWith(LOCAL_KEYS.journal)) device.area.delete(key);
		}
		const next = await device.tab();
		expect(next.store.status).toMatchObject({ restored: 0, problem: { code: 'lost' } });
		await append(next, session());
		expect(next.store.status.problem).toMatchObject({ code: 'lost' });
		next.close();
		expect((await device.tab()).store.status).not.toHaveProperty('problem');
	});

	it('is noticed by the very next answer, which brings everything back', async () => {
		const device = new Device();
		const tab = await device.tab();
		const log = session();
		await append(tab, log);
		const db = await openRaw(device);
		for (const table of db.tables) await table.clear();
		db.close();
		const next = checked('s', 2);
		expect(await tab.store.append(next)).toEqual({ ok: true });
		expect(await tables(device)).toEqual(expected([...log, next]));
		expect(tab.store.status.restored).toBe(3);
	});

	it.each(Object.entries(WRITES))(
		'is noticed by the very next write of another kind: %s',
		async (_, write) => {
			const device = new Device();
			const tab = await device.tab();
			const log = session();
			await append(tab, log);
			const db = await openRaw(device);
			for (const table of db.tables) await table.clear();
			await write(tab.store);
			const there = await db.events.toArray();
			db.close();
			expect(there.map(({ id }) => id).sort()).toEqual(log.map(({ id }) => id).sort());
			expect(tab.store.status.restored).toBe(2);
		}
	);

	it('is noticed by the very next read', async () => {
		const device = new Device();
		const tab = await device.tab();
		const log = session();
		await append(tab, log);
		const db = await openRaw(device);
		for (const table of db.tables) await table.clear();
		db.close();
		expect((await tab.store.events('s')).events).toEqual(log);
	});

	it('of which no copy is left is told by the very next answer', async () => {
		const device = new Device();
		device.privateFiles = false;
		device.localAllowed = false;
		const tab = await device.tab();
		expect(tab.store.status.journal).toBe('none');
		await append(tab, session());
		const db = await openRaw(device);
		for (const table of db.tables) await table.clear();
		db.close();
		await tab.store.append(checked('s', 2));
		expect(tab.store.status.problem).toMatchObject({ code: 'lost' });
	});

	it('beside which the journal is damaged too is told, though localStorage has forgotten', async () => {
		const device = new Device();
		const tab = await device.tab();
		await append(tab, session());
		tab.close();
		device.loseDatabase();
		device.area.clear();
		for (const file of device.files.values()) file.bytes.fill(0xab);
		expect((await device.tab()).store.status).toMatchObject({
			restored: 0,
			damaged: 1,
			problem: { code: 'lost' }
		});
	});

	it('of which no copy is left is not called sound when the data are checked', async () => {
		const device = new Device();
		device.privateFiles = false;
		device.localAllowed = false;
		const tab = await device.tab();
		await append(tab, session());
		const db = await openRaw(device);
		for (const table of db.tables) await table.clear();
		db.close();
		await tab.store.rebuild();
		expect(tab.store.status).toMatchObject({ lost: true, problem: { code: 'lost' } });
	});

	it('in whose place another stands loses nothing to the undoing of a restore', async () => {
		const device = new Device();
		const tab = await device.tab();
		const log = session();
		await append(tab, log);
		const events = log.map(({ id }) => id);
		const nothing = { contents: [], settings: [], banks: [], rows: [] };
		const restored = { at: 1, answers: 2, events, ...nothing };
		await tab.db.meta.put({ key: 'restored', value: '', log: restored });
		// A connection that was opened on the one before.
		const run = (work: (db: MiliumDatabase, gen: string) => unknown) => work(tab.db, 'before');
		const { undo } = backupsIn({ run } as unknown as Connection);
		await expect(undo()).rejects.toMatchObject({ name: 'StoreLost' });
		expect(await tab.db.events.count()).toBe(log.length);
	});

	it('is noticed by both of two tabs, and restored once', async () => {
		const device = new Device();
		const [a, b] = [await device.tab(), await device.tab()];
		const log = [started('s'), checked('s', 0)];
		const other = [started('t'), checked('t', 0)];
		await append(a, log);
		await append(b, other);
		const db = await openRaw(device);
		for (const table of db.tables) await table.clear();
		db.close();
		const more = [checked('s', 1), checked('t', 1)] as const;
		expect(await Promise.all([a.store.append(more[0]), b.store.append(more[1])])).toEqual([
			{ ok: true },
			{ ok: true }
		]);
		expect(await tables(device)).toEqual(expected([...log, ...other, ...more]));
	});
});

describe('a database that another tab made anew', () => {
	it('gets what only the journal of this tab holds', async () => {
		const device = new Device();
		const [a, b] = [await device.tab(), await device.tab()];
		const [first, second] = [session(), [started('t'), checked('t', 0)]];
		await append(a, first);
		await append(b, second);
		const db = await openRaw(device);
		for (const table of db.tables) await table.clear();
		// As a tab leaves it that could read no journal but its own.
		await db.meta.put({ key: 'gen', value: 'another' });
		db.close();
		const next = checked('t', 1);
		await append(b, [next]);
		expect(await tables(device)).toEqual(expected([...first, ...second, next]));
		expect(b.store.status).not.toHaveProperty('problem');
	});
});

describe('a browser without a database', () => {
	// Dexie warns of each of its own tries to open.
	beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
	afterEach(() => void vi.restoreAllMocks());

	const failing = (fail: (request: IDBOpenDBRequest) => void) => {
		const device = new Device();
		device.indexedDB = Object.assign(Object.create(device.indexedDB) as IDBFactory, {
			open: () => {
				const request = new EventTarget() as IDBOpenDBRequest;
				setTimeout(() => fail(request), 0);
				return request;
			}
		});
		return device;
	};
	const refuse = (name: string) =>
		failing((request) => {
			Object.assign(request, { error: new DOMException('On purpose', name) });
			const event = {
				target: request,
				preventDefault: () => undefined,
				stopPropagation: () => undefined
			};
			request.onerror?.(event as unknown as Event);
		});

	it.each(['InvalidStateError', 'SecurityError', 'UnknownError'])(
		'works from memory: %s',
		async (name) => {
			const tab = await refuse(name).tab();
			expect(tab.store.status).toMatchObject({ mode: 'memory', problem: { code: 'unavailable' } });
			await append(tab, [...session(), responded('s', 2)]);
			expect(tab.store.status.problem).toMatchObject({ code: 'unavailable' });
			expect(await tab.store.openSession()).toMatchObject({ id: 's', answered: 3 });
			await append(tab, [finished('s')]);
			expect(await tab.store.recent(3)).toMatchObject([{ id: 's', points: 2 }]);
			await tab.store.settings.write({ quizLength: 7 });
			expect(await tab.store.settings.read()).toMatchObject({ quizLength: 7 });
			expect(await tab.store.rebuild()).toMatchObject({ corrected: 0 });
		}
	);

	it('works from memory when opening never ends', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const opening = failing(() => undefined).tab();
		await vi.advanceTimersByTimeAsync(8000);
		expect((await opening).store.status).toMatchObject({ mode: 'memory' });
	});

	it('gets the answers of a visit from the journal once the database opens again', async () => {
		const device = new Device();
		const { indexedDB } = device;
		device.indexedDB = refuse('UnknownError').indexedDB;
		const tab = await device.tab();
		expect(tab.store.status).toMatchObject({ mode: 'memory', journal: 'opfs' });
		const log = session();
		await append(tab, log);
		tab.close();
		device.indexedDB = indexedDB;
		expect((await device.tab()).store.status).toMatchObject({ mode: 'database', restored: 2 });
		expect(await tables(device)).toEqual(expected(log));
	});
});

describe('a database that hangs', () => {
	it('is told of within a second, and the answer is refused in the end', async () => {
		const device = new Device();
		let hang = false;
		device.prepare = (db) =>
			db.use({
				stack: 'dbcore',
				name: 'hang',
				create: (core) => ({
					...core,
					table: (name) => {
						const table = core.table(name);
						return {
							...table,
							getMany: (request) => (hang ? new Promise(() => undefined) : table.getMany(request))
						};
					}
				})
			});
		const tab = await device.tab();
		await append(tab, [started('s')]);
		hang = true;
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const answer = checked('s', 0);
		const saving = tab.store.append(answer);
		await vi.advanceTimersByTimeAsync(900);
		expect(tab.store.status.problem).toMatchObject({ code: 'lost-connection' });
		await vi.advanceTimersByTimeAsync(8000);
		expect(await saving).toMatchObject({ ok: false, problem: { code: 'lost-connection' } });
		vi.useRealTimers();
		hang = false;
		expect(await tab.store.append(answer)).toEqual({ ok: true });
		expect(tab.store.status).not.toHaveProperty('problem');
	});
});
