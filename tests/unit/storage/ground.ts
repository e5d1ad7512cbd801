// A ground to open the store on without a browser: IndexedDB in memory, localStorage as a map, the private file system and its
// worker played by objects, Web Locks by a queue. Each can be broken on purpose.
import type { Dexie } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { MiliumDatabase } from '$lib/storage/database';
import { JournalFiles, type Directory, type FileHandle } from '$lib/storage/journal-files';
import type { WorkerLike } from '$lib/storage/journal-opfs';
import { serve, type JournalRequest } from '$lib/storage/journal-protocol';
import { localStore, type LocalStore } from '$lib/storage/local';
import { openOn, type Ground } from '$lib/storage/open';
import type { Storage } from '$lib/storage/store';

/** A device: what stays when a tab is closed. */
export class Device {
	indexedDB = new IDBFactory();
	readonly area = new Map<string, string>();
	readonly files = new Map<string, { bytes: Uint8Array; held: boolean; modified: number }>();
	readonly locks = new FakeLocks();
	readonly #channels = new FakeChannels();
	/** False: no private file system, so that the journal goes to localStorage. */
	privateFiles = true;
	/** False: localStorage throws, as where cookies are blocked. */
	localAllowed = true;
	/** Runs on every database instance before it opens. */
	prepare: ((db: Dexie) => void) | undefined;
	/** Set: every request to the journal's worker fails. */
	journalBroken = false;
	/** Waits between tries that were asked for; they pass at once. */
	readonly waits: number[] = [];
	clock = Date.UTC(2026, 10, 21, 12);
	#seed = 1;
	#tabs = 0;

	readonly now = () => (this.clock += 1);
	readonly random = (length: number) =>
		Uint8Array.from({ length }, () => (this.#seed = (this.#seed * 48271) % 0x7fffffff) & 0xff);

	/** The browser deletes the database without a word, as Chromium does with a corrupt one. */
	loseDatabase(): void {
		this.indexedDB = new IDBFactory();
	}

	/** A message from a tab that is not played here. */
	tell(message: unknown): void {
		this.#channels.join().postMessage(message);
	}

	/** Opens the store in a new tab. */
	async tab(): Promise<Tab> {
		this.#tabs += 1;
		const owner = `tab${this.#tabs}`;
		let db: MiliumDatabase | undefined;
		let [leave, back] = [() => {}, () => {}];
		const worker = new FakeWorker(this);
		const ground: Ground = {
			platform: {
				indexedDB: this.indexedDB,
				IDBKeyRange,
				prepare: (made) => {
					db = made as MiliumDatabase;
					this.prepare?.(made);
				}
			},
			local: this.#local(),
			locks: this.locks.as(owner),
			worker: this.privateFiles ? () => worker : undefined,
			channel: this.#channels.join(),
			wait: async (ms) => {
				this.waits.push(ms);
			},
			putAway: (...told) => ([leave, back] = told),
			forget: () => {
				for (const key of [...this.area.keys()])
					if (key.startsWith('milium:')) this.area.delete(key);
			}
		};
		const store = await openOn(ground, { now: this.now, random: this.random, tabId: owner });
		return {
			store,
			get db() {
				if (db === undefined) throw new Error('No database was made');
				return db;
			},
			leave: () => leave(),
			back: () => back(),
			close: () => {
				db?.close({ disableAutoOpen: true });
				worker.terminate();
				this.locks.release(owner);
			}
		};
	}

	#local(): LocalStore {
		const { area } = this;
		const facade = new Proxy({} as globalThis.Storage, {
			get: (_, key) => {
				if (key === 'getItem') return (name: string) => area.get(name) ?? null;
				if (key === 'setItem') return (name: string, value: string) => area.set(name, value);
				if (key === 'removeItem') return (name: string) => area.delete(name);
				return undefined;
			},
			ownKeys: () => [...area.keys()],
			getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true })
		});
		return localStore(() => {
			if (!this.localAllowed) throw new DOMException('Blocked', 'SecurityError');
			return facade;
		});
	}
}

export interface Tab {
	readonly store: Storage;
	readonly db: MiliumDatabase;
	/** The browser puts the page away, to show it again perhaps. */
	leave(): void;
	back(): void;
	close(): void;
}

class FakeWorker implements WorkerLike {
	onmessage: ((event: MessageEvent) => void) | null = null;
	onerror: ((event: ErrorEvent) => void) | null = null;
	#device: Device;
	#held = new Set<string>();
	#files: JournalFiles;
	#last: Promise<unknown> = Promise.resolve();
	#ended = false;

	constructor(device: Device) {
		this.#device = device;
		this.#files = new JournalFiles(async () => this.#directory());
	}

