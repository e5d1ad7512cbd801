// Responses to any item, made from the shape of its key and the ids that stand in it, so that they often hit.
import fc from 'fast-check';
import type { AnyItemType, BaseItem } from '$lib/items/contract';

/** Every `id` in the item, however deep. */
function idsIn(value: unknown): string[] {
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, inner]) =>
		key === 'id' && typeof inner === 'string' ? [inner] : idsIn(inner)
	);
}

/** Values of the same shape as `sample`: lists of ids, ids, numbers, and objects of such. */
function like(sample: unknown, ids: readonly string[]): fc.Arbitrary<unknown> {
	if (Array.isArray(sample)) return fc.shuffledSubarray([...ids]);
	if (typeof sample === 'string') return fc.constantFrom(sample, ...ids);
	if (typeof sample === 'number') return fc.oneof(fc.constant(sample), fc.double({ noNaN: true }));
	if (typeof sample !== 'object' || sample === null) return fc.constant(sample);
	const entries = Object.entries(sample).map(([key, inner]) => [key, like(inner, ids)] as const);
	return fc.record(Object.fromEntries(entries), { requiredKeys: [] });
}

/** Raw responses in the shape of the key, incomplete or too many as it falls. */
export function rawResponses(type: AnyItemType, item: BaseItem): fc.Arbitrary<unknown> {
	return like(
		type.key(item),
		idsIn(item).filter((id) => id !== item.id)
	);
}

/** Responses as the type reads them. */
export function responses(type: AnyItemType, item: BaseItem): fc.Arbitrary<unknown> {
	return fc
		.oneof(
			rawResponses(type, item),
			fc.constant(type.key(item)),
			fc.constant(type.emptyResponse(item))
		)
		.map((raw) => type.readResponse(item, raw).response);
}

/** Anything that JSON can hold, some of it close to a response. */
export function junk(type: AnyItemType, item: BaseItem): fc.Arbitrary<unknown> {
	const names = [
		...Object.keys(type.key(item) as object),
		...idsIn(item),
		'__proto__',
		'constructor'
	];
	const value = fc.oneof(
		fc.jsonValue({ maxDepth: 3 }),
		fc.constantFrom(...names),
		fc.array(fc.constantFrom(...names))
	);
	const map = fc
		.array(fc.tuple(fc.constantFrom(...names), value))
		// Through JSON, so that "__proto__" becomes a key as it would in a file.
		.map(
			(entries) =>
				JSON.parse(
					`{${entries.map(([key, one]) => `${JSON.stringify(key)}:${JSON.stringify(one)}`).join()}}`
				) as unknown
		);
	const nested = fc
		.tuple(fc.constantFrom(...names), map)
		.map(
			([key, inner]) => JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(inner)}}`) as unknown
		);
	return fc.oneof(fc.jsonValue(), fc.constant(undefined), map, nested, rawResponses(type, item));
}

/** The response with every list in it put through `change`. */
export function mapLists(response: unknown, change: (list: unknown[]) => unknown[]): unknown {
	if (Array.isArray(response)) return change(response);
	if (typeof response !== 'object' || response === null) return response;
	return Object.fromEntries(
		Object.entries(response).map(([key, inner]) => [key, mapLists(inner, change)])
	);
}

/** Every response that differs by one id added to one list. */
export function withOneMore(response: unknown, ids: readonly string[]): unknown[] {
	if (Array.isArray(response)) {
		return ids.filter((id) => !response.includes(id)).map((id) => [...(response as unknown[]), id]);
	}
	if (typeof response !== 'object' || response === null) return [];
	return Object.entries(response).flatMap(([key, inner]) =>
		withOneMore(inner, ids).map((changed) => ({ ...response, [key]: changed }))
	);
}

export { idsIn };
