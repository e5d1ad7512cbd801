// What the schema of a case study cannot say: that its six items are there, in the order of the steps, and its own.
import { CJMM_STEP_NAMES, CJMM_STEPS } from '$lib/items/contract';
import { property } from '$lib/items/lists';
import { checkRecord } from '$lib/items/record';
import { fault, under, type Fault } from '$lib/validation/fault';
import { parse } from '$lib/validation/parse';
import { caseSchema, type CaseStudy } from './schema.js';

/** Cases that could be read, and every fault of all of them. Paths are those of the bank. */
export interface ReadCases {
	readonly cases: readonly CaseStudy[];
	readonly faults: readonly Fault[];
}

/**
 * Reads the cases of a bank. `items` are its items as they stand in the file, faulty ones too, so that a fault in an item
 * brings none here.
 */
export function readCases(list: readonly unknown[], items: readonly unknown[]): ReadCases {
	const cases: CaseStudy[] = [];
	const faults: Fault[] = [];
	const index = indexOf(items);
	const owners = new Map<string, string>();
	const ids = new Map<string, number>();
	list.forEach((raw, at) => {
		const read = parse(caseSchema, raw);
		if (!read.ok) {
			faults.push(...under(`cases[${at}]`, read.faults));
			return;
		}
		const one = read.value;
		const first = ids.get(one.id);
		if (first !== undefined) {
			faults.push(
				fault(['cases', at, 'id'], one.id, `an id not used by cases[${first}]`, 'id.unique')
			);
		}
		ids.set(one.id, first ?? at);
		cases.push(one);
		faults.push(
			...checkRecord(one.record, ['cases', at, 'record']),
			...checkBeginning(one, at),
			...checkItems(one, at, index, owners)
		);
	});
	return { cases, faults };
}

/** An item of the file, and where it stands in it. */
type Index = ReadonlyMap<string, { readonly raw: unknown; readonly at: number }>;

function indexOf(items: readonly unknown[]): Index {
	const index = new Map<string, { raw: unknown; at: number }>();
	items.forEach((raw, at) => {
		const id = property(raw, 'id');
		if (typeof id === 'string' && !index.has(id)) index.set(id, { raw, at });
	});
	return index;
}

function checkBeginning(one: CaseStudy, at: number): Fault[] {
	const froms = one.record.flatMap((tab) => tab.entries.map((entry) => entry.from));
	if (froms.includes(1)) return [];
	return [
		fault(
			['cases', at, 'record'],
			`entries from step ${Math.min(...froms)} on`,
			'at least one entry with "from": 1, so that there is something to read at the first step',
			'case.beginning'
		)
	];
}

function checkItems(
	one: CaseStudy,
	at: number,
	index: Index,
	owners: Map<string, string>
): Fault[] {
	return one.items.flatMap((id, place) => {
		const keys = ['cases', at, 'items', place];
		const here = `cases[${at}].items[${place}]`;
		const owner = owners.get(id);
		if (owner !== undefined) {
			const expected = `an item that no case asks yet: it stands in ${owner}`;
			return [fault(keys, id, expected, 'case.item-twice')];
		}
		owners.set(id, here);
		const item = index.get(id);
		if (item === undefined) {
			return [fault(keys, id, 'the id of an item of this bank', 'case.item-unknown')];
		}
		return checkItem(item.raw, item.at, place, here);
	});
}

function checkItem(raw: unknown, at: number, place: number, here: string): Fault[] {
	const faults: Fault[] = [];
	const step = property(raw, 'step');
	const due = CJMM_STEPS[place];
	// A step that is none is the item's own fault, told with the item.
	const known = step === undefined || CJMM_STEPS.some((one) => one === step);
	if (known && due !== undefined && step !== due) {
		const expected = `"${due}": the item is the one for ${CJMM_STEP_NAMES[due]} in its case (${here})`;
		faults.push(fault(['items', at, 'step'], step, expected, 'case.step'));
	}
	const record = property(raw, 'record');
	if (record !== undefined) {
		const expected = `no record of its own: the item is shown with the record of its case (${here})`;
		faults.push(fault(['items', at, 'record'], record, expected, 'case.item-record'));
	}
	return faults;
}
