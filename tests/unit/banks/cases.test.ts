import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkAgainstLedger } from '$lib/banks/ledger-check';
import { parseBank } from '$lib/banks/parse';
import { sentence, type Fault } from '$lib/validation/fault';
import { readLedger } from '../../../src/tools/questions.js';
import { caseBank, type CaseBank, type Json } from '../../fixtures/banks/index.js';

/** The faults of the bank after a change. */
function faultsAfter(change: (bank: CaseBank) => void): readonly Fault[] {
	const bank = caseBank();
	change(bank);
	const read = parseBank(bank);
	return read.ok ? [] : read.faults;
}
const placesAfter = (change: (bank: CaseBank) => void) =>
	faultsAfter(change).map(({ path, rule }) => [path, rule]);

const entryOf = (bank: CaseBank, tab: number, entry: number) =>
	bank.cases[0]?.record[tab]?.entries[entry] as Json;
const itemOf = (bank: CaseBank, at: number) => bank.items[at] as Json;
const caseOf = (bank: CaseBank) => bank.cases[0] as CaseBank['cases'][number];

describe('a bank with a case study and a trend item', () => {
	it('is read as it stands', () => {
		expect(parseBank(caseBank())).toEqual({ ok: true, value: caseBank() });
	});
	it('may have an empty list of cases, or none', () => {
		expect(faultsAfter((bank) => (bank.cases = []))).toEqual([]);
		expect(faultsAfter((bank) => delete (bank as Json)['cases'])).toEqual([]);
	});
	it('names only what the ledger knows', () => {
		const { ledger } = readLedger();
		if (ledger === undefined) throw new Error('questions/evidence cannot be read');
		const bank = caseBank();
		caseOf(bank)['topics'] = ['nowhere'];
		const good = parseBank(caseBank());
		const bad = parseBank(bank);
		if (!good.ok || !bad.ok) throw new Error('The fixture has faults');
		expect(checkAgainstLedger(good.value, ledger)).toEqual([]);
		expect(checkAgainstLedger(bad.value, ledger)).toMatchObject([
			{ path: 'cases[0].topics[0]', value: '"nowhere"', rule: 'id.unknown' }
		]);
	});
});

