// Draws from banks that are too large to be listed: which places to look at is decided by the counts of their kinds alone, and
// what stands there is then drawn from like everything else.
import type { BankBrief, ItemKind } from '$lib/banks/catalogue';
import type { Place } from '$lib/banks/shelf';
import { rngFor, shuffled, type Rng } from './random.js';
import { allowed, unitsOf, type Candidate, type Wishes } from './sampling.js';

/** A kind of items, and where it stands. */
export interface UnlistedKind extends ItemKind {
	readonly bank: string;
	/** Index of the kind in the bank's brief. */
	readonly kind: number;
}

/** Items to be looked at: those listed, and places by bank. */
export interface Sample {
	readonly listed: readonly Candidate[];
	readonly places: ReadonlyMap<string, readonly Place[]>;
}

/** The kinds of all banks that fit the wishes; the pool is not looked at. */
export function kindsOf(briefs: readonly BankBrief[], wishes: Wishes = {}): UnlistedKind[] {
	return briefs.flatMap(({ id, kinds = [] }) =>
		kinds.flatMap((one, kind) =>
			allowed(wishes.banks, id) &&
			allowed(wishes.topics, ...one.topics) &&
			allowed(wishes.types, one.type) &&
			allowed(wishes.difficulties, one.difficulty)
				? [{ ...one, bank: id, kind }]
				: []
		)
	);
}

/** How many items are of these kinds. */
export const countOf = (kinds: readonly UnlistedKind[]) =>
	kinds.reduce((sum, one) => sum + one.count, 0);

/**
 * A random sample of what is there, large enough to draw `count` items from: `share` times as many of each leading topic as
 * its turns will take, so that there is a choice between items never seen and others; where topics run out, `count` of any
 * topic besides. Every single item and every case study is as likely as any other of its topic, listed or not. Without kinds
 * everything listed is the sample.
 */
export function sampleOf(
	listed: readonly Candidate[],
	kinds: readonly UnlistedKind[],
	{ count, seed, share = 3 }: { count: number; seed: number; share?: number }
): Sample {
	if (kinds.length === 0) return { listed, places: new Map() };
	const rng = rngFor(seed, 'sample');
	const topics = shelvesOf(listed, kinds);
	const turns = Math.ceil(count / topics.length);
	const chosen = new Chosen();
	let taken = 0;
	for (const topic of topics) taken += topic.take(turns * share, rng, chosen);
	if (taken < count) new Topic(topics.flatMap((one) => one.shelves)).take(count, rng, chosen);
	return chosen;
}

/** Units that are counted through: those listed of a topic, or those of a kind. */
type Shelf =
	| { readonly size: number; readonly units: readonly (readonly Candidate[])[] }
	| { readonly size: number; readonly kind: UnlistedKind };

function shelvesOf(listed: readonly Candidate[], kinds: readonly UnlistedKind[]): Topic[] {
	const topics = new Map<string, { units: (readonly Candidate[])[]; kinds: UnlistedKind[] }>();
	const at = (topic = '') => {
		const there = topics.get(topic) ?? { units: [], kinds: [] };
		topics.set(topic, there);
		return there;
	};
	for (const unit of unitsOf(listed)) at(unit[0]?.topics[0]).units.push(unit);
	for (const kind of kinds) at(kind.topics[0]).kinds.push(kind);
	return [...topics.values()].map(
		(topic) =>
			new Topic([
				{ size: topic.units.length, units: topic.units },
				...topic.kinds.map((kind) => ({ size: kind.count, kind }))
			])
	);
}

/** Everything that a topic, or several, hold, counted through from 0. */
class Topic {
	readonly shelves: readonly Shelf[];
	readonly #size: number;

	constructor(shelves: readonly Shelf[]) {
		this.shelves = shelves;
		this.#size = shelves.reduce((sum, one) => sum + one.size, 0);
	}

	/** Chooses `count` different ones by chance, or all where there are no more. Gives how many. */
	take(count: number, rng: Rng, chosen: Chosen): number {
		const most = Math.min(count, this.#size);
		for (const number of distinct(most, this.#size, rng)) this.#choose(number, chosen);
		return most;
	}

	#choose(number: number, chosen: Chosen): void {
		let n = number;
		for (const shelf of this.shelves) {
			if (n < shelf.size) {
				if ('units' in shelf) chosen.addUnit(shelf.units[n] ?? []);
				else chosen.addPlace(shelf.kind, n);
				return;
			}
			n -= shelf.size;
		}
	}
}

/** So many different numbers in [0, below). */
function distinct(count: number, below: number, rng: Rng): Iterable<number> {
	if (count * 2 > below) {
		return shuffled(
			Array.from({ length: below }, (_, at) => at),
			rng
		).slice(0, count);
	}
	const numbers = new Set<number>();
	while (numbers.size < count) numbers.add(rng(below));
	return numbers;
}

/** What has been chosen so far; what is chosen twice is there once. */
class Chosen implements Sample {
	readonly #units = new Set<readonly Candidate[]>();
	readonly #places = new Map<string, Map<string, Place>>();

	addUnit(unit: readonly Candidate[]): void {
		this.#units.add(unit);
	}

	addPlace({ bank, kind }: UnlistedKind, n: number): void {
		const places = this.#places.get(bank) ?? new Map<string, Place>();
		places.set(`${kind}/${n}`, { kind, n });
		this.#places.set(bank, places);
	}

	get listed(): Candidate[] {
		return [...this.#units].flat();
	}

	get places(): Map<string, Place[]> {
		return new Map([...this.#places].map(([bank, places]) => [bank, [...places.values()]]));
	}
}
