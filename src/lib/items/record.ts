// What the schema of a medical record cannot say.
import { fault, type Fault } from '$lib/validation/fault';
import type { MedicalRecord } from './contract.js';

type Keys = readonly (string | number)[];

/** Faults of the record at `at`: each tab stands once, and no two tabs and no two entries share an id. */
export function checkRecord(record: MedicalRecord | undefined, at: Keys): Fault[] {
	if (record === undefined) return [];
	const faults: Fault[] = [];
	const once = (seen: Set<string>, value: string, keys: Keys, expected: string, rule: string) => {
		if (seen.has(value)) faults.push(fault([...at, ...keys], value, expected, rule));
		seen.add(value);
	};
	const tabs = new Set<string>();
	const tabIds = new Set<string>();
	const entryIds = new Set<string>();
	record.forEach((tab, index) => {
		const unused = 'an id not used before in this record';
		once(tabIds, tab.id, [index, 'id'], unused, 'id.unique');
		once(
			tabs,
			tab.tab,
			[index, 'tab'],
			'a tab that the record does not have yet: put its entries together',
			'record.tab'
		);
		tab.entries.forEach(({ id }, entry) => {
			once(entryIds, id, [index, 'entries', entry, 'id'], unused, 'id.unique');
		});
	});
	return faults;
}
