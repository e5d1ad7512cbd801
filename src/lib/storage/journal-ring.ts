// The journal where there is no private file system: the latest events in localStorage, one entry an event, keyed by its id.
// All tabs share the ring; ids are unique and sort by time, so that they need not know of one another.
import { LOCAL_KEYS, type LocalStore } from './local.js';

/** About 200 answers with the drafts and moves between them. */
const MOST_ENTRIES = 600;
/** Of the 5 million characters that browsers allow. */
const MOST_CHARACTERS = 1_500_000;

export class JournalRing {
	#local: LocalStore;
	#sizes: Map<string, number> | undefined;
	#total = 0;

	constructor(local: LocalStore) {
		this.#local = local;
	}

	/** Whether anything can be kept here at all. */
	works(): boolean {
		const probe = `${LOCAL_KEYS.journal}probe`;
		const kept = this.#local.set(probe, '');
		this.#local.remove(probe);
		return kept;
	}

	/** Keeps the lines of an event; false where nothing can be kept. */
	write(id: string, text: string): boolean {
		const sizes = (this.#sizes ??= this.#load());
		const key = LOCAL_KEYS.journal + id;
		if (!this.#local.set(key, text)) {
			this.#trim(sizes, sizes.size / 2, this.#total / 2);
			if (!this.#local.set(key, text)) return false;
		}
		this.#total += text.length - (sizes.get(key) ?? 0);
		sizes.set(key, text.length);
		this.#trim(sizes, MOST_ENTRIES, MOST_CHARACTERS);
		return true;
	}

	/** Everything that the ring holds. */
	read(): string {
		return this.#local
			.keys(LOCAL_KEYS.journal)
			.sort()
			.map((key) => this.#local.get(key) ?? '')
			.join('\n');
	}

	#load(): Map<string, number> {
		const keys = this.#local.keys(LOCAL_KEYS.journal).sort();
		const sizes = new Map(keys.map((key) => [key, this.#local.get(key)?.length ?? 0]));
		for (const size of sizes.values()) this.#total += size;
		return sizes;
	}

	#trim(sizes: Map<string, number>, entries: number, characters: number): void {
		for (const [key, size] of sizes) {
			if (sizes.size <= entries && this.#total <= characters) return;
			this.#local.remove(key);
			sizes.delete(key);
			this.#total -= size;
		}
	}
}
