// A module without key: its items go out as learners are shown them, each under the hash of just that, while whoever made it keeps
// the whole ones to score by.
import { sha256 } from '@noble/hashes/sha2.js';
import { canonicalJson, hashName } from '$lib/banks/canonical';
import type { HashedItem } from '$lib/banks/catalogue';
import { itemTypeOf } from '$lib/items/registry';
import { toUtf8 } from './bytes.js';
import type { Section } from './format.js';

/** The item without its key, with a content hash of its own. */
export function shownItem({ hash: _hash, ...item }: HashedItem): HashedItem {
	// Through JSON, as it will travel: what is undefined is not there.
	const shown = JSON.parse(canonicalJson(itemTypeOf(item).withoutKey(item))) as typeof item;
	return { ...shown, hash: hashName(sha256(toUtf8(canonicalJson(shown)))) };
}

/** The sections of a module with its items as they are shown; `shown` are these items, in the order of the module. */
export function shownSections(
	sections: readonly Section[],
	shown: readonly Pick<HashedItem, 'hash'>[]
): Section[] {
	let at = 0;
	return sections.map((section) => ({
		...section,
		items: section.items.map((item) => ({ ...item, hash: shown[at++]?.hash ?? item.hash }))
	}));
}
