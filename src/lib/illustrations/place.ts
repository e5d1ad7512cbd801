// Where lesions stand: at random, but never one on another.

export interface Spot {
	readonly x: number;
	readonly y: number;
	readonly r: number;
}

interface Field {
	readonly count: number;
	/** A new spot somewhere in the field. */
	readonly propose: () => Spot;
	/** Least free skin between two edges. */
	readonly gap: number;
	/** Spots that are there already. */
	readonly taken?: readonly Spot[];
}

const TRIES = 60;

/** Up to `count` spots that keep apart; fewer where the field is full. */
export function scatter({ count, propose, gap, taken = [] }: Field): Spot[] {
	const placed: Spot[] = [];
	for (let index = 0; index < count; index += 1) {
		for (let attempt = 0; attempt < TRIES; attempt += 1) {
			const spot = propose();
			const clear = [...taken, ...placed].every(
				(other) => Math.hypot(other.x - spot.x, other.y - spot.y) >= other.r + spot.r + gap
			);
			if (!clear) continue;
			placed.push(spot);
			break;
		}
	}
	return placed;
}
