/**
 * A UUID version 7 (RFC 9562): 48 bits of milliseconds, then randomness, so that ids sort by time.
 * `random` gives that many random bytes.
 */
export function uuidv7(now: number, random: (length: number) => Uint8Array): string {
	const bytes = new Uint8Array(16);
	bytes.set(random(16));
	const time = BigInt(Math.max(0, Math.floor(now)));
	for (let index = 0; index < 6; index += 1) {
		bytes[index] = Number((time >> BigInt(8 * (5 - index))) & 0xffn);
	}
	bytes[6] = 0x70 | ((bytes[6] ?? 0) & 0x0f);
	bytes[8] = 0x80 | ((bytes[8] ?? 0) & 0x3f);
	const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** Milliseconds since 1970 that a UUID version 7 begins with; 0 for an id of another form. */
export function timeOf(id: string): number {
	const [, high = '0', low = '0'] = /^([0-9a-f]{8})-([0-9a-f]{4})-7/i.exec(id) ?? [];
	return Number.parseInt(high + low, 16);
}

/**
 * Ids that rise strictly even within one millisecond or when the clock is set back: the source keeps the last time it used
 * and goes on from there. `after` (ms) is the time of the latest id known from earlier visits.
 */
export function idSource(
	now: () => number,
	random: (length: number) => Uint8Array,
	after = 0
): () => string {
	let last = after;
	return () => {
		last = Math.max(last + 1, now());
		return uuidv7(last, random);
	};
}
