import type { BaseItem } from './contract.js';

/** What an item says of its own review. Nothing claims a review that its bank does not name. */
export function reviewWords({ status, by, on }: BaseItem['review']): string {
	if (status !== 'approved') return 'Sourced, awaiting clinical review';
	const who = by === undefined ? '' : ` by ${by}`;
	const when = on === undefined ? '' : ` on ${on}`;
	return `Marked as approved${who}${when} in this bank`;
}
