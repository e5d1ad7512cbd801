// What several item types need when they read responses and check keys: lists of options and the ids in them.
import { fault, type Fault } from '$lib/validation/fault';
import type { Choice, Option } from './contract.js';

type Keys = readonly (string | number)[];

const quoted = (ids: readonly string[]) => ids.map((id) => `"${id}"`).join(', ');

/** Faults for ids that stand twice in a list. */
export function duplicateIds(list: readonly { readonly id: string }[], at: Keys): Fault[] {
	const seen = new Set<string>();
	const faults: Fault[] = [];
	list.forEach(({ id }, index) => {
		if (seen.has(id))
			faults.push(
				fault([...at, index, 'id'], id, 'an id not used before in this list', 'id.unique')
			);
		seen.add(id);
	});
	return faults;
}

/** A fault unless the number of entries lies within the limits that `source` gives. */
export function countWithin(
	list: readonly unknown[],
	at: Keys,
	limits: {
		readonly min: number;
		readonly max: number;
		readonly what: string;
		readonly source: string;
	}
): Fault[] {
	const { min, max, what, source } = limits;
	if (list.length >= min && list.length <= max) return [];
	const range = min === max ? `exactly ${min}` : `${min} to ${max}`;
	return [fault(at, `${list.length} ${what}`, `${range} ${what} (${source})`, `limit.${what}`)];
}

/** A fault where a keyed id names none of the options. */
export function unknownKey(
	id: string,
	known: readonly { readonly id: string }[],
	at: Keys
): Fault[] {
	const names = known.map((one) => one.id);
	return names.includes(id) ? [] : [fault(at, id, `one of ${quoted(names)}`, 'key.unknown')];
}

/** Faults of a keyed list: ids that name no option, and ids that stand twice. */
export function checkKeyList(
	ids: readonly string[],
	known: readonly { readonly id: string }[],
	at: Keys
): Fault[] {
	const repeated = ids.flatMap((id, index) =>
		ids.indexOf(id) < index
			? [fault([...at, index], id, 'each option at most once', 'key.repeated')]
			: []
	);
	const unknown = ids.flatMap((id, index) => unknownKey(id, known, [...at, index]));
	return [...unknown, ...repeated];
}

/** The object at `raw[key]`, or undefined where `raw` is no plain object or lacks it. */
export function property(raw: unknown, key: string): unknown {
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
	return Object.hasOwn(raw, key) ? (raw as Record<string, unknown>)[key] : undefined;
}

/** Reads one chosen id. Absent or null is blank; anything unknown is reported and counts as not chosen. */
export function readId(
	raw: unknown,
	known: readonly { readonly id: string }[],
	at: Keys
): { id: string | undefined; faults: Fault[] } {
	if (raw === undefined || raw === null) return { id: undefined, faults: [] };
	const names = known.map((one) => one.id);
	if (typeof raw === 'string' && names.includes(raw)) return { id: raw, faults: [] };
	return { id: undefined, faults: [fault(at, raw, `one of ${quoted(names)}`, 'response.unknown')] };
}

/**
 * Reads a list of chosen ids: unknown ones and repetitions are reported and dropped; beyond `most`, the
 * surplus (in the order given) is reported and counts as not chosen.
 */
export function readIds(
	raw: unknown,
	known: readonly { readonly id: string }[],
	at: Keys,
	most = Number.POSITIVE_INFINITY
): { ids: string[]; faults: Fault[] } {
	if (raw === undefined || raw === null) return { ids: [], faults: [] };
	if (!Array.isArray(raw)) {
		return { ids: [], faults: [fault(at, raw, 'a list of option ids', 'response.shape')] };
	}
	const ids: string[] = [];
	const faults: Fault[] = [];
	raw.forEach((one: unknown, index) => {
		const read = readId(one ?? '', known, [...at, index]);
		faults.push(...read.faults);
		if (read.id === undefined) return;
		if (ids.includes(read.id)) {
			faults.push(fault([...at, index], one, 'each option at most once', 'response.repeated'));
		} else if (ids.length >= most) {
			faults.push(fault([...at, index], one, `at most ${most} options`, 'response.too-many'));
		} else ids.push(read.id);
	});
	return { ids, faults };
}

/** A fault where a response is not an object, and one for each of its keys that is not expected. */
export function wrongShape(raw: unknown, ...keys: string[]): Fault[] {
	const expected = `an object with ${quoted(keys)}`;
	if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
		return raw === undefined || raw === null ? [] : [fault([], raw, expected, 'response.shape')];
	}
	return Object.keys(raw)
		.filter((name) => !keys.includes(name))
		.map((name) =>
			fault([name], (raw as Record<string, unknown>)[name], expected, 'response.shape')
		);
}

/** The choices of one list of options; `partText` names the part it belongs to, where there are several. */
export function choicesOf(
	part: string,
	options: readonly Option[],
	keyed: readonly string[],
	chosen: readonly string[],
	partText?: string
): Choice[] {
	return options.map((option) => ({
		part,
		...(partText !== undefined && { partText }),
		option: option.id,
		text: option.text,
		keyed: keyed.includes(option.id),
		chosen: chosen.includes(option.id),
		rationale: option.rationale,
		entity: option.entity,
		misconception: option.misconception
	}));
}

/** Texts of the chosen options, in the order of the list, for `describe`. */
export function textsOf(
	options: readonly { readonly id: string; readonly text: string }[],
	ids: readonly string[]
): string {
	const texts = options.filter((one) => ids.includes(one.id)).map((one) => one.text);
	return texts.length === 0 ? 'No answer' : texts.join('; ');
}