	postMessage(message: unknown): void {
		const { id, request } = message as { id: number; request: JournalRequest };
		this.#last = this.#last
			.then(() => {
				if (this.#device.journalBroken) throw new Error('The disk is broken');
				return serve(this.#files, request);
			})
			.then(
				(value) => ({ id, ok: true, value }),
				(error: unknown) => ({ id, ok: false, error: String(error) })
			)
			.then((data) => {
				if (!this.#ended) this.onmessage?.({ data } as MessageEvent);
			});
	}

	terminate(): void {
		this.#ended = true;
		for (const name of this.#held) {
			const file = this.#device.files.get(name);
			if (file !== undefined) file.held = false;
		}
		this.#held.clear();
	}

	#directory(): Directory {
		const { files } = this.#device;
		return {
			getFileHandle: async (name, options) => {
				if (!files.has(name)) {
					if (options?.create !== true) throw new DOMException(name, 'NotFoundError');
					files.set(name, { bytes: new Uint8Array(), held: false, modified: this.#device.now() });
				}
				return this.#handle(name);
			},
			removeEntry: async (name) => {
				if (files.get(name)?.held === true)
					throw new DOMException(name, 'NoModificationAllowedError');
				files.delete(name);
			},
			async *keys() {
				yield* [...files.keys()];
			}
		};
	}

	#handle(name: string): FileHandle {
		const find = () => {
			const file = this.#device.files.get(name);
			if (file === undefined) throw new DOMException(name, 'NotFoundError');
			return file;
		};
		return {
			getFile: async () => {
				const { bytes, modified } = find();
				const text = async () => new TextDecoder().decode(bytes);
				return { size: bytes.length, lastModified: modified, text };
			},
			createSyncAccessHandle: async () => {
				const file = find();
				if (file.held) throw new DOMException(name, 'NoModificationAllowedError');
				file.held = true;
				this.#held.add(name);
				return {
					getSize: () => file.bytes.length,
					read: (into, { at }) => {
						into.set(file.bytes.subarray(at, at + into.length));
						return Math.min(into.length, file.bytes.length - at);
					},
					write: (from, { at }) => {
						const bytes = new Uint8Array(Math.max(file.bytes.length, at + from.length));
						bytes.set(file.bytes);
						bytes.set(from, at);
						file.bytes = bytes;
						file.modified = this.#device.now();
						return from.length;
					},
					flush: () => undefined,
					close: () => {
						file.held = false;
						this.#held.delete(name);
					}
				};
			}
		};
	}
}

/** A channel between tabs that hands messages on at once. */
class FakeChannels {
	#all: EventTarget[] = [];

	join(): BroadcastChannel {
		const own = new EventTarget();
		this.#all.push(own);
		const postMessage = (data: unknown) => {
			for (const one of this.#all) {
				if (one !== own) one.dispatchEvent(new MessageEvent('message', { data }));
			}
		};
		return Object.assign(own, { postMessage }) as unknown as BroadcastChannel;
	}
}

/** Web Locks within one process; a lock goes with its owner. */
class FakeLocks {
	#held = new Map<string, string>();
	#free: (() => void)[] = [];

	as(owner: string): LockManager {
		const request = async (
			name: string,
			options: LockOptions | LockGrantedCallback<unknown>,
			callback?: LockGrantedCallback<unknown>
		) => {
			const work = typeof options === 'function' ? options : callback;
			if (work === undefined) throw new TypeError('No callback');
			const ifAvailable = typeof options === 'object' && options.ifAvailable === true;
			if (ifAvailable && this.#held.has(name)) return work(null);
			while (this.#held.has(name)) await new Promise<void>((free) => this.#free.push(free));
			this.#held.set(name, owner);
			try {
				return await work({ name, mode: 'exclusive' });
			} finally {
				this.#drop(name);
			}
		};
		const query = async () => ({
			held: [...this.#held.keys()].map((name) => ({ name, mode: 'exclusive' as const })),
			pending: []
		});
		return { request, query } as unknown as LockManager;
	}

	release(owner: string): void {
		for (const [name, holder] of [...this.#held]) if (holder === owner) this.#drop(name);
	}

	#drop(name: string): void {
		this.#held.delete(name);
		for (const free of this.#free.splice(0)) free();
	}
}

/** Where things are kept: in the database, and in memory where the browser lets nothing be kept. */
export const DEVICES = [
	{ name: 'database', make: () => new Device() },
	{
		name: 'memory',
		make: () => {
			const device = new Device();
			device.prepare = () => {
				throw new DOMException('blocked', 'SecurityError');
			};
			return device;
		}
	}
];
