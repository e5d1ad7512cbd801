// The one door by which files come in. Everything that looks into a file runs in a worker; the page stores what comes out where
// nobody sees it yet, shows what it is, and installs it when told to.
import type { BankHead, CompiledBank, HashedItem } from '$lib/banks/catalogue';
import type { BankStage, BankStore, StorageProblem } from '$lib/session/store';
import { fault, type Fault } from '$lib/validation/fault';
import type { FromWorker, ToWorker } from './protocol.js';

/** The part of a `Worker` that is used. */
export interface WorkerLike {
	postMessage(message: ToWorker): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<FromWorker>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

export interface DoorParts {
	readonly worker: () => WorkerLike;
	readonly store: Pick<BankStore, 'stageBank'>;
	/** Ids that a bank may not have. */
	readonly taken: ReadonlySet<string>;
	/** Told how far it is, from 0 to 1; undefined while that is not known. */
	readonly onprogress: (share: number | undefined) => void;
	/** Aborted: the import is given up, and nothing is left behind. */
	readonly signal: AbortSignal;
}

/** A worker that has not been heard for so long is taken for one that a file has brought down. */
const SILENT_MS = 10_000;
/** Banks of up to so many items are also handed out whole. */
const WHOLE_AT_MOST = 1000;

/** What a file turned out to be. */
export type Brought =
	| {
			readonly kind: 'bank';
			readonly head: BankHead;
			readonly items: number;
			/** The bank with its items, where they are not too many to look at. */
			readonly whole: CompiledBank | undefined;
			/** Stored, and seen by nobody before it is installed. */
			readonly stage: BankStage;
	  }
	| { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
	| { readonly kind: 'problem'; readonly problem: StorageProblem }
	| { readonly kind: 'cancelled' };

/** Reads a bank file up to the point where it could be installed. */
export async function bringBank(file: Blob, parts: DoorParts): Promise<Brought> {
	const { worker: make, onprogress, signal } = parts;
	const worker = make();
	const intake = new Intake(parts.store);
	let brought: Brought | undefined;
	try {
		worker.postMessage({ kind: 'bank', file, taken: [...parts.taken] });
		for await (const told of messagesOf(worker, signal)) {
			if (told.kind === 'alive') continue;
			brought = await intake.take(told);
			onprogress(intake.share);
			if (brought !== undefined) break;
			worker.postMessage({ kind: 'more' });
		}
	} finally {
		worker.terminate();
		if (brought?.kind !== 'bank') await intake.discard();
	}
	return brought ?? { kind: 'cancelled' };
}

/** Stores what a worker tells of a bank, where nobody sees it yet. */
class Intake {
	#store: DoorParts['store'];
	#stage: BankStage | undefined;
	#total = 0;
	#read = 0;
	#whole: HashedItem[] = [];

	constructor(store: DoorParts['store']) {
		this.#store = store;
	}

	get share(): number | undefined {
		return this.#total === 0 ? undefined : this.#read / this.#total;
	}

	/** What the file is, once that is known. */
	async take(told: Exclude<FromWorker, { kind: 'alive' }>): Promise<Brought | undefined> {
		switch (told.kind) {
			case 'counted':
				this.#total = told.items;
				this.#stage = this.#store.stageBank(told.items);
				return undefined;
			case 'items':
				return this.#items(told);
			case 'sound':
				return this.#sound(told.head);
			case 'faulty':
				return told;
		}
	}

	async discard(): Promise<void> {
		// What cannot be deleted now is tidied away later.
		await this.#stage?.discard().catch(() => undefined);
	}

	async #items({ items, read }: Extract<FromWorker, { kind: 'items' }>) {
		this.#read = read;
		if (items.length === 0 || this.#stage === undefined) return undefined;
		if (this.#total <= WHOLE_AT_MOST) for (const [at, item] of items) this.#whole[at] = item;
		const saved = await this.#stage.add(items);
		return saved.ok ? undefined : { kind: 'problem' as const, problem: saved.problem };
	}

	#sound(head: BankHead): Brought | undefined {
		if (this.#stage === undefined) return undefined;
		const whole = this.#total <= WHOLE_AT_MOST ? { ...head, items: this.#whole } : undefined;
		return { kind: 'bank', head, items: this.#total, whole, stage: this.#stage };
	}
}

/** What a worker tells, until it is done, the signal is given, or it is not heard any more. */
async function* messagesOf(worker: WorkerLike, signal: AbortSignal): AsyncGenerator<FromWorker> {
	const waiting: FromWorker[] = [];
	let failure: Error | undefined;
	let wake: () => void = () => undefined;
	worker.onmessage = ({ data }) => {
		waiting.push(data);
		wake();
	};
	worker.onerror = (event) => {
		failure = new Error(`The import failed: ${event.message}`);
		wake();
	};
	signal.addEventListener('abort', () => wake());
	while (!signal.aborted) {
		const next = waiting.shift();
		if (next !== undefined) {
			yield next;
			continue;
		}
		if (failure !== undefined) throw failure;
		const timer = setTimeout(() => {
			waiting.push({ kind: 'faulty', faults: [tooLong()] });
			wake();
		}, SILENT_MS);
		await new Promise<void>((resolve) => (wake = resolve));
		clearTimeout(timer);
	}
}

const tooLong = (): Fault => ({
	...fault([], undefined, 'a file that can be read in that time', 'file.time'),
	value: `no end after ${SILENT_MS / 1000} seconds`
});
