// Chance, seeded. Everything random in a session comes from its seed, so that a reload shows the same order again.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import type { Shuffle } from '$lib/items/contract';

/** A whole number in [0, below). */
export type Rng = (below: number) => number;

/**
 * A generator for one purpose within a session: the same seed and purpose give the same sequence, different purposes
 * independent ones. The purpose is hashed (FNV-1a) rather than summed, since sums of character codes collide for
 * ids that are permutations of one another.
 */
export function rngFor(seed: number, purpose: string): Rng {
	const hash = fnv1a(purpose, mixed(0x811c9dc5 ^ seed));
	const generator = xoroshiro128plus(mixed(hash));
	return (below) => uniformInt(generator, 0, below - 1);
}

/** The FNV-1a hash of a text, begun with `hash`: 32 bits. */
export function fnv1a(text: string, hash: number): number {
	let bits = hash;
	for (let index = 0; index < text.length; index += 1) {
		bits = Math.imul(bits ^ text.charCodeAt(index), 0x01000193);
	}
	return bits;
}

/**
 * Spreads every bit of a hash over all others (the finalizer of MurmurHash3). The generator's first number is its seed
 * inverted, and the low bits of FNV-1a depend on nothing but the low bits of the text: without this the keys of two items would
 * fall on the same or on opposite places in every session.
 */
function mixed(hash: number): number {
	let bits = hash;
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return bits ^ (bits >>> 16);
}

/** A copy in random order (Fisher–Yates). */
export function shuffled<T>(list: readonly T[], rng: Rng): T[] {
	const copy = [...list];
	for (let last = copy.length - 1; last > 0; last -= 1) {
		const pick = rng(last + 1);
		[copy[last], copy[pick]] = [copy[pick] as T, copy[last] as T];
	}
	return copy;
}

/** A shuffle for the lists of one item in one session; entries marked `pinned` keep their places. */
export function shuffleFor(seed: number, itemId: string): Shuffle {
	return (list, name) => {
		const free = shuffled(
			list.filter((one) => one.pinned !== true),
			rngFor(seed, `${itemId}/${name}`)
		);
		return list.map((one) => (one.pinned === true ? one : (free.shift() as typeof one)));
	};
}
