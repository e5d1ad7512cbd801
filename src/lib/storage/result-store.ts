// Results as the pages know them: what reads, reads; what saves, says how it went.
import type { ResultStore } from '$lib/cohort/store';
import type { Saved } from '$lib/session/store';
import type { ResultPart } from './results.js';

/** The store of results over the part of a backend, which is fetched at the first call. */
export function resultStore(
	part: () => Promise<ResultPart>,
	read: <T>(work: () => Promise<T>) => Promise<T>,
	save: (work: () => Promise<void>) => Promise<Saved>
): ResultStore {
	return {
		cohorts: () => read(async () => (await part()).cohorts()),
		cohort: (module) => read(async () => (await part()).cohort(module)),
		receipt: (id) => read(async () => (await part()).receipt(id)),
		readReceipts: (module, take) => read(async () => (await part()).readReceipts(module, take)),
		digests: (module) => read(async () => (await part()).digests(module)),
		setAside: () => read(async () => (await part()).setAside()),
		imports: () => read(async () => (await part()).imports()),
		commitImport: (batch) => save(async () => (await part()).commitImport(batch)),
		undoImport: (id, now) => save(async () => (await part()).undoImport(id, now)),
		discard: (id) => save(async () => (await part()).discard(id)),
		expect: (terms, expected, now) => save(async () => (await part()).expect(terms, expected, now))
	};
}
