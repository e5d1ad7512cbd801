// The page's end of the worker that looks into a class. Fetched when a class is opened.
import { trustedUrl } from '$lib/ui/trusted-url';
import type { FromClassWorker, ToClassWorker } from './class-protocol.js';
import workerUrl from './class.worker.ts?worker&url';

export type { ClassHead, ClassTotal, Scored } from './class-protocol.js';

interface Waiting {
	resolve(answer: FromClassWorker): void;
	reject(error: Error): void;
}

/** Asks the worker, one thing at a time. */
export class ClassWorker {
	#worker = new Worker(trustedUrl(workerUrl), { type: 'module' });
	#waiting: Waiting[] = [];

	constructor() {
		this.#worker.onmessage = ({ data }: MessageEvent<FromClassWorker>) =>
			this.#waiting.shift()?.resolve(data);
		this.#worker.onerror = (event) => this.#fail(new Error(`The worker failed: ${event.message}`));
	}

	/** The answer to a question. Rejects when the worker breaks down, or is closed first. */
	ask(question: ToClassWorker): Promise<FromClassWorker> {
		return new Promise((resolve, reject) => {
			this.#waiting.push({ resolve, reject });
			this.#worker.postMessage(question);
		});
	}

	close(): void {
		this.#worker.terminate();
		this.#fail(new Error('The worker was closed'));
	}

	#fail(error: Error): void {
		for (const one of this.#waiting.splice(0)) one.reject(error);
	}
}
