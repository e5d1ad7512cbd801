// The key that was made in this visit: only as long as the page is open can it be written to a key file.
import type { FreshEducatorKey } from '$lib/modules/crypto/keys';

let fresh: FreshEducatorKey | undefined;

/** Holds a key that was just made until its file is saved or the page is closed. */
export function holdFreshKey(key: FreshEducatorKey | undefined): void {
	fresh = key;
}

/** The key that was just made, if its file can still be written. */
export const freshKey = (): FreshEducatorKey | undefined => fresh;
