// Banks as the app knows them before it has fetched them, and as the build compiles them.
import type { BaseItem, CjmmStep } from '$lib/items/contract';
import type { Bank } from './bank.js';

/** An item with its content hash. */
export type HashedItem = BaseItem & { readonly hash: string };

/** What sampling needs to know of an item without fetching it. */
export interface ItemBrief {
	readonly id: string;
	readonly hash: string;
	readonly type: string;
	readonly topics: readonly string[];
	readonly difficulty: BaseItem['difficulty'];
	readonly step?: CjmmStep;
}

export interface BankBrief {
	readonly id: string;
	readonly version: string;
	readonly title: string;
	readonly description: string;
	readonly items: readonly ItemBrief[];
}

export type CompiledBank = Omit<Bank, 'items'> & { readonly items: readonly HashedItem[] };

/** An item that comes with the page, and the bank it is from. */
export interface StarterItem {
	readonly bank: string;
	readonly item: HashedItem;
}
