// Making and reading backups from the page: what is heavy runs in a worker that the page can end.
import type { Chunk, Refusal } from './format.js';
import type { FromWorker, ToWorker } from './protocol.js';
import type { BackupStore } from './store.js';

/** The part of a `Worker` that is used. */
export interface WorkerLike {
	postMessage(message: ToWorker): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

/** A worker that has not been heard for so long is taken for one that a file has brought down. */
const SILENT_MS = 10_000;
/** Encrypting and decrypting run a passphrase through many rounds, in which nothing is heard. */
const SEALED_SILENT_MS = 60_000;

/** Nothing was heard of the worker for too long. */
export class Silent extends Error {
	override readonly name = 'Silent';
}

export interface Options {
	/** Told how far it is, from 0 to 1. */
	readonly onprogress?: (share: number) => void;
	readonly signal?: AbortSignal;
	readonly passphrase?: string | undefined;
}

/** Makes a backup file of everything that is stored. `at`: when, ms since 1970. */
export async function makeWith(
	worker: WorkerLike,
	store: Pick<BackupStore, 'lines' | 'count'>,
	at: number,
	{ onprogress, signal, passphrase }: Options = {}
): Promise<Blob> {
	const talk = new Talk(worker);
	try {
		const total = await store.count();
		let done = 0;
		await talk.ask({ kind: 'make', at: new Date(at).toISOString() });
		for await (const lines of store.lines()) {
			signal?.throwIfAborted();
			await talk.ask({ kind: 'lines', lines });
			done += lines.length;
			onprogress?.(Math.min(1, done / Math.max(1, total)));
		}
		const made = await talk.ask({ kind: 'end', passphrase }, SEALED_SILENT_MS);
		if (made.kind !== 'made') throw new Error(`The worker answered ${made.kind}`);
		return made.file;
	} finally {
		talk.end();
	}
}

/** How reading a backup ended. */
export type Ended =
	| { readonly kind: 'read'; readonly at: string; readonly left: number }
	| { readonly kind: 'refused'; readonly refusal: Refusal };

/** Reads a backup, part by part; `take` says whether to go on. */
export async function readWith(
	worker: WorkerLike,
	file: Blob,
	take: (chunk: Chunk) => Promise<void>,
	{ signal, passphrase }: Options = {}
): Promise<Ended> {
	const talk = new Talk(worker);
	let at = '';
	try {
		const silent = passphrase === undefined ? SILENT_MS : SEALED_SILENT_MS;
		let told = await talk.ask({ kind: 'read', file, passphrase }, silent);
		for (;;) {
			signal?.throwIfAborted();
			if (told.kind === 'refused') return told;
			if (told.kind === 'done') return { kind: 'read', at, left: told.left };
			if (told.kind === 'begins') {
				({ at } = told);
				told = await talk.next();
			} else if (told.kind === 'chunk') {
				await take(told.chunk);
				told = await talk.ask({ kind: 'more' });
			} else throw new Error(`The worker answered ${told.kind}`);
		}
	} catch (error) {
		if (!(error instanceof Silent)) throw error;
		const says = 'The file takes too long to read. It is damaged, or made to do harm.';
		return { kind: 'refused', refusal: { code: 'time', says } };
	} finally {
		talk.end();
	}
}

/** Keeps a file in the private file system. */
export async function storeWith(worker: WorkerLike, name: string, file: Blob): Promise<void> {
	const talk = new Talk(worker);
	try {
		await talk.ask({ kind: 'store', name, file }, SEALED_SILENT_MS);
	} finally {
		talk.end();
	}
}

/** A conversation with a worker: what it tells, in order. */
class Talk {
	#worker: WorkerLike;
	#told: FromWorker[] = [];
	#failure: Error | undefined;
	#wake: () => void = () => undefined;

	constructor(worker: WorkerLike) {
		this.#worker = worker;
		worker.onmessage = ({ data }) => {
			this.#told.push(data);
			this.#wake();
		};
		worker.onerror = (event) => {
			this.#failure = new Error(`The worker failed: ${event.message}`);
			this.#wake();
		};
	}

	ask(message: ToWorker, silentMs = SILENT_MS): Promise<FromWorker> {
		this.#worker.postMessage(message);
		return this.next(silentMs);
	}

	async next(silentMs = SILENT_MS): Promise<FromWorker> {
		for (;;) {
			const told = this.#told.shift();
			if (told !== undefined) return told;
			if (this.#failure !== undefined) throw this.#failure;
			await new Promise<void>((resolve, reject) => {
				const timer = setTimeout(() => reject(new Silent('The worker is silent')), silentMs);
				this.#wake = () => {
					clearTimeout(timer);
					resolve();
				};
			});
		}
	}

	end(): void {
		this.#worker.terminate();
	}
}
