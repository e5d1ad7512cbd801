// Sums over the first attempt of each learner of a module. Sums are added to in place: a thousand receipts of fifty items are some
// hundred thousand additions.
import { rollupKey, type Rollup } from '$lib/progress/rollups';
import { outcomeOf } from '$lib/session/answer';
import type { Digest, Mark } from './digest.js';
import type { TermItem } from './terms.js';

/** Sums over the first attempts at one item. */
export interface ItemSum {
	readonly n: number;
	readonly points: number;
	readonly correct: number;
	readonly blank: number;
	readonly ms: number;
}

type Growing<T> = { -readonly [K in keyof T]: T[K] };

/** Sums to which one learner after the other is added. */
export class Sums {
	#items: readonly TermItem[];
	#topics = new Map<string, Growing<Rollup>>();
	#pairs = new Map<string, Growing<Rollup>>();
	#people = new Map<string, number>();
	#byItem: Growing<ItemSum>[];

	constructor(items: readonly TermItem[]) {
		this.#items = items;
		this.#byItem = items.map(() => ({ n: 0, points: 0, correct: 0, blank: 0, ms: 0 }));
	}

	/** Adds the first attempt of a learner. */
	add({ marks }: Pick<Digest, 'marks'>): void {
		const keys = new Set<string>();
		for (const mark of marks) {
			const item = this.#items[mark.item];
			const sum = this.#byItem[mark.item];
			if (item === undefined || sum === undefined) continue;
			const outcome = outcomeOf({ points: mark.points, max: item.max });
			for (const topic of new Set(item.topics))
				keys.add(raise(this.#topics, rollupKey('topic', topic), mark, { outcome, max: item.max }));
			for (const [keyed, chosen] of mark.pairs)
				keys.add(
					raise(this.#pairs, rollupKey('pair', keyed, chosen), mark, { outcome, max: item.max })
				);
			sum.n += 1;
			sum.points += mark.points;
			sum.correct += outcome === 'correct' ? 1 : 0;
			sum.blank += mark.blank ? 1 : 0;
			sum.ms += mark.ms;
		}
		for (const key of keys) this.#people.set(key, (this.#people.get(key) ?? 0) + 1);
	}

	/** By topic, by pair, learners behind each of both, by item. */
	end() {
		return {
			topics: sorted(this.#topics),
			pairs: sorted(this.#pairs),
			people: Object.fromEntries(this.#people),
			items: this.#byItem
		};
	}
}

/** Adds a mark to the sum of a key, and gives the key. */
function raise(
	sums: Map<string, Growing<Rollup>>,
	key: string,
	{ points, ms }: Mark,
	{ outcome, max }: { readonly outcome: ReturnType<typeof outcomeOf>; readonly max: number }
): string {
	const correct = outcome === 'correct' ? 1 : 0;
	const before = sums.get(key);
	const sum = before ?? emptySum(key);
	if (before === undefined) sums.set(key, sum);
	sum.n += 1;
	sum.correct += correct;
	sum.partly += outcome === 'partly' ? 1 : 0;
	sum.points += points;
	sum.max += max;
	sum.firstN += 1;
	sum.firstCorrect += correct;
	sum.activeMs += ms;
	return key;
}

const emptySum = (key: string): Growing<Rollup> => ({
	key,
	n: 0,
	correct: 0,
	partly: 0,
	points: 0,
	max: 0,
	firstN: 0,
	firstCorrect: 0,
	activeMs: 0
});

const sorted = (sums: ReadonlyMap<string, Rollup>) =>
	[...sums.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
