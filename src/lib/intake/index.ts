// The import door, with its worker. Fetched when a file is brought.
import { trustedUrl } from '$lib/ui/trusted-url';
import { bringBank, type Brought, type DoorParts } from './door.js';
import workerUrl from './intake.worker.ts?worker&url';

export type { Brought } from './door.js';

/** Reads a bank file in a worker, up to the point where it could be installed. */
export function bring(file: Blob, parts: Omit<DoorParts, 'worker'>): Promise<Brought> {
	const worker = () => new Worker(trustedUrl(workerUrl), { type: 'module' });
	return bringBank(file, { ...parts, worker });
}
