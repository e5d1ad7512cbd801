// A number seen as one of a few options: the key, each mistake that the item names, and any other number.
import { within } from './number.js';
import type { Item, Response } from './schema.js';

/** The option that stands for every number which is neither the key nor a mistake that the item names. */
export const OTHER = 'other';

/** How far from a number still counts as that number. */
export const toleranceOf = (item: Item) => item.tolerance ?? 0;

/** The named numbers as options: the key first, each known by its value. */
export const optionsOf = ({ key, rationale, errors, unit }: Item) =>
	[{ value: key.value, rationale, misconception: undefined }, ...errors].map((one) => ({
		...one,
		id: String(one.value),
		text: `${one.value} ${unit}`
	}));

/** Which option a response amounts to; the key is looked at first, so that a mistake near to it does no harm. */
export function pickedIn(item: Item, { value }: Response): string | undefined {
	if (value === undefined) return undefined;
	const named = optionsOf(item).find((one) => within(one.value, value, toleranceOf(item)));
	return named?.id ?? OTHER;
}
