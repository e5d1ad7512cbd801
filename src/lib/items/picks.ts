// Responses and keys that hold one option for each of several slots: a column for each row, an option for each blank,
// a token for each target. `{"r1": "c2"}` reads as "in slot r1, option c2".
import * as v from 'valibot';
import { fault, type Fault } from '$lib/validation/fault';
import { idSchema } from './item-schema.js';
import { property, readId, wrongShape } from './lists.js';
import type { Scorable } from './scoring.js';

type Keys = readonly (string | number)[];

/** The option picked in each slot; a slot left open is absent. */
export type Picks = Readonly<Record<string, string>>;
export const picksSchema = v.record(idSchema, idSchema);

/** A place that takes one option, with the options that may go there. */
export interface Slot {
	readonly id: string;
	readonly options: readonly { readonly id: string }[];
}

/** What was picked in a slot. Asks for own properties only: "constructor" is a lawful slot id. */
export function pickOf(picks: Picks, slot: string): string | undefined {
	return Object.hasOwn(picks, slot) ? picks[slot] : undefined;
}

/** The same picks with one slot changed; `undefined` opens the slot again. */
export function withPick(
	picks: Picks,
	slot: string,
	option: string | undefined
): Record<string, string> {
	const others = Object.entries(picks).filter(([id]) => id !== slot);
	return Object.fromEntries(option === undefined ? others : [...others, [slot, option]]);
}

/** True when no slot holds anything. */
export function noPicks(slots: readonly { readonly id: string }[], picks: Picks): boolean {
	return slots.every((slot) => pickOf(picks, slot.id) === undefined);
}

/** True when every slot holds something. */
export function allPicked(slots: readonly { readonly id: string }[], picks: Picks): boolean {
	return slots.every((slot) => pickOf(picks, slot.id) !== undefined);
}

/** Faults of a key that must name an option for every slot, and no other slot. */
export function checkPicksKey(key: Picks, slots: readonly Slot[], at: Keys): Fault[] {
	const missing = slots
		.filter((slot) => pickOf(key, slot.id) === undefined)
		.map((slot) =>
			fault(
				[...at, slot.id],
				undefined,
				'the right option: every one needs a key',
				'key.incomplete'
			)
		);
	return [...missing, ...readSlots(key, slots, at, 'key.unknown').faults];
}

/** Reads `{[name]: {slot: option}}` from outside. What cannot be used is reported and left open. */
export function readPicks(
	raw: unknown,
	name: string,
	slots: readonly Slot[]
): { picks: Record<string, string>; faults: Fault[] } {
	const { picks, faults } = readSlots(property(raw, name), slots, [name], 'response.unknown');
	return { picks, faults: [...wrongShape(raw, name), ...faults] };
}

function readSlots(
	raw: unknown,
	slots: readonly Slot[],
	at: Keys,
	rule: string
): { picks: Record<string, string>; faults: Fault[] } {
	if (raw === undefined || raw === null) return { picks: {}, faults: [] };
	if (typeof raw !== 'object' || Array.isArray(raw)) {
		return {
			picks: {},
			faults: [fault(at, raw, 'an object with one option id for each slot', 'response.shape')]
		};
	}
	const known = slots.map((slot) => slot.id);
	const faults = Object.keys(raw)
		.filter((id) => !known.includes(id))
		.map((id) => fault([...at, id], property(raw, id), `only ${known.join(', ')}`, rule));
	const picks: [string, string][] = [];
	for (const slot of slots) {
		const read = readId(property(raw, slot.id), slot.options, [...at, slot.id]);
		faults.push(...read.faults.map((one) => ({ ...one, rule })));
		if (read.id !== undefined) picks.push([slot.id, read.id]);
	}
	return { picks: Object.fromEntries(picks), faults };
}

/** One scorable part for each slot. */
export function partsOf(
	slots: readonly { readonly id: string }[],
	key: Picks,
	picks: Picks
): Scorable[] {
	const listOf = (id: string | undefined) => (id === undefined ? [] : [id]);
	return slots.map(({ id }) => ({
		id,
		keyed: listOf(pickOf(key, id)),
		chosen: listOf(pickOf(picks, id))
	}));
}

/** The picks in words: "label: option; label: option". */
export function describePicks(
	slots: readonly {
		readonly id: string;
		readonly label: string;
		readonly options: readonly { readonly id: string; readonly text: string }[];
	}[],
	picks: Picks
): string {
	if (noPicks(slots, picks)) return 'No answer';
	return slots
		.map((slot) => {
			const option = slot.options.find((one) => one.id === pickOf(picks, slot.id));
			return `${slot.label}: ${option?.text ?? 'no answer'}`;
		})
		.join('; ');
}
