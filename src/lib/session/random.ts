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
	let hash = (0x811c9dc5 ^ seed) | 0;
	for (let index = 0; index < purpose.length; index += 1) {
		hash = Math.imul(hash ^ purpose.charCodeAt(index), 0x01000193);
	}
	const generator = xoroshiro128plus(hash);
	return (below) => uniformInt(generator, 0, below - 1);
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
