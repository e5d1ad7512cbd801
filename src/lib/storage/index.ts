// Everything that is kept on the device. Fetched when first needed, after the first question is on screen.
import { trustedUrl } from '$lib/ui/trusted-url';
import workerUrl from './journal.worker.ts?worker&url';
import { forgetKeys } from './forget.js';
import { localStore } from './local.js';
import { openOn, type OpenOptions } from './open.js';
import type { Storage } from './store.js';

export type { Storage } from './store.js';
export type { StorageStatus } from './status.js';
export type { Settings } from './settings.js';
export type { OpenOptions } from './open.js';
export type { BuiltAnew } from './build-anew.js';
export type { DerivedTable, Rebuilt } from './rebuild.js';
export { StorageFailure } from './errors.js';
export { isPersisted, persist } from './persistence.js';

/** Opens what is kept on this device. Never rejects: where nothing can be kept, it works from memory and says so. */
export function openStorage(options: OpenOptions): Promise<Storage> {
	return openOn(
		{
			platform: {},
			local: localStore(() => globalThis.localStorage),
			locks: globalThis.navigator?.locks,
			worker: hasPrivateFiles()
				? () => new Worker(trustedUrl(workerUrl), { type: 'module' })
				: undefined,
			channel: typeof BroadcastChannel === 'function' ? new BroadcastChannel('milium') : undefined,
			wait: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
			...(keepsTransactions() && { putAway }),
			forget: forgetKeys
		},
		options
	);
}

/**
 * Whether the browser puts a page away as it is, in the middle of a transaction: WebKit does, and until that page is shown again
 * nobody can write to what the transaction reads (WebKitGTK 2.50). The others end the transaction, or the page.
 */
function keepsTransactions(): boolean {
	return globalThis.navigator?.vendor.startsWith('Apple') ?? false;
}

function putAway(leave: () => void, back: () => void): void {
	addEventListener('pagehide', ({ persisted }) => {
		if (persisted) leave();
	});
	addEventListener('pageshow', back);
}

/** Whether the browser has a file system that is private to the origin, and workers to write to it. */
function hasPrivateFiles(): boolean {
	return typeof Worker === 'function' && typeof navigator.storage?.getDirectory === 'function';
}
