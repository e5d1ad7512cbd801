// The door for receipts, with its worker. Fetched when receipts are brought.
import { trustedUrl } from '$lib/ui/trusted-url';
import { bringReceipts, type ReceiptDoorParts } from './receipts-door.js';
import type { Judged, ReceiptSource } from './receipts-protocol.js';
import workerUrl from './receipts.worker.ts?worker&url';

export type { Ground, Judged, ReceiptSource } from './receipts-protocol.js';

/** Opens and judges receipts in a worker; undefined where that was cancelled. */
export function bringAll(
	sources: readonly ReceiptSource[],
	parts: Omit<ReceiptDoorParts, 'worker'>
): Promise<Judged[] | undefined> {
	const worker = () => new Worker(trustedUrl(workerUrl), { type: 'module' });
	return bringReceipts(sources, { ...parts, worker });
}
