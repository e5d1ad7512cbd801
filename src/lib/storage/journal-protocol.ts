// What the page asks of the journal's worker.
import type { JournalFile, JournalFiles } from './journal-files.js';

export type JournalRequest =
	| { readonly op: 'write'; readonly name: string; readonly text: string }
	| { readonly op: 'list' }
	| { readonly op: 'read'; readonly name: string }
	| { readonly op: 'archive'; readonly names: readonly string[] }
	| { readonly op: 'restart' }
	| { readonly op: 'keep'; readonly restore: string; readonly text: string }
	| { readonly op: 'forget'; readonly restore: string };

export type JournalReply =
	| { readonly id: number; readonly ok: true; readonly value: JournalValue }
	| { readonly id: number; readonly ok: false; readonly error: string };

export type JournalValue = undefined | string | readonly JournalFile[];

/** Does what a request asks. */
export async function serve(files: JournalFiles, request: JournalRequest): Promise<JournalValue> {
	switch (request.op) {
		case 'write':
			await files.write(request.name, request.text);
			return undefined;
		case 'list':
			return files.list();
		case 'read':
			return files.read(request.name);
		case 'archive':
			await files.archive(request.names);
			return undefined;
		case 'restart':
			await files.restart();
			return undefined;
		case 'keep':
			await files.keep(request.restore, request.text);
			return undefined;
		case 'forget':
			await files.forget(request.restore);
			return undefined;
	}
}
