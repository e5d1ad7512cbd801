import { describe, expect, it } from 'vitest';
import { briefOf } from '$lib/banks/brief';
import { asWritten, compileItems, recordAt, type ShownRecord } from '$lib/banks/compile';
import { parseBank } from '$lib/banks/parse';
import { CJMM_STEPS } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';
import { contentHash } from '../../../src/tools/questions.js';
import { caseBank, type CaseBank } from '../../fixtures/banks/index.js';

function compiled(change: (bank: CaseBank) => void = () => undefined) {
	const file = caseBank();
	change(file);
	const read = parseBank(file);
	if (!read.ok) throw new Error(JSON.stringify(read.faults));
	const items = compileItems(read.value).map((item) => ({ ...item, hash: contentHash(item) }));
	return { ...read.value, items };
}
const bank = compiled();
const [study] = bank.cases ?? [];
const steps = bank.items.slice(0, 6);
const idsOf = (record: ShownRecord | undefined, only = (_isNew: boolean) => true) =>
	(record ?? []).flatMap((tab) =>
		tab.entries.filter((one) => only(one.isNew === true)).map((one) => one.id)
	);

describe('an item of a case study', () => {
	it('says which case, which step, and of how many', () => {
		expect(steps.map((item) => item.unfolding)).toEqual(
			CJMM_STEPS.map((_, index) => ({
				case: 'probe-case',
				title: 'White bumps on a newborn',
				step: index + 1,
				of: 6
			}))
		);
	});

	it('has what the record says by then, and marks what its step brought', () => {
		expect(steps.map((item) => idsOf(item.record))).toEqual([
			['note-1', 'birth'],
			['note-1', 'birth', 'vital-signs'],
			['note-1', 'note-2', 'birth', 'vital-signs'],
			['note-1', 'note-2', 'birth', 'home', 'vital-signs'],
			['note-1', 'note-2', 'birth', 'home', 'vital-signs', 'smear'],
			['note-1', 'note-2', 'note-3', 'birth', 'home', 'vital-signs', 'vital-signs-6', 'smear']
		]);
		expect(steps.map((item) => idsOf(item.record, (isNew) => isNew))).toEqual([
			['note-1', 'birth'],
			['vital-signs'],
			['note-2'],
			['home'],
			['smear'],
			['note-3', 'vital-signs-6']
		]);
	});

	it('shows a tab from its first entry on, without the steps that only the file knows', () => {
		const tabs = steps.map((item) => item.record?.map((tab) => tab.tab).join(' '));
		expect(tabs).toEqual([
			'notes history',
			'notes history vitals',
			'notes history vitals',
			'notes history vitals',
			'notes history vitals results',
			'notes history vitals results'
		]);
		expect(JSON.stringify(steps.map((item) => item.record))).not.toContain('"from"');
	});

	it('loses nothing: at the last step everything is there', () => {
		const all = study?.record.flatMap((tab) => tab.entries.map((one) => one.id));
		expect(idsOf(study && recordAt(study.record, 6))).toEqual(all);
	});

	it('keeps its record when its lists are shuffled', () => {
		for (const item of steps) {
			const arranged = itemTypeOf(item).arrange(item, (list) => [...list].reverse());
			expect(arranged).toMatchObject({ record: item.record, unfolding: item.unfolding });
		}
	});
});

describe('the content hash', () => {
	const changed = compiled((file) => {
		const entry = file.cases[0]?.record[0]?.entries[1];
		if (entry !== undefined) entry['text'] = 'The grandfather asks.';
	});
	it('changes for the items that show a changed entry, and for no others', () => {
		const same = bank.items.map((item, index) => item.hash === changed.items[index]?.hash);
		expect(same).toEqual([true, true, false, false, false, false, true]);
	});
	it('of an item outside a case does not know of cases', () => {
		const alone = compiled((file) => (file.cases = []));
		expect(alone.items[6]?.hash).toBe(bank.items[6]?.hash);
		expect(alone.items[6]).not.toHaveProperty('unfolding');
		expect(alone.items[0]?.hash).not.toBe(bank.items[0]?.hash);
	});
});

describe('a trend item', () => {
	it('keeps its record as it is', () => {
		expect(bank.items[6]?.record).toEqual(caseBank().items[6]?.['record']);
	});
});

describe('back to the file', () => {
	it('gives the items as they were written', () => {
		expect(bank.items.map(asWritten)).toEqual(caseBank().items);
	});
	it('gives a bank that reads as before', () => {
		const file: unknown = JSON.parse(JSON.stringify({ ...bank, items: bank.items.map(asWritten) }));
		expect(parseBank(file)).toEqual({ ok: true, value: caseBank() });
	});
});

describe('the bank in brief', () => {
	const brief = briefOf(bank);
	it('names its cases, and for each item its place in one', () => {
		expect(brief.cases).toEqual([
			{
				id: 'probe-case',
				title: 'White bumps on a newborn',
				summary: expect.stringContaining('postnatal ward')
			}
		]);
		expect(brief.items.map((item) => item.case)).toEqual([
			...[1, 2, 3, 4, 5, 6].map((step) => ({ id: 'probe-case', step })),
			undefined
		]);
	});
});
