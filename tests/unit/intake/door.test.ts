// The page's side of the import door, with a worker played by the same code in this thread.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { readBank } from '$lib/banks/read-bank';
import { bringBank, type WorkerLike } from '$lib/intake/door';
import type { FromWorker, ToWorker } from '$lib/intake/protocol';
import { Device } from '../storage/ground';
import { openRaw } from '../storage/rows';
import { installedBank } from '../storage/installed-bank';

afterEach(() => {
	vi.useRealTimers();
});

const CASES = readFileSync('questions/banks/case-studies/bank.json', 'utf8');
const sha256 = async (bytes: Uint8Array) =>
	new Uint8Array(createHash('sha256').update(bytes).digest());

/** A worker that says what it is told to; `told` sees each message first. */
function fakeWorker(messages: AsyncIterable<FromWorker>, told?: (message: FromWorker) => void) {
	let goOn: () => void = () => undefined;
	const worker: WorkerLike & { ended: boolean } = {
		ended: false,
		onmessage: null,
		onerror: null,
		terminate: () => (worker.ended = true),
		postMessage: (message: ToWorker) => {
			if (message.kind === 'more') return goOn();
			void (async () => {
				for await (const one of messages) {
					const answered = new Promise<void>((resolve) => (goOn = resolve));
					told?.(one);
					if (worker.ended) return;
					worker.onmessage?.({ data: one } as MessageEvent<FromWorker>);
					if (one.kind === 'counted' || one.kind === 'items') await answered;
				}
			})();
		}
	};
	return worker;
}

async function* reading(text: string): AsyncGenerator<FromWorker> {
	yield* readBank({
		text: async function* () {
			yield text;
		},
		sha256
	});
}

async function setUp(messages: AsyncIterable<FromWorker>, told?: (message: FromWorker) => void) {
	const device = new Device();
	const { store } = await device.tab();
	const worker = fakeWorker(messages, told);
	const cancel = new AbortController();
	const shares: (number | undefined)[] = [];
	const bring = () =>
		bringBank(new Blob([]), {
			worker: () => worker,
			store,
			taken: new Set(),
			onprogress: (share) => shares.push(share),
			signal: cancel.signal
		});
	const rows = async () => {
		const db = await openRaw(device);
		const count = await db.bankItems.count();
		db.close();
		return count;
	};
	return { store, worker, cancel, shares, bring, rows };
}

/** A bank of many items, so that they come in several batches. */
function large(): string {
	const bank = JSON.parse(CASES) as {
		id: string;
		items: { id: string; step?: string }[];
		cases?: unknown;
	};
	delete bank.cases;
	const items = Array.from({ length: 15 }, (_, turn) =>
		bank.items.map((item) => ({ ...item, id: `${item.id.slice(0, 70)}-${turn}` }))
	);
	return JSON.stringify({ ...bank, id: 'large', items: items.flat() });
}

describe('a bank that is brought', () => {
	it('is stored aside, handed out for a look, and is the bank of the file once installed', async () => {
		const { store, bring, worker, shares, rows } = await setUp(reading(CASES));
		const brought = await bring();
		if (brought.kind !== 'bank') throw new Error(JSON.stringify(brought));
		expect(worker.ended).toBe(true);
		expect(shares.at(-1)).toBe(1);
		expect(await store.installedBriefs()).toEqual([]);
		expect(await brought.stage.install(brought.head)).toEqual({ ok: true });
		const bank = JSON.parse(CASES) as { id: string; items: { id: string }[]; cases: unknown[] };
		const installed = await installedBank(store, bank.id);
		expect(installed).toEqual(brought.whole);
		expect(installed?.items.map((one) => one.id)).toEqual(bank.items.map((one) => one.id));
		expect(installed?.cases).toHaveLength(bank.cases.length);
		expect(installed?.items.every((one) => one.record !== undefined)).toBe(true);
		expect(await rows()).toBe(bank.items.length);
	});

	it('and cancelled after any message leaves nothing behind', async () => {
		const text = large();
		for (let after = 1; ; after += 1) {
			let told = 0;
			const ground = await setUp(reading(text), (message) => {
				told += 1;
				if (told === after && message.kind !== 'sound') ground.cancel.abort();
			});
			const brought = await ground.bring();
			if (brought.kind === 'bank') {
				expect(after).toBeGreaterThan(3);
				await brought.stage.discard();
				expect(await ground.rows()).toBe(0);
				break;
			}
			expect(brought.kind).toBe('cancelled');
			expect(ground.worker.ended).toBe(true);
			expect(await ground.rows()).toBe(0);
		}
	});

	it('and found faulty at its last item leaves nothing behind', async () => {
		const bank = JSON.parse(large()) as { items: { stem?: string }[] };
		delete bank.items.at(-1)?.stem;
		const { bring, rows } = await setUp(reading(JSON.stringify(bank)));
		expect(await bring()).toMatchObject({
			kind: 'faulty',
			faults: [{ path: `items[${bank.items.length - 1}].stem` }]
		});
		expect(await rows()).toBe(0);
	});

	it('is given up when the worker is not heard any more', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const silent = async function* (): AsyncGenerator<FromWorker> {
			await new Promise(() => undefined);
			yield { kind: 'alive' };
		};
		const device = new Device();
		const { store } = await device.tab();
		const worker = fakeWorker(silent());
		const signal = new AbortController().signal;
		const brought = bringBank(new Blob([]), {
			worker: () => worker,
			store,
			taken: new Set(),
			onprogress: () => undefined,
			signal
		});
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await brought).toMatchObject({ kind: 'faulty', faults: [{ rule: 'file.time' }] });
		expect(worker.ended).toBe(true);
	});
});
