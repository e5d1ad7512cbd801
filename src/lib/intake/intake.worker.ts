// Reads files that somebody brings, in a worker without access to anything that is stored. What a file can do here ends when the
// page ends the worker.
import { readBank } from '$lib/banks/read-bank';
import { Refused, textOf } from './unpack.js';
import type { FromWorker, ToWorker } from './protocol.js';

/** How often the page hears that the work goes on. */
const ALIVE_MS = 1000;

const tell = (message: FromWorker) => self.postMessage(message);
let goOn: () => void = () => undefined;

self.onmessage = ({ data }: MessageEvent<ToWorker>) => {
	if (data.kind === 'more') goOn();
	else void serve(data.file, new Set(data.taken));
};

async function serve(file: Blob, taken: ReadonlySet<string>): Promise<void> {
	try {
		for await (const told of readBank({ text: () => alive(textOf(file)), sha256, taken })) {
			const answered = new Promise<void>((resolve) => (goOn = resolve));
			tell(told);
			if (told.kind === 'counted' || told.kind === 'items') await answered;
		}
	} catch (error) {
		// Anything else is a bug, which the page hears of as an error of the worker.
		if (!(error instanceof Refused)) {
			setTimeout(() => {
				throw error;
			});
			return;
		}
		tell({ kind: 'faulty', faults: [error.fault] });
	}
}

async function* alive(text: AsyncIterable<string>): AsyncGenerator<string> {
	let last = performance.now();
	for await (const part of text) {
		yield part;
		if (performance.now() - last < ALIVE_MS) continue;
		last = performance.now();
		tell({ kind: 'alive' });
	}
}

const sha256 = async (bytes: Uint8Array) =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
