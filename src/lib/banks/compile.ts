// From the bank as it is written to the items as they are asked, and back. A case study keeps its record once, growing from
// step to step; each of its items is asked with the record as it stands at its step, and so stands alone wherever it is
// stored, reviewed or handed on.
import type { BaseItem, MedicalRecord } from '$lib/items/contract';
import type { Bank } from './bank.js';
import type { CaseStudy } from './schema.js';

type Entry = MedicalRecord[number]['entries'][number] & {
	/** True where it appeared with the step of this very item. */
	readonly isNew?: true;
};
/** A record as it stands beside an item. */
export type ShownRecord = (Omit<MedicalRecord[number], 'entries'> & { entries: Entry[] })[];

/** Where an item stands in its case study. */
export interface Unfolding {
	/** Id of the case. */
	readonly case: string;
	readonly title: string;
	/** Place in the case, from 1. */
	readonly step: number;
	readonly of: number;
}

/** An item as it is asked. No bank file may hold `unfolding` or `isNew`: both follow from the case. */
export interface CompiledItem extends BaseItem {
	record?: ShownRecord | undefined;
	readonly unfolding?: Unfolding;
}

/** The items of a bank as they are asked. */
export function compileItems(bank: Bank): CompiledItem[] {
	const places = new Map(
		bank.cases?.flatMap((one) =>
			one.items.map((id, index) => [id, { case: one, step: index + 1 }] as const)
		)
	);
	return bank.items.map((item) => {
		const place = places.get(item.id);
		if (place === undefined) return item;
		const { id, title, record, items } = place.case;
		return {
			...item,
			record: recordAt(record, place.step),
			unfolding: { case: id, title, step: place.step, of: items.length }
		};
	});
}

/** The record of a case as it stands at a step, from 1. A tab without entries yet is not there. */
export function recordAt(record: CaseStudy['record'], step: number): ShownRecord {
	return record.flatMap((tab) => {
		const entries = tab.entries
			.filter(({ from }) => from <= step)
			.map(({ from, ...entry }): Entry => (from === step ? { ...entry, isNew: true } : entry));
		return entries.length === 0 ? [] : [{ ...tab, entries }];
	});
}

/** The item as its bank file holds it: without its hash, and without what follows from its case. */
export function asWritten(compiled: CompiledItem & { readonly hash: string }): BaseItem {
	const { hash: _hash, unfolding, ...item } = compiled;
	if (unfolding === undefined) return item;
	const { record: _record, ...own } = item;
	return own;
}
