// What a page wants to know before the database has been opened. Hints only: the database has the last word, and where the
// browser forbids them the page works without.
/** Read by `src/boot.js` too, and kept by storage as well: for whoever has chosen how questions are asked. */
const BEGUN = 'milium:begun';
/** Kept by storage: the id of the open session. */
const OPEN_SESSION = 'milium:open-session';

/** What is kept under a key, null where there is nothing or the browser forbids a look. */
export function read(key: string): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

/** Whether a quiz has been begun on this device before. */
export const hasBegun = () => read(BEGUN) !== null;

/** Notes that a quiz has been begun on this device. */
export function noteBegun(): void {
	try {
		localStorage.setItem(BEGUN, '1');
	} catch {
		// The next quiz opens like a first one; nothing else is lost.
	}
}

/** Whether a quiz is likely to be open. */
export const mayContinue = () => read(OPEN_SESSION) !== null;
