// An item as it goes to learners whose device must not hold its key: what they are shown, and nothing that tells the answer.
import type { BaseItem } from './contract.js';

/** What explains an answer, names a diagnosis or says what the item is about: gone, at whatever depth. */
const DROPPED: ReadonlySet<string> = new Set([
	'acknowledged',
	'entity',
	'facts',
	'misconception',
	'plainWords',
	'teaching'
]);

/** The part of an item that depends on its type: the key as an empty one of its shape, and whatever else would tell it. */
type Bare<I extends { readonly key: unknown }> = Pick<I, 'key'> & Partial<I>;

/**
 * The item without its key. Rationales and the objective are empty texts, topics and facts empty lists; the rule, the stem and
 * everything else that is shown stay. `bare` replaces what the type says: it must not depend on the key, so that two items that
 * differ only in their key become equal.
 */
export function withoutKey<I extends BaseItem & { readonly key: unknown }>(
	item: I,
	bare: Bare<I>
): I {
	const review = { status: item.review.status };
	const shown = strippedOf(item) as I;
	return { ...shown, objective: '', topics: [], facts: [], review, ...bare };
}

function strippedOf(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(strippedOf);
	if (typeof value !== 'object' || value === null) return value;
	return Object.fromEntries(
		Object.entries(value).flatMap(([name, one]: [string, unknown]) => {
			if (DROPPED.has(name)) return [];
			return [[name, name === 'rationale' ? '' : strippedOf(one)]];
		})
	);
}

/** A list in the order of its texts, where the order in which it is written may be the key. */
export const byText = <T extends { readonly text: string }>(list: readonly T[]): T[] =>
	[...list].sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
