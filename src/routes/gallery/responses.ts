// Responses to show an item with, found without knowing its type: changes to the key, one place at a time, until the type
// scores them as wanted.
import type { BaseItem } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';

export interface Given {
	readonly right: unknown;
	/** Complete, and worth some of the points; undefined where the item gives all or nothing. */
	readonly partly: unknown;
	/** Complete, and worth nothing. */
	readonly wrong: unknown;
}

/** A right, a partly right and a wrong response to an item; the same ones each time. */
export function responsesTo(item: BaseItem): Given {
	const type = itemTypeOf(item);
	const right = type.key(item);
	const ids = [...new Set(type.choices(item, right).map((choice) => choice.option))];
	const pointsOf = (response: unknown) => type.score(item, response).points;
	const near = (response: unknown) =>
		changes(response, ids).filter(
			(one) => type.readResponse(item, one).faults.length === 0 && type.isComplete(item, one)
		);
	const { max } = type.score(item, right);
	const partly = near(right).find((one) => pointsOf(one) > 0 && pointsOf(one) < max);
	let wrong = right;
	while (pointsOf(wrong) > 0) {
		const worse = near(wrong).sort((a, b) => pointsOf(a) - pointsOf(b))[0];
		if (worse === undefined || pointsOf(worse) >= pointsOf(wrong)) {
			throw new Error(`No wrong response found to ${item.id}`);
		}
		wrong = worse;
	}
	return { right, partly, wrong };
}

/** Every value that differs from this one in one place: another id, a list without one entry, two entries swapped. */
function changes(value: unknown, ids: readonly string[]): unknown[] {
	if (typeof value === 'string') return ids.filter((id) => id !== value);
	if (typeof value === 'number') {
		return ids.map(Number).filter((one) => Number.isFinite(one) && one !== value);
	}
	if (Array.isArray(value)) {
		const list: readonly unknown[] = value;
		const without = list.map((_, at) => list.toSpliced(at, 1));
		return [...changedEntries(list, ids), ...without];
	}
	if (typeof value !== 'object' || value === null) return [];
	const keys = Object.keys(value);
	const values = Object.values(value) as unknown[];
	return changedEntries(values, ids).map((list) =>
		Object.fromEntries(keys.map((key, at) => [key, list[at]]))
	);
}

/** The list with one entry changed, or with two swapped. */
function changedEntries(list: readonly unknown[], ids: readonly string[]): unknown[][] {
	const changed = list.flatMap((entry, at) =>
		changes(entry, ids).map((other) => list.with(at, other))
	);
	const swapped = list.flatMap((first, at) =>
		list.slice(at + 1).map((second, offset) => list.with(at, second).with(at + 1 + offset, first))
	);
	return [...changed, ...swapped];
}
