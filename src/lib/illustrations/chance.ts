// Chance, seeded: the same seed draws the same picture on every machine.
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';

const STEPS = 1 << 20;

export interface Chance {
	/** A number from `low` up to `high`. */
	between(low: number, high: number): number;
	/** A whole number from `low` to `high`, both possible. */
	whole(low: number, high: number): number;
	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T;
}

/** Spreads every bit of a seed over all others (the finalizer of MurmurHash3): neighbouring seeds give unlike drawings. */
function mixed(seed: number): number {
	let bits = seed | 0;
	bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
	bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
	return bits ^ (bits >>> 16);
}

/** A generator of its own for each seed; any finite number is a seed. */
export function chanceOf(seed: number): Chance {
	const generator = xoroshiro128plus(mixed(seed ^ 0x5bd1e995));
	const unit = () => uniformInt(generator, 0, STEPS) / STEPS;
	return {
		between: (low, high) => low + unit() * (high - low),
		whole: (low, high) => uniformInt(generator, low, high),
		pick: (list) => list[uniformInt(generator, 0, list.length - 1)] as (typeof list)[number]
	};
}
