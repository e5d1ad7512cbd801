// Sums, and learners who make them: with a seed, so that each says the same every time.
import { rollupKey, rollUp, type Rollup } from '$lib/progress/rollups';
import { rngFor } from '$lib/session/random';
import { checked } from '../storage/events';

/** A sum of `n` answers. */
export function sum(key: string, n: number, correct = 0, more: Partial<Rollup> = {}): Rollup {
	return {
		key,
		n,
		correct,
		partly: 0,
		points: correct,
		max: n,
		firstN: 0,
		firstCorrect: 0,
		activeMs: 0,
		...more
	};
}

/** A sum of a cell of the confusion map. */
export const pair = (keyed: string, chosen: string, n: number) =>
	sum(rollupKey('pair', keyed, chosen), n);

export interface Learner {
	readonly seed: number;
	readonly entities: readonly string[];
	/** The two that are taken for one another, and how often out of 100. */
	readonly confuses: readonly [string, string];
	readonly percent: number;
	/** Slips into any other diagnosis, out of 100. */
	readonly slips: number;
}

/** The sums of kind `pair` of a learner who answers `count` questions, each keyed to an entity drawn at random. */
export function pairsOfLearner(learner: Learner, count: number): Rollup[] {
	const { entities, confuses, percent, slips } = learner;
	const rng = rngFor(learner.seed, 'learner');
	const one = () => entities[rng(entities.length)] ?? '';
	const events = Array.from({ length: count }, (_, index) => {
		const keyed = one();
		const mixes = confuses.includes(keyed) && rng(100) < percent;
		const other = confuses.find((name) => name !== keyed) ?? keyed;
		const chosen = mixes ? other : rng(100) < slips ? one() : keyed;
		return checked('s', index, { pairs: [[keyed, chosen]], points: keyed === chosen ? 1 : 0 });
	});
	return [...rollUp(events).values()].filter(({ key }) => key.startsWith('pair/'));
}