describe('a case study is refused', () => {
	it.each([
		['five items', (bank: CaseBank) => caseOf(bank).items.pop()],
		['seven items', (bank: CaseBank) => caseOf(bank).items.push('probe-trend')]
	])('with %s', (_, change) => {
		const [one] = faultsAfter(change);
		expect(one?.path).toBe('cases[0].items');
		expect(one?.expected).toContain('exactly 6 items, one for each step');
	});

	it('with an item that the bank does not have', () => {
		const faults = faultsAfter((bank) => (caseOf(bank).items[3] = 'nobody'));
		expect(faults.map((one) => sentence(one))).toEqual([
			'cases[0].items[3]: found "nobody", expected the id of an item of this bank'
		]);
	});

	it('with items in another order than the steps', () => {
		const faults = faultsAfter((bank) => {
			const { items } = caseOf(bank);
			[items[1], items[2]] = [items[2] as string, items[1] as string];
		});
		expect(faults.map((one) => sentence(one))).toEqual([
			'items[2].step: found "prioritize-hypotheses", expected "analyze-cues": the item is the one for Analyze Cues in its case (cases[0].items[1])',
			'items[1].step: found "analyze-cues", expected "prioritize-hypotheses": the item is the one for Prioritize Hypotheses in its case (cases[0].items[2])'
		]);
	});

	it('with an item without a step', () => {
		expect(placesAfter((bank) => delete itemOf(bank, 0)['step'])).toEqual([
			['items[0].step', 'case.step']
		]);
	});

	it('with an item of another case, or twice the same', () => {
		const places = placesAfter((bank) => {
			bank.cases.push({ ...structuredClone(caseOf(bank)), id: 'second' });
			bank.cases.push({ ...structuredClone(caseOf(bank)), id: 'third' });
		});
		expect(places).toHaveLength(12);
		expect(places[0]).toEqual(['cases[1].items[0]', 'case.item-twice']);
		const [one] = faultsAfter((bank) => {
			const { items } = caseOf(bank);
			items[5] = items[0] as string;
		});
		expect(one).toMatchObject({ path: 'cases[0].items[5]', rule: 'case.item-twice' });
		expect(one?.expected).toContain('cases[0].items[0]');
	});

	it('with an item that has a record of its own', () => {
		const places = placesAfter((bank) => {
			itemOf(bank, 2)['record'] = itemOf(bank, 6)['record'];
		});
		expect(places).toEqual([['items[2].record', 'case.item-record']]);
	});

	it('with nothing to read at the first step', () => {
		const faults = faultsAfter((bank) => {
			for (const tab of caseOf(bank).record) {
				for (const entry of tab.entries) entry['from'] = Math.max(2, Number(entry['from']));
			}
		});
		expect(faults).toMatchObject([{ path: 'cases[0].record', rule: 'case.beginning' }]);
		expect(faults[0]?.value).toBe('"entries from step 2 on"');
	});

	it.each([0, 7, 1.5, '1', null, undefined])('with an entry from step %j', (from) => {
		const places = placesAfter((bank) => (entryOf(bank, 0, 1)['from'] = from));
		expect(places.map(([path]) => path)).toEqual(['cases[0].record[0].entries[1].from']);
	});

	it('with the id of another case of the bank', () => {
		const [one] = faultsAfter((bank) => {
			bank.cases.push({ ...structuredClone(caseOf(bank)) });
		});
		expect(one).toMatchObject({ path: 'cases[1].id', rule: 'id.unique' });
	});

	it('with keys that only a compiled item has', () => {
		const places = placesAfter((bank) => {
			entryOf(bank, 0, 0)['isNew'] = true;
			itemOf(bank, 0)['unfolding'] = { case: 'probe-case', title: 'x', step: 1, of: 6 };
		});
		expect(places.map(([path]) => path).sort()).toEqual([
			'cases[0].record[0].entries[0].isNew',
			'items[0].unfolding'
		]);
	});

	it('with every fault told, those of other items and cases too', () => {
		const places = placesAfter((bank) => {
			bank['version'] = 'x';
			itemOf(bank, 0)['stem'] = '';
			caseOf(bank)['title'] = '';
			bank.cases.push({ ...structuredClone(caseOf(bank)), id: 'second', title: 'Good' });
			caseOf(bank).items.pop();
		});
		const paths = places.map(([path]) => path);
		for (const path of ['version', 'items[0].stem', 'cases[0].title', 'cases[0].items']) {
			expect(paths).toContain(path);
		}
		// The second case is whole, and a fault in one of its items is no fault of the case.
		expect(paths.filter((path) => path?.startsWith('cases[1]'))).toEqual([]);
	});

	it('with a wrong step told once', () => {
		const places = placesAfter((bank) => (itemOf(bank, 1)['step'] = 'guess'));
		expect(places.map(([path]) => path)).toEqual(['items[1].step']);
	});

	it.each([null, 1, 'case', [], {}])('as %j', (one) => {
		const paths = placesAfter((bank) => ((bank as Json)['cases'] = [one])).map(([path]) => path);
		expect(paths.length).toBeGreaterThan(0);
		expect(paths.every((path) => path?.startsWith('cases[0]'))).toBe(true);
	});
	it.each([null, 1, 'cases', {}])('where the list is %j', (list) => {
		const paths = placesAfter((bank) => ((bank as Json)['cases'] = list)).map(([path]) => path);
		expect(paths).toEqual(['cases']);
	});
});

it('whatever stands in the place of a case, reading does not throw', () => {
	const anything = fc.anything({ withNullPrototype: true, maxDepth: 3 });
	const broken = fc.record({ items: anything, record: anything, id: anything }).map((change) => ({
		...caseBank(),
		cases: [{ ...caseBank().cases[0], ...change }, change]
	}));
	fc.assert(
		fc.property(broken, (file) => {
			expect(parseBank(file).ok).toBe(false);
		})
	);
});

describe('a record is refused', () => {
	const recordAfter = (change: (record: { tab: string; entries: Json[] }[]) => void) =>
		placesAfter((bank) => change(itemOf(bank, 6)['record'] as { tab: string; entries: Json[] }[]));

	it('without tabs, and with a tab without entries', () => {
		expect(recordAfter((record) => record.pop())).toEqual([['items[6].record', undefined]]);
		expect(recordAfter((record) => record[0]?.entries.pop())).toEqual([
			['items[6].record[0].entries', undefined]
		]);
	});
	it('with a tab that stands twice, and ids that do', () => {
		const places = recordAfter((record) => {
			record.push(structuredClone(record[0]) as (typeof record)[number]);
		});
		expect(places).toEqual([
			['items[6].record[1].id', 'id.unique'],
			['items[6].record[1].tab', 'record.tab'],
			['items[6].record[1].entries[0].id', 'id.unique']
		]);
		const inCase = placesAfter((bank) => (entryOf(bank, 1, 0)['id'] = 'note-1'));
		expect(inCase).toEqual([['cases[0].record[1].entries[0].id', 'id.unique']]);
	});
	it('with a tab that nobody knows, or steps outside a case', () => {
		const places = recordAfter((record) => {
			const [tab] = record;
			if (tab === undefined) return;
			tab.tab = 'orders';
			tab.entries[0] = { ...tab.entries[0], from: 1 };
		});
		expect(places.map(([path]) => path).sort()).toEqual([
			'items[6].record[0].entries[0].from',
			'items[6].record[0].tab'
		]);
	});
});
