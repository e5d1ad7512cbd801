// Chance from a seed: the same seed, the same run.
export class Dice {
	#state: number;

	constructor(seed: number) {
		// Neighbouring seeds must not give neighbouring numbers.
		this.#state = (Math.imul(seed + 1, 2654435761) ^ 0x5bd1e995) >>> 0;
		for (let turn = 0; turn < 4; turn += 1) this.next();
	}

	/** 0 to 1, without 1. */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	/** A whole number from 0 to `below`, without it. */
	below(below: number): number {
		return Math.floor(this.next() * below);
	}

	between(least: number, most: number): number {
		return least + this.below(most - least + 1);
	}

	pick<T>(all: readonly T[]): T {
		const one = all[this.below(all.length)];
		if (one === undefined) throw new Error('Nothing to pick from');
		return one;
	}
}
