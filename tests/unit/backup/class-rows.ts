// A device with everything on it that is kept as rows: modules drafted, shared and taken, and the results of a class.
import { newPassMarkDraft } from '$lib/cohort/pass-mark-draft';
import { newDraft } from '$lib/modules/draft';
import { moduleId } from '$lib/modules/format';
import { receiptId } from '$lib/modules/receipt';
import type { Storage } from '$lib/storage/store';
import { digest, terms } from '../cohort/class';
import { aModule, aReceipt } from '../modules/making';
import { someBank } from './state';

export const PROBLEM = {
	code: 'receipt/none',
	happened: 'No receipt.',
	safe: 'Kept.',
	next: 'Ask.'
};

/** The module of `moduleNumber`: modules of different numbers have different ids. */
export const moduleOf = (moduleNumber: number) => aModule({ seed: moduleNumber });

/** An import of one result for each of these names. */
export function importOf(id: string, names: readonly string[], moduleNumber = 1) {
	const module = moduleId(moduleOf(moduleNumber));
	const receipts = names.map((name) => {
		const content = aReceipt({ module, learner: { name, key: aReceipt().learner.key } });
		const signed = JSON.stringify({ content, signature: content.moduleSignature });
		return { id: receiptId(content), module, import: id, received: 5, signed };
	});
	return {
		record: { id, at: 10, added: names.length, setAside: 1 },
		receipts,
		digests: receipts.map((one, at) =>
			digest(names[at] ?? '', [1, at % 2, 2], { receipt: one.id, module })
		),
		setAside: [{ id: `aside-${id}`, import: id, at: 10, source: 'x.txt', problem: PROBLEM }],
		terms: [terms({ module })],
		items: [],
		settled: []
	};
}

/** Fills a store with one row of every kind that travels, at the least. */
export async function fillRows(store: Storage): Promise<void> {
	const content = moduleOf(1);
	const id = moduleId(content);
	const module = { content, signature: aReceipt().moduleSignature };
	const { items } = await someBank('ward-one', false);
	const draft = {
		...newDraft({ id: 'draft-1', now: 1, timeZone: 'UTC', seed: 1 }),
		title: 'Week 3'
	};
	await store.shelf('moduleDrafts').put(draft);
	await store.shelf('madeModules').put({ id, at: 1, module, items, file: true, draft });
	await store
		.shelf('takenModules')
		.put({ id, at: 2, module, items, code: '', name: 'L-1', attempts: ['s'], handedIn: [] });
	await store.shelf('knownEducators').put({
		id: 'dr. ada example',
		name: 'Dr. Ada Example',
		sign: content.educator.sign,
		seal: content.educator.seal,
		since: 3
	});
	await store.shelf('passMarks').put(newPassMarkDraft('pass-1'));
	await store.results.commitImport(importOf('one', ['A', 'B', 'C']));
}
