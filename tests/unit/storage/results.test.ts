// Imports of receipts: all or nothing, undone as a whole, the summary always that of the receipts that are there.
import { describe, expect, it } from 'vitest';
import type { ImportBatch } from '$lib/cohort/store';
import { summarise } from '$lib/cohort/summary';
import { digest, terms } from '../cohort/class';
import { Device, DEVICES } from './ground';

const NONE = { code: 'receipt/none', happened: 'No receipt.', safe: 'Kept.', next: 'Ask.' };

/** An import of one receipt for each of these learners, and one thing set aside. */
function batch(id: string, at: number, learners: readonly string[]): ImportBatch {
	const digests = learners.map((learner) => digest(learner, [1, 0, 2]));
	return {
		record: { id, at, added: learners.length, setAside: 1 },
		receipts: digests.map(({ receipt, module }) => ({
			id: receipt,
			module,
			import: id,
			received: at,
			signed: `signed ${receipt}`
		})),
		digests,
		setAside: [{ id: `aside-${id}`, import: id, at, source: 'x.txt', problem: NONE }],
		terms: [terms()],
		items: [],
		settled: []
	};
}

describe.each(DEVICES)('results: $name', ({ name, make }) => {
	it('keep an import with its summary, and take it back', async () => {
		const { store } = await make().tab();
		expect(store.status.mode).toBe(name);
		const { results } = store;
		const [first, second] = [batch('one', 10, ['a', 'b']), batch('two', 20, ['c'])];
		expect(await results.commitImport(first)).toEqual({ ok: true });
		expect(await results.commitImport(second)).toEqual({ ok: true });
		const all = await results.cohort('module-1');
		expect(all?.summary).toEqual(summarise(terms(), [...first.digests, ...second.digests]));
		expect(await results.digests('module-1')).toHaveLength(3);
		expect((await results.imports()).map((one) => one.id)).toEqual(['two', 'one']);
		expect(await results.receipt(first.receipts[0]?.id ?? '')).toEqual(first.receipts[0]);

		expect(await results.undoImport('one', 30)).toEqual({ ok: true });
		expect((await results.cohort('module-1'))?.summary).toEqual(summarise(terms(), second.digests));
		expect((await results.setAside()).map((one) => one.id)).toEqual(['aside-two']);
		expect(await results.undoImport('two', 40)).toEqual({ ok: true });
		expect(await results.cohorts()).toEqual([]);
		expect(await results.setAside()).toEqual([]);
		expect(await results.imports()).toEqual([]);
	});

	it('keep the names expected when the receipts go', async () => {
		const { results } = (await make().tab()).store;
		await results.expect(terms(), ['A', 'B'], 5);
		await results.commitImport(batch('one', 10, ['a']));
		await results.undoImport('one', 30);
		const [row] = await results.cohorts();
		expect(row).toMatchObject({ expected: ['A', 'B'], changed: 30 });
		expect(row?.summary.receipts).toBe(0);
	});

	it('settle what was set aside before', async () => {
		const { results } = (await make().tab()).store;
		await results.commitImport(batch('one', 10, ['a']));
		await results.commitImport({ ...batch('two', 20, ['b']), settled: ['aside-one'] });
		expect((await results.setAside()).map((one) => one.id)).toEqual(['aside-two']);
		// Taking the second import back brings back what it had settled.
		await results.undoImport('two', 30);
		expect((await results.setAside()).map((one) => one.id)).toEqual(['aside-one']);
		await results.discard('aside-one');
		expect(await results.setAside()).toEqual([]);
	});

	it('hand out all receipts of a module', async () => {
		const { results } = (await make().tab()).store;
		const many = Array.from({ length: 95 }, (_, at) => `learner-${at}`);
		await results.commitImport(batch('one', 10, many));
		const seen: string[] = [];
		await results.readReceipts('module-1', (rows) => seen.push(...rows.map((row) => row.id)));
		expect(new Set(seen).size).toBe(95);
	});
});

it('store nothing of an import that fails in its midst', async () => {
	const device = new Device();
	const { store } = await device.tab();
	const broken = batch('one', 10, ['a', 'b']);
	const saved = await store.results.commitImport({
		...broken,
		// No row can be kept without its key.
		setAside: [{ ...broken.setAside[0]!, id: undefined as unknown as string }]
	});
	expect(saved.ok).toBe(false);
	expect(await store.results.cohorts()).toEqual([]);
	expect(await store.results.digests('module-1')).toEqual([]);
	expect(await store.results.imports()).toEqual([]);
});
