// Banks that the learner brought in, where the browser gives no database: kept until the window is closed.
import type { BankBrief, BankHead } from '$lib/banks/catalogue';
import type { ItemRecord } from '$lib/progress/item-record';
import type { BankPart } from './banks.js';
import type { BankItemRow } from './rows.js';

interface Kept {
	readonly head: BankHead;
	readonly brief: BankBrief;
	readonly set: string;
}

/** The part of a store in memory that holds installed banks. `records` are those of all answers. */
export function banksInMemory(records: () => ReadonlyMap<string, ItemRecord>): BankPart {
	const banks = new Map<string, Kept>();
	const sets = new Map<string, BankItemRow[]>();
	const rowsOf = (bank: string) => sets.get(banks.get(bank)?.set ?? '') ?? [];

	return {
		putItems: async (rows) => {
			for (const row of rows) {
				const set = sets.get(row.set);
				if (set === undefined) sets.set(row.set, [row]);
				else set.push(row);
			}
		},
		putBank: async (head, brief, set) => {
			banks.set(head.id, { head, brief, set });
		},
		deleteBank: async (id) => {
			banks.delete(id);
		},
		looseSets: async () => {
			const used = new Set([...banks.values()].map((one) => one.set));
			return [...sets.keys()].filter((set) => !used.has(set));
		},
		deleteSet: async (set) => {
			sets.delete(set);
		},
		installedBriefs: async () => [...banks.values()].map((one) => one.brief),
		readBank: async (id, take) => {
			take(rowsOf(id).map(({ at, item }) => [at, item]));
			return banks.get(id)?.head;
		},
		installedItems: async (refs) =>
			refs.flatMap(({ bank, hash }) =>
				rowsOf(bank).flatMap(({ item }) => (item.hash === hash ? [item] : []))
			),
		itemsAt: async (bank, places) =>
			rowsOf(bank).flatMap(({ kind, n, item }) =>
				places.some((place) => place.kind === kind && place.n === n) ? [item] : []
			),
		itemsById: async (bank, ids) =>
			rowsOf(bank).flatMap(({ id, item }) => (ids.includes(id) ? [item] : [])),
		missedItems: async (bank, limit) => {
			const all = records();
			const missed = rowsOf(bank).filter(({ id }) => all.get(id)?.missed === 1);
			return missed.slice(0, limit).map((row) => row.item);
		}
	};
}
