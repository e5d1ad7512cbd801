// Receipts come in through a worker, a few at a time. One that brings the worker down, or keeps it too long, is set aside, and the
// others go on.
import { attemptOfDigest } from '$lib/cohort/judge';
import { problem } from '$lib/modules/problems';
import type {
	FromReceiptWorker,
	Ground,
	Judged,
	ReceiptSource,
	ToReceiptWorker
} from './receipts-protocol.js';

/** The part of a `Worker` that is used. */
export interface ReceiptWorkerLike {
	postMessage(message: ToReceiptWorker): void;
	terminate(): void;
	onmessage: ((event: MessageEvent<FromReceiptWorker>) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

export interface ReceiptDoorParts {
	readonly worker: () => ReceiptWorkerLike;
	readonly ground: Ground;
	/** Told how many sources have been judged. */
	readonly onprogress: (done: number) => void;
	readonly signal: AbortSignal;
}

/** Sources handed over at a time: few enough that progress is seen and what comes back is copied without a stop. */
const BATCH = 10;
/** A batch that takes longer is taken apart. */
const SILENT_MS = 20_000;

/** What each source holds, in their order; undefined where the import was cancelled. */
export async function bringReceipts(
	sources: readonly ReceiptSource[],
	parts: ReceiptDoorParts
): Promise<Judged[] | undefined> {
	const door = new Door(parts);
	const all: Judged[] = [];
	try {
		for (let at = 0; at < sources.length; at += BATCH) {
			const batch = sources.slice(at, at + BATCH);
			all.push(...(await door.judge(batch)));
			if (parts.signal.aborted) return undefined;
			parts.onprogress(at + batch.length);
		}
	} finally {
		door.close();
	}
	return all;
}

class Door {
	#parts: ReceiptDoorParts;
	#worker: ReceiptWorkerLike | undefined;
	#seen: (readonly [string, string])[] = [];

	constructor(parts: ReceiptDoorParts) {
		this.#parts = parts;
	}

	/** What these hold. Where the worker fails on several, each is tried alone. */
	async judge(batch: readonly ReceiptSource[]): Promise<Judged[]> {
		const told = await this.#ask(batch);
		if (told !== undefined) return this.#note(told.flat());
		this.close();
		if (this.#parts.signal.aborted) return [];
		const [first] = batch;
		if (batch.length === 1 && first !== undefined) return [spoilt(first)];
		const alone: Judged[] = [];
		for (const one of batch) alone.push(...(await this.judge([one])));
		return alone;
	}

	close(): void {
		this.#worker?.terminate();
		this.#worker = undefined;
	}

	#note(judged: Judged[]): Judged[] {
		for (const one of judged) {
			if (one.kind === 'counts') this.#seen.push([one.digest.receipt, attemptOfDigest(one.digest)]);
		}
		return judged;
	}

	/** Asks the worker; undefined where it failed, was silent for too long, or the import was cancelled. */
	#ask(sources: readonly ReceiptSource[]): Promise<FromReceiptWorker['judged'] | undefined> {
		const { signal } = this.#parts;
		const worker = (this.#worker ??= this.#start());
		return new Promise((resolve) => {
			const end = (told?: FromReceiptWorker['judged']) => {
				clearTimeout(timer);
				signal.removeEventListener('abort', stop);
				resolve(told);
			};
			const stop = () => end();
			const timer = setTimeout(stop, SILENT_MS);
			signal.addEventListener('abort', stop);
			worker.onmessage = ({ data }) => end(data.judged);
			worker.onerror = stop;
			if (signal.aborted) stop();
			else worker.postMessage({ kind: 'sources', sources });
		});
	}

	#start(): ReceiptWorkerLike {
		const { worker: make, ground } = this.#parts;
		const worker = make();
		const seen = [...ground.seen, ...this.#seen];
		worker.postMessage({ kind: 'ground', ground: { ...ground, seen } });
		return worker;
	}
}

const spoilt = ({ name, text }: ReceiptSource): Judged => ({
	kind: 'aside',
	name,
	problem: problem('receipt/damaged', 'Reading it did not come to an end.'),
	...(text !== undefined && { text })
});
