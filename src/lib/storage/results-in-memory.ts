// Results where the browser gives no database: kept until the window is closed.
import type { HashedItem } from '$lib/banks/catalogue';
import type { Digest } from '$lib/cohort/digest';
import type { SetAside } from '$lib/cohort/set-aside';
import type { CohortRow, ImportRow, ReceiptRow } from '$lib/cohort/store';
import { summarise } from '$lib/cohort/summary';
import type { ResultPart } from './results.js';
import type { RowsInMemory } from './shelves.js';

/** The tables of results, and the key of each. */
export const RESULT_KEYS = {
	receipts: 'id',
	digests: 'receipt',
	cohorts: 'module',
	setAside: 'id',
	imports: 'id'
} as const;

/** Adds the tables of results where they are missing. */
export function addResultTables(tables: RowsInMemory): void {
	for (const name of Object.keys(RESULT_KEYS)) if (!tables.has(name)) tables.set(name, new Map());
}

/** The part of a store in memory that holds results, in `tables`. `keep` takes the items of the modules. */
export function resultsInMemory(
	tables: RowsInMemory,
	keep: (items: readonly HashedItem[]) => void
): ResultPart {
	addResultTables(tables);
	const receipts = tables.get('receipts') as Map<string, ReceiptRow>;
	const digests = tables.get('digests') as Map<string, Digest>;
	const cohorts = tables.get('cohorts') as Map<string, CohortRow>;
	const aside = tables.get('setAside') as Map<string, SetAside>;
	const imports = tables.get('imports') as Map<string, ImportRow>;
	const digestsOf = (module: string) =>
		[...digests.values()].filter((one) => one.module === module);
	const derive = (terms: CohortRow['terms'], changed: number) => {
		const { module } = terms;
		const own = digestsOf(module);
		const expected = cohorts.get(module)?.expected ?? [];
		if (own.length === 0 && expected.length === 0) cohorts.delete(module);
		else cohorts.set(module, { module, terms, summary: summarise(terms, own), expected, changed });
	};

	return {
		cohorts: async () => [...cohorts.values()].sort((a, b) => b.changed - a.changed),
		cohort: async (module) => cohorts.get(module),
		receipt: async (id) => receipts.get(id),
		readReceipts: async (module, take) => {
			take([...receipts.values()].filter((one) => one.module === module));
		},
		digests: async (module) => digestsOf(module),
		setAside: async () => [...aside.values()].sort((a, b) => b.at - a.at),
		imports: async () => [...imports.values()].sort((a, b) => b.at - a.at),
		commitImport: async (batch) => {
			keep(batch.items);
			const settled = batch.settled.flatMap((id) => aside.get(id) ?? []);
			imports.set(batch.record.id, { ...batch.record, settled });
			for (const one of batch.receipts) receipts.set(one.id, one);
			for (const one of batch.digests) digests.set(one.receipt, one);
			for (const id of batch.settled) aside.delete(id);
			for (const one of batch.setAside) aside.set(one.id, one);
			for (const terms of batch.terms) derive(terms, batch.record.at);
		},
		undoImport: async (id, now) => {
			const gone = [...receipts.values()].filter((one) => one.import === id);
			for (const one of gone) {
				receipts.delete(one.id);
				digests.delete(one.id);
			}
			for (const one of [...aside.values()]) if (one.import === id) aside.delete(one.id);
			for (const one of imports.get(id)?.settled ?? []) aside.set(one.id, one);
			imports.delete(id);
			for (const module of new Set(gone.map((one) => one.module))) {
				const row = cohorts.get(module);
				if (row !== undefined) derive(row.terms, now);
			}
		},
		discard: async (id) => {
			aside.delete(id);
		},
		expect: async (terms, expected, now) => {
			const { module } = terms;
			const summary = cohorts.get(module)?.summary ?? summarise(terms, []);
			cohorts.set(module, { module, terms, summary, expected, changed: now });
		}
	};
}
