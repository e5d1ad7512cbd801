// What the types with drop-downs in a table or a rationale share: checking their lists, and shuffling them.
import type { Fault } from '$lib/validation/fault';
import type { Blank } from './blanks.js';
import { countWithin, duplicateIds } from './lists.js';

/** Faults of the blanks and of the options that each offers. */
export function checkDropDowns(blanks: readonly Blank[], source: string): Fault[] {
	const lists = blanks.flatMap(({ options }, index) => {
		const at = ['blanks', index, 'options'];
		return [
			...countWithin(options, at, { min: 3, max: 5, what: 'options', source }),
			...duplicateIds(options, at)
		];
	});
	return [...duplicateIds(blanks, ['blanks']), ...lists];
}
