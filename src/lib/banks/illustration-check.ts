// What an item says of its illustration, held against the catalogue of drawings.
import { illustrationById } from '$lib/illustrations/catalogue';
import type { BaseItem } from '$lib/items/contract';
import { fault, type Fault } from '$lib/validation/fault';

/** Faults of an item's illustration: a drawing that is not there, or one on another shade of skin than the item says. */
export function checkIllustration({ illustration, tone }: BaseItem): Fault[] {
	if (illustration === undefined) return [];
	const known = illustrationById(illustration.id);
	if (known === undefined) {
		const expected = 'the id of an illustration (the page /illustrations shows them)';
		return [fault(['illustration', 'id'], illustration.id, expected, 'illustration.unknown')];
	}
	if (known.toned === false || tone === illustration.tone) return [];
	const expected = `${illustration.tone}, the shade on which the illustration is drawn`;
	return [fault(['tone'], tone, expected, 'illustration.tone')];
}
