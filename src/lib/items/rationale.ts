// Rationale items: a sentence that joins a cause (the anchor) with one effect (a dyad) or two (a triad). An effect
// counts only with its cause.
import { fault, type Fault } from '$lib/validation/fault';
import { countWithin } from './lists.js';
import { partsOf, pickOf, withPick, type Picks, type Slot } from './picks.js';
import type { Scorable } from './scoring.js';

const SOURCE =
	'NCSBN, as described by Elsevier: one sentence; a dyad has one cause and one effect, a triad one cause and two effects';

/** A full stop followed by a capital letter or a gap begins a second sentence. */
const SECOND_SENTENCE = /[.!?]["')\]]?\s+[\p{Lu}{]/u;

/** Faults of the sentence, the number of its slots and the anchor. `name` is the field that holds the slots. */
export function checkRationale(
	item: { readonly text: string; readonly anchor: string },
	slots: readonly { readonly id: string }[],
	name: string
): Fault[] {
	const ids = slots.map((slot) => slot.id);
	const faults = countWithin(slots, [name], { min: 2, max: 3, what: name, source: SOURCE });
	if (!ids.includes(item.anchor)) {
		const expected = `the id of the cause, one of ${ids.join(', ')}`;
		faults.push(fault(['anchor'], item.anchor, expected, 'anchor.unknown'));
	}
	if (SECOND_SENTENCE.test(item.text) || /\n\s*\n/.test(item.text.trim())) {
		faults.push(fault(['text'], item.text, `one sentence (${SOURCE})`, 'limit.sentences'));
	}
	return faults;
}

/** The effects of a triad that draw on one list, so that neither order of them is better than the other. */
export function interchangeable(
	slots: readonly Slot[],
	anchor: string
): readonly [Slot, Slot] | undefined {
	const [first, second, ...others] = slots.filter((slot) => slot.id !== anchor);
	if (first === undefined || second === undefined || others.length > 0) return undefined;
	const ids = new Set(first.options.map((option) => option.id));
	const same =
		ids.size === second.options.length && second.options.every((option) => ids.has(option.id));
	return same ? [first, second] : undefined;
}

/** A fault where two interchangeable effects are keyed with one option, which would make the triad a dyad. */
export function checkEffects(
	slots: readonly Slot[],
	anchor: string,
	key: Picks,
	name: string
): Fault[] {
	const [first, second] = interchangeable(slots, anchor) ?? [];
	if (first === undefined || second === undefined) return [];
	const option = pickOf(key, first.id);
	if (option === undefined || option !== pickOf(key, second.id)) return [];
	const expected = 'two different effects, as their lists are the same';
	return [fault(['key', name, second.id], option, expected, 'key.repeated')];
}

/** The key, with interchangeable effects the way round that suits the response better. */
export function keyFor(slots: readonly Slot[], anchor: string, key: Picks, picks: Picks): Picks {
	const [first, second] = interchangeable(slots, anchor) ?? [];
	if (first === undefined || second === undefined) return key;
	const swapped = withPick(
		withPick(key, first.id, pickOf(key, second.id)),
		second.id,
		pickOf(key, first.id)
	);
	const matches = (one: Picks) =>
		[first, second].filter(
			({ id }) => pickOf(picks, id) !== undefined && pickOf(one, id) === pickOf(picks, id)
		).length;
	return matches(swapped) > matches(key) ? swapped : key;
}

/** The scorable parts, the anchor first as the rationale rule wants it. */
export function rationaleParts(
	slots: readonly Slot[],
	anchor: string,
	key: Picks,
	picks: Picks
): Scorable[] {
	const parts = partsOf(slots, keyFor(slots, anchor, key, picks), picks);
	return [
		...parts.filter((part) => part.id === anchor),
		...parts.filter((part) => part.id !== anchor)
	];
}
