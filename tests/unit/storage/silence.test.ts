// A database that goes on answering is waited for, however slow it is; one that says nothing more is given up.
import { IDBKeyRange } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '$lib/storage/connection';
import { MiliumDatabase } from '$lib/storage/database';
import { within } from '$lib/storage/silence';
import { Device } from './ground';

const never = () => new Promise<never>(() => undefined);
const after = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A second goes by, in which the database does what it can. */
async function second(): Promise<void> {
	await vi.advanceTimersByTimeAsync(1000);
	for (let turn = 0; turn < 50; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
	vi.useRealTimers();
});

describe('a connection', () => {
	const connect = (onretry: (error: unknown) => void = () => undefined) => {
		const device = new Device();
		return new Connection({
			make: () => new MiliumDatabase({ indexedDB: device.indexedDB, IDBKeyRange }),
			admit: async () => 'gen',
			onnewer: () => undefined,
			onretry,
			wait: after
		});
	};

	it('waits for work that takes a minute, as long as requests are answered', async () => {
		let [asked, ended] = [0, ''];
		const connection = connect();
		await connection.open();
		const work = connection.run(async (db) => {
			for (; asked < 12; asked += 1) {
				await after(5000);
				await db.meta.get('gen');
			}
		});
		work.then(
			() => (ended = 'done'),
			(error: unknown) => (ended = String(error))
		);
		while (ended === '') await second();
		expect([asked, ended]).toEqual([12, 'done']);
	});

	it('tries once more what was not answered, and has told of it', async () => {
		const told: string[] = [];
		const connection = connect((error) => told.push(String(error)));
		await connection.open();
		let [tries, ended] = [0, ''];
		connection
			.run(async (db) => {
				tries += 1;
				await db.meta.get('gen');
				// A disk that is busy for half a minute.
				await (tries === 1 ? never() : after(30_000));
			})
			.then(() => (ended = 'done'), String);
		for (let seconds = 0; seconds < 10; seconds += 1) await second();
		expect([tries, told.length, ended]).toEqual([2, 1, '']);
		for (let seconds = 0; seconds < 30; seconds += 1) await second();
		expect([tries, told.length, ended]).toEqual([2, 1, 'done']);
	});

	it('gives up what is answered no more', async () => {
		const connection = connect();
		await connection.open();
		let ended = '';
		connection
			.run(async (db) => {
				await db.meta.get('gen');
				await never();
			})
			.catch((error: unknown) => (ended = String(error)));
		for (let seconds = 0; seconds < 64; seconds += 1) await second();
		expect(ended).toMatch(/TimedOut: The database did not answer within 40000 ms/);
	});
});

describe('silence', () => {
	it('is not counted while the page itself stood still', async () => {
		let ended = '';
		within(8000, 'It', never()).catch(() => (ended = 'given up'));
		// Asleep for an hour: one timer is late, the others were never set.
		await vi.advanceTimersToNextTimerAsync();
		vi.setSystemTime(Date.now() + 3_600_000);
		await vi.advanceTimersToNextTimerAsync();
		expect(ended).toBe('');
		await vi.advanceTimersByTimeAsync(6000);
		expect(ended).toBe('given up');
	});

	it('hands over what came, and why it failed', async () => {
		expect(await within(8000, 'It', Promise.resolve(7))).toBe(7);
		await expect(within(8000, 'It', Promise.reject(new Error('full')))).rejects.toThrow('full');
		expect(vi.getTimerCount()).toBe(0);
	});
});
