// What a fault is: something that goes wrong on purpose, tried as often as asked, each time from a seed.
import type { Dice } from './dice.js';
import type { Ground } from './ground.js';

/** Figures of docs/promises.md that faults stand for. */
export type PromiseId = 'P1' | 'P2' | 'P3' | 'P4' | 'P5' | 'P6' | 'P7' | 'P8';
export type Engine = 'Chromium' | 'Firefox' | 'WebKitGTK' | 'Node';

/** Something prepared on which a fault can be tried again and again. */
export interface Rig {
	/** Rejects when what is promised does not hold. Gives how many tries it was, 1 where it says nothing. */
	trial(dice: Dice, seed: number): Promise<number | void>;
	close(): Promise<void>;
}

export interface Fault {
	/** `F1` to `F30`. */
	readonly id: string;
	/** What goes wrong and what must hold, for the table: "Browser killed while answering: …". */
	readonly title: string;
	readonly promise: PromiseId;
	readonly engine: Engine;
	/**
	 * Names of the cases where there is a fixed list: the seed is then the place in it. Absent: every seed is another case.
	 */
	readonly cases?: readonly string[];
	/** How many trials in a quick run, and in a long one; of a list, the first ones. */
	readonly quick: number;
	readonly long: number;
	/** Why it cannot be tried on this machine, or undefined. */
	readonly missing?: () => string | undefined;
	readonly prepare: (ground: Ground) => Promise<Rig>;
}

/** Throws unless something that is promised holds. */
export function hold(condition: unknown, broken: string): asserts condition {
	if (condition !== true) throw new Broken(broken);
}

/** A promise that was broken, as against a fault suite that is. */
export class Broken extends Error {
	override readonly name = 'Broken';
}
