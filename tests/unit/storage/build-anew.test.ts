// A database that can be read no more is dropped and built anew from the journal, and from nothing less than that.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { IDBFactory } from 'fake-indexeddb';
import { LOCAL_KEYS } from '$lib/storage/local';
import { checked, item, started } from './events';
import { Faults } from './faults';
import { Device, type Tab } from './ground';
import { expected, openRaw, tables } from './rows';

// Dexie warns of each of its own tries to open.
beforeEach(() => void vi.spyOn(console, 'warn').mockImplementation(() => undefined));
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

type Deleting = 'works' | 'fails' | 'is blocked';

/** An IndexedDB whose database refuses to open until it is deleted. */
class Torn {
	readonly whole = new IDBFactory();
	readonly factory: IDBFactory;
	deleting: Deleting = 'works';
	deleted = 0;
	/** The error that opening ends with; undefined: it opens. */
	error: string | undefined = 'UnknownError';

	constructor() {
		this.factory = Object.assign(Object.create(this.whole) as IDBFactory, {
			open: (name: string, version?: number) =>
				this.error === undefined ? this.whole.open(name, version) : refused(this.error),
			deleteDatabase: (name: string) => {
				if (this.deleting === 'fails') return refused('UnknownError');
				if (this.deleting === 'is blocked') return new EventTarget() as IDBOpenDBRequest;
				this.deleted += 1;
				this.error = undefined;
				return this.whole.deleteDatabase(name);
			}
		});
	}
}

function refused(name: string): IDBOpenDBRequest {
	const request = new EventTarget() as IDBOpenDBRequest;
	setTimeout(() => {
		Object.assign(request, { error: new DOMException('On purpose', name) });
		const nothing = () => undefined;
		const event = { target: request, preventDefault: nothing, stopPropagation: nothing };
		request.onerror?.(event as unknown as Event);
	}, 0);
	return request;
}

const LOG = [started('s'), checked('s', 0), checked('s', 1)];
const LATER = [started('t'), checked('t', 0)];
const NEXT = checked('t', 1);
const ITEMS = [item('item-0'), item('item-1')];

async function append(tab: Tab, events: typeof LOG) {
	for (const event of events)
		expect(await tab.store.append(event, event.kind === 'started' ? ITEMS : [])).toEqual({
			ok: true
		});
}

/** A device on which a learner has answered, and whose database then refuses to open. */
async function tornDevice(change: (device: Device) => void = () => undefined) {
	const device = new Device();
	change(device);
	const torn = new Torn();
	torn.error = undefined;
	device.indexedDB = torn.factory;
	const tab = await device.tab();
	await append(tab, LOG);
	tab.close();
	torn.error = 'UnknownError';
	return { device, torn };
}

