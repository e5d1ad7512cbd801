// Banks as the app knows them before it has fetched them, and as the build compiles them.
import type { BaseItem, CjmmStep } from '$lib/items/contract';
import type { Bank } from './bank.js';
import type { CompiledItem } from './compile.js';

/** An item with its content hash. */
export type HashedItem = CompiledItem & { readonly hash: string };

/** What sampling needs to know of an item without fetching it. */
export interface ItemBrief {
	readonly id: string;
	readonly hash: string;
	readonly type: string;
	readonly topics: readonly string[];
	readonly difficulty: BaseItem['difficulty'];
	readonly step?: CjmmStep;
	/** Diagnoses that its options name; absent where none does. */
	readonly entities?: readonly string[];
	/** The case study that it is part of, and the place in it from 1. */
	readonly case?: { readonly id: string; readonly step: number };
}

/** A case study before its bank has been fetched. */
export interface CaseBrief {
	readonly id: string;
	readonly title: string;
	readonly summary: string;
}

export interface BankBrief {
	readonly id: string;
	readonly version: string;
	readonly title: string;
	readonly description: string;
	/** Items listed one by one: all of a bank of ordinary size, those of case studies always. */
	readonly items: readonly ItemBrief[];
	readonly cases: readonly CaseBrief[];
	/** The other items, counted by kind: listing a hundred thousand would make every page wait. */
	readonly kinds?: readonly ItemKind[];
}

/** Items of a bank that sampling cannot tell apart, and how many there are. */
export interface ItemKind {
	readonly topics: readonly string[];
	readonly type: string;
	readonly difficulty: BaseItem['difficulty'];
	readonly count: number;
}

/** A bank without its items. */
export type BankHead = Omit<Bank, 'items'>;

export type CompiledBank = Omit<Bank, 'items'> & { readonly items: readonly HashedItem[] };

/** An item that comes with the page, and the bank it is from. */
export interface StarterItem {
	readonly bank: string;
	readonly item: HashedItem;
}
