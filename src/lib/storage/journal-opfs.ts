// The journal in the origin's private file system, through its worker.
import { within } from './errors.js';
import type { JournalFile } from './journal-files.js';
import type { JournalReply, JournalRequest, JournalValue } from './journal-protocol.js';

/** The part of a `Worker` that is used. */
export interface WorkerLike {
	postMessage(message: unknown): void;
	terminate(): void;
	onmessage: ((event: MessageEvent) => void) | null;
	onerror: ((event: ErrorEvent) => void) | null;
}

/** A worker that has not answered by now is taken for dead: answering must not wait for it. */
const REPLY_MS = 4000;

interface Waiting {
	readonly resolve: (value: JournalValue) => void;
	readonly reject: (error: Error) => void;
}

export class OpfsJournal {
	/** Name of this tab's file. */
	readonly name: string;
	#worker: WorkerLike;
	#waiting = new Map<number, Waiting>();
	#count = 0;

	constructor(name: string, worker: WorkerLike) {
		this.name = name;
		this.#worker = worker;
		worker.onmessage = (event: MessageEvent<JournalReply>) => this.#settle(event.data);
		worker.onerror = () => this.close('The worker of the journal failed');
	}

	async write(text: string): Promise<void> {
		await this.#ask({ op: 'write', name: this.name, text });
	}

	async list(): Promise<readonly JournalFile[]> {
		const files = await this.#ask({ op: 'list' });
		return Array.isArray(files) ? (files as readonly JournalFile[]) : [];
	}

	async read(name: string): Promise<string> {
		const text = await this.#ask({ op: 'read', name });
		return typeof text === 'string' ? text : '';
	}

	async archive(names: readonly string[]): Promise<void> {
		await this.#ask({ op: 'archive', names });
	}

	async restart(): Promise<void> {
		await this.#ask({ op: 'restart' });
	}

	async keep(restore: string, text: string): Promise<void> {
		await this.#ask({ op: 'keep', restore, text });
	}

	async forget(restore: string): Promise<void> {
		await this.#ask({ op: 'forget', restore });
	}

	/** Ends the worker; whatever waits for it is rejected. */
	close(reason: string): void {
		this.#worker.terminate();
		for (const one of this.#waiting.values()) one.reject(new Error(reason));
		this.#waiting.clear();
	}

	#ask(request: JournalRequest): Promise<JournalValue> {
		const id = (this.#count += 1);
		const answer = new Promise<JournalValue>((resolve, reject) => {
			this.#waiting.set(id, { resolve, reject });
			this.#worker.postMessage({ id, request });
		});
		return within(REPLY_MS, 'The journal', answer).finally(() => this.#waiting.delete(id));
	}

	#settle(reply: JournalReply): void {
		const waiting = this.#waiting.get(reply.id);
		if (reply.ok) waiting?.resolve(reply.value);
		else waiting?.reject(new Error(reply.error));
	}
}
