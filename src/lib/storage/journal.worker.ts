// Runs in a worker of its own, because only there may a file be written and flushed without delay. Requests are served one after
// the other, so that lines keep their order.
import { JournalFiles, type Directory } from './journal-files.js';
import { serve, type JournalReply, type JournalRequest } from './journal-protocol.js';

const files = new JournalFiles(async () => {
	const root = await navigator.storage.getDirectory();
	// The methods that only workers have are missing from the DOM's types.
	return (await root.getDirectoryHandle('journal', { create: true })) as unknown as Directory;
});

let last: Promise<unknown> = Promise.resolve();

self.onmessage = (message: MessageEvent<{ id: number; request: JournalRequest }>) => {
	const { id, request } = message.data;
	last = last
		.then(() => serve(files, request))
		.then(
			(value): JournalReply => ({ id, ok: true, value }),
			(error: unknown): JournalReply => ({ id, ok: false, error: String(error) })
		)
		.then((reply) => self.postMessage(reply));
};
