// A class from the receipts that were imported here.
import { resultsOf } from '$lib/cohort/as-results';
import type { ResultsFile } from '$lib/cohort/results';
import { readReceipt, type Receipt } from '$lib/modules/receipt';
import type { Storage } from '$lib/storage';

/** The results of a module; undefined where there are none on this device. */
export async function moduleResults(
	module: string,
	store: Storage
): Promise<ResultsFile | undefined> {
	const cohort = await store.results.cohort(module);
	if (cohort === undefined) return undefined;
	const receipts = new Map<string, Receipt>();
	await store.results.readReceipts(module, (rows) => {
		for (const { id, signed } of rows) {
			const read = readReceipt((JSON.parse(signed) as { content?: unknown }).content);
			if (read.ok) receipts.set(id, read.value);
		}
	});
	return resultsOf(cohort, receipts);
}
