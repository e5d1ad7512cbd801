// Scores responses that come as lines of JSON, one a response: `{"item": id, "response": …}`.
import { property } from '$lib/items/lists';
import type { BaseItem, PartScore } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';
import { fault, type Fault } from '$lib/validation/fault';

/** What one response earned, as `score` prints it. */
export interface ScoredLine {
	readonly item: string;
	readonly points: number;
	readonly max: number;
	readonly parts: readonly PartScore[];
}

/** A line that could be scored, with what was passed over in it; or one that could not. */
export type LineResult =
	| { readonly ok: true; readonly scored: ScoredLine; readonly faults: readonly Fault[] }
	| { readonly ok: false; readonly faults: readonly Fault[] };

const SHAPE = 'an object with "item" and "response"';

/** Scores one line. What names no option counts as not chosen; a line that names no item cannot be scored. */
export function scoreLine(line: string, items: ReadonlyMap<string, BaseItem>): LineResult {
	let value: unknown;
	try {
		value = JSON.parse(line);
	} catch {
		return { ok: false, faults: [fault([], line, `one line of JSON: ${SHAPE}`, 'line.json')] };
	}
	const id = property(value, 'item');
	if (typeof id !== 'string') return { ok: false, faults: [fault([], value, SHAPE, 'line.shape')] };
	const item = items.get(id);
	if (item === undefined) {
		return {
			ok: false,
			faults: [fault(['item'], id, 'the id of an item of the bank', 'item.unknown')]
		};
	}
	const type = itemTypeOf(item);
	const raw = property(value, 'response');
	const { response, faults } = type.readResponse(item, raw);
	const { points, max, parts } = type.score(item, response);
	const missing =
		raw === undefined
			? [fault(['response'], raw, 'a response; scored as blank', 'line.blank')]
			: [];
	return { ok: true, scored: { item: id, points, max, parts }, faults: [...missing, ...faults] };
}
