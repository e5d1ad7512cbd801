// Version 2 of the database. Not released yet: tables and indexes of this release are added here.
import type { Transaction } from 'dexie';

/** Tables and indexes that version 1 lacks; what is not named here stays as it was. */
export const version2 = {
	version: 2,
	date: '2026-11-22',
	reason:
		'Spaced review; lists of answers and of misconceptions; banks of a hundred thousand items: drawn from by key, brought in aside until they are whole.',
	stores: {
		// The answers to one item, for a card whose answers arrived out of order; those to one cell of the confusion map, whose pairs
		// of diagnoses are the keys.
		attempts: 'id, ref.item, *pairs',
		// Derived from the log. By day for counting what is due, by place in the queue for asking it, by time for answers dated ahead.
		cards: 'item, due, [rank+due], last',
		// Derived from the log. By how often each was chosen, for those chosen most.
		misconceptions: 'text, [n+lastAttempt]',
		// Items of installed banks: drawn by place, found again by id.
		bankItems: '[set+kind+n], [set+id]',
		// Missed items of one bank: the field is only there where the last answer did not earn full points.
		items: 'item, [bank+missed]'
	},
	/** The items of each installed bank become rows, listed one by one as they were. What is derived is made anew elsewhere. */
	upgrade: async (tx: Transaction) => {
		const ids = (await tx.table('banks').toCollection().primaryKeys()) as string[];
		for (const id of ids) {
			const { items, ...head } = (await tx.table('banks').get(id)) as {
				items: readonly { readonly id: string }[];
			};
			const set = `v1-${id}`;
			const rows = items.map((item, n) => ({ set, kind: -1, n, id: item.id, at: n, item }));
			await tx.table('bankItems').bulkPut(rows);
			await tx.table('banks').put({ ...head, set });
		}
	}
} as const;
