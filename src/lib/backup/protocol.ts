// What the page and the worker of backups say to one another. After every `ready`, `chunk` and `packed` the worker waits, so
// that no more is under way than can be dealt with.
import type { Line, Reading } from './format.js';

export type ToWorker =
	/** Packs a backup: lines follow. */
	| { readonly kind: 'make'; readonly at: string }
	| { readonly kind: 'lines'; readonly lines: readonly Line[] }
	/** Ends it; with a passphrase it is encrypted. */
	| { readonly kind: 'end'; readonly passphrase: string | undefined }
	| { readonly kind: 'read'; readonly file: Blob; readonly passphrase: string | undefined }
	/** Keeps a file in the private file system. */
	| { readonly kind: 'store'; readonly name: string; readonly file: Blob }
	/** What was told has been dealt with. */
	| { readonly kind: 'more' };

export type FromWorker =
	/** Takes the next lines. */
	{ readonly kind: 'ready' } | { readonly kind: 'made'; readonly file: Blob } | Reading;
