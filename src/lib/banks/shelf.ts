// Where each item of an installed bank stands, so that a question can be drawn from a hundred thousand without looking at the
// others: items of one kind are numbered from 0, and a kind and a number name one item.
import { headBrief, itemBrief } from './brief.js';
import type { BankBrief, BankHead, HashedItem, ItemBrief, ItemKind } from './catalogue.js';

/** Banks of up to so many items are listed one by one. */
export const LISTED_AT_MOST = 500;
/** Kind of the items that are listed one by one. */
export const LISTED = -1;

/** Names one item of a bank. */
export interface Place {
	/** Index of the kind in the brief, or `LISTED`. */
	readonly kind: number;
	/** Number within the kind, from 0. */
	readonly n: number;
}

/** Gives each item its place, in the order they come. `total`: how many there will be. */
export class Shelf {
	#listed: ItemBrief[] = [];
	#kinds = new Map<string, { index: number; kind: ItemKind; count: number }>();
	#byKind: boolean;

	constructor(total: number) {
		this.#byKind = total > LISTED_AT_MOST;
	}

	place(item: HashedItem): Place {
		// The items of a case study are asked together, so each has to be known.
		if (!this.#byKind || item.unfolding !== undefined) {
			this.#listed.push(itemBrief(item));
			return { kind: LISTED, n: this.#listed.length - 1 };
		}
		const { topics, type, difficulty } = item;
		const key = [type, difficulty, ...topics].join('/');
		let entry = this.#kinds.get(key);
		if (entry === undefined) {
			entry = {
				index: this.#kinds.size,
				kind: { topics, type, difficulty, count: 0 },
				count: 0
			};
			this.#kinds.set(key, entry);
		}
		entry.count += 1;
		return { kind: entry.index, n: entry.count - 1 };
	}

	/** The bank in brief, once every item has its place. */
	brief(head: BankHead): BankBrief {
		const kinds = [...this.#kinds.values()].map(({ kind, count }) => ({ ...kind, count }));
		return { ...headBrief(head), items: this.#listed, ...(kinds.length > 0 && { kinds }) };
	}
}
