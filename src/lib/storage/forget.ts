// Forgets what Milium keeps by key: in localStorage, which all windows share, and in the sessionStorage of this one.
import { LOCAL_KEYS } from './local.js';

const PREFIX = LOCAL_KEYS.gen.slice(0, LOCAL_KEYS.gen.indexOf(':') + 1);

/** Removes every key of Milium. Where the browser forbids a look there is nothing to remove. */
export function forgetKeys(): void {
	for (const find of [() => localStorage, () => sessionStorage]) {
		try {
			const area = find();
			for (const key of Object.keys(area)) if (key.startsWith(PREFIX)) area.removeItem(key);
		} catch {
			// Forbidden.
		}
	}
}