describe('a database that cannot be opened', () => {
	it.each([
		['journal', () => undefined],
		['ring', (device: Device) => void (device.privateFiles = false)]
	] as const)('comes back from the %s with what was answered meanwhile', async (_, change) => {
		const { device, torn } = await tornDevice(change);
		const tab = await device.tab();
		expect(tab.store.status).toMatchObject({ mode: 'memory', unreadable: true, notice: true });
		await append(tab, LATER);
		expect(await tab.store.buildAnew()).toEqual({
			kind: 'built',
			damaged: 0,
			unread: 0
		});
		expect((await tab.store.backups.state()).answers).toBe(3);
		expect(torn.deleted).toBe(1);
		expect(tab.store.status).toMatchObject({ mode: 'database', unreadable: false, restored: 0 });
		expect(tab.store.status).not.toHaveProperty('problem');
		expect(tab.store.status).not.toHaveProperty('notice');
		expect(tab.store.status).not.toHaveProperty('lost');
		await append(tab, [NEXT]);
		expect(await tables(device)).toEqual(expected([...LOG, ...LATER, NEXT]));
		expect((await tab.store.contents(ITEMS.map((one) => one.hash))).size).toBe(2);
		tab.close();
		expect((await device.tab()).store.status).toEqual({
			mode: 'database',
			journal: device.privateFiles ? 'opfs' : 'local',
			restored: 0,
			damaged: 0
		});
	});

	it('comes back with what not even the journal could keep of this visit', async () => {
		const { device } = await tornDevice();
		const tab = await device.tab();
		device.journalBroken = true;
		device.localAllowed = false;
		await append(tab, LATER);
		expect(tab.store.status.journal).toBe('none');
		device.journalBroken = false;
		expect(await tab.store.buildAnew()).toMatchObject({ kind: 'built' });
		expect((await tab.store.events('t')).events).toEqual(LATER);
		expect(await tab.store.recent(9)).toHaveLength(1);
	});

	it('says what of the journal could not be read', async () => {
		const { device } = await tornDevice();
		for (const file of device.files.values())
			file.bytes = file.bytes.subarray(0, file.bytes.length - 9);
		const tab = await device.tab();
		expect(await tab.store.buildAnew()).toMatchObject({ kind: 'built', damaged: 1 });
	});

	it('is left as it is where it opens again', async () => {
		const { device, torn } = await tornDevice();
		const tab = await device.tab();
		await append(tab, LATER);
		torn.error = undefined;
		expect(await tab.store.buildAnew()).toMatchObject({ kind: 'sound' });
		expect(torn.deleted).toBe(0);
		expect(await tables(device)).toEqual(expected([...LOG, ...LATER]));
		expect(tab.store.status).toMatchObject({ mode: 'database' });
	});

	it.each([
		['QuotaExceededError', 'full'],
		['VersionError', 'newer-version']
	])('is not dropped for another reason: %s', async (error, code) => {
		const { device, torn } = await tornDevice();
		const tab = await device.tab();
		torn.error = error;
		expect(await tab.store.buildAnew()).toMatchObject({ kind: 'failed', problem: { code } });
		expect(torn.deleted).toBe(0);
	});

	it('that another window holds is told, and can be tried again', async () => {
		const { device, torn } = await tornDevice();
		const tab = await device.tab();
		torn.deleting = 'is blocked';
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const trying = tab.store.buildAnew();
		await vi.advanceTimersByTimeAsync(20_000);
		expect(await trying).toMatchObject({
			kind: 'failed',
			problem: { happened: 'Another window of Milium holds the damaged database.' }
		});
		vi.useRealTimers();
		expect(tab.store.status).toMatchObject({ mode: 'memory', problem: { code: 'unavailable' } });
		await append(tab, LATER);
		torn.deleting = 'works';
		expect(await tab.store.buildAnew()).toMatchObject({ kind: 'built' });
	});

	it('that cannot be deleted is told, and nothing is lost', async () => {
		const { device, torn } = await tornDevice();
		const tab = await device.tab();
		torn.deleting = 'fails';
		expect(await tab.store.buildAnew()).toMatchObject({
			kind: 'failed',
			problem: { code: 'unavailable' }
		});
		torn.deleting = 'works';
		expect(await tab.store.buildAnew()).toMatchObject({ kind: 'built' });
	});

	it('comes back in every window, with what each has answered', async () => {
		const { device, torn } = await tornDevice();
		const [a, b] = [await device.tab(), await device.tab()];
		await append(b, LATER);
		expect(await a.store.buildAnew()).toMatchObject({ kind: 'built' });
		await vi.waitFor(() => expect(b.store.status.mode).toBe('database'));
		await append(b, [NEXT]);
		expect(torn.deleted).toBe(1);
		expect(await tables(device)).toEqual(expected([...LOG, ...LATER, NEXT]));
	});

	it('is not dropped again by a window that waited while another built it', async () => {
		const { device, torn } = await tornDevice();
		const tabs = [await device.tab(), await device.tab()];
		const done = await Promise.all(tabs.map((one) => one.store.buildAnew()));
		expect(done).toMatchObject([{ kind: 'built' }, { kind: 'built' }]);
		expect(torn.deleted).toBe(1);
	});

	it('is not built anew where nothing could come back', async () => {
		const { device } = await tornDevice((one) => {
			one.privateFiles = false;
			one.localAllowed = false;
		});
		expect((await device.tab()).store.status).not.toHaveProperty('unreadable');
	});
});

describe('a database that opens and cannot be read', () => {
	it('is dropped under open windows, which go on with the new one', async () => {
		const { device, torn } = await tornDevice();
		torn.error = undefined;
		const faults = new Faults();
		device.prepare = faults.install;
		const { deleteDatabase } = torn.factory;
		Object.assign(torn.factory, {
			deleteDatabase: (name: string) => {
				faults.disarm();
				return deleteDatabase(name);
			}
		});
		const [tab, other] = [await device.tab(), await device.tab()];
		await append(tab, LATER);
		faults.arm('UnknownError', 1, Infinity);
		await expect(tab.store.rebuild()).rejects.toMatchObject({
			problem: { code: 'lost-connection' }
		});
		expect(await tab.store.buildAnew()).toMatchObject({ kind: 'built' });
		expect(torn.deleted).toBe(1);
		expect(tab.store.status).not.toHaveProperty('problem');
		await append(other, [NEXT]);
		expect(await tables(device)).toEqual(expected([...LOG, ...LATER, NEXT]));
		const db = await openRaw(device);
		expect(device.area.get(LOCAL_KEYS.gen)).toBe((await db.meta.get('gen'))?.value);
		db.close();
	});
});
