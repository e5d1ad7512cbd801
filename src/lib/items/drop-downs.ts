// What the types with drop-downs in a table or a rationale share: checking their lists, and listing
// what can be chosen.
import type { Fault } from '$lib/validation/fault';
import type { Blank } from './blanks.js';
import type { Choice } from './contract.js';
import { choicesOf, countWithin, duplicateIds } from './lists.js';
import { partsOf, type Picks } from './picks.js';

/** Every option of every blank. */
export function blankChoices(blanks: readonly Blank[], key: Picks, picks: Picks): Choice[] {
	return partsOf(blanks, key, picks).flatMap(({ id, keyed, chosen }, index) =>
		choicesOf(id, blanks[index]?.options ?? [], keyed, chosen, blanks[index]?.label)
	);
}

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
