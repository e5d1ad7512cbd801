// Contrast practice: which pairs of diagnoses to practise, and which questions tell the two apart.
import type { ItemRef } from '$lib/banks/bank';
import { confusedPairs, confusionMap, type ConfusedPair } from '$lib/progress/confusion';
import type { Rollup } from '$lib/progress/rollups';
import { rngFor, shuffled } from '$lib/session/random';
import type { Candidate, History } from '$lib/session/sampling';

export type Pair = readonly [a: string, b: string];

/** A pair that was mixed up this month retires from the list after so many answers without a mix-up, and one of old likewise. */
const CLEAN_ANSWERS = 8;

/**
 * The pairs to practise, worst first: those of the confusion map, without the ones that are told apart by now. That is so
 * when either diagnosis was keyed in at least eight answers of the present month and the two were not mixed up in it.
 */
export function pairsToPractise(all: readonly Rollup[], month: readonly Rollup[]): ConfusedPair[] {
	const now = confusionMap(month, []);
	return confusedPairs(all).filter(({ missed, takenFor }) => {
		const answers = now.keyed(missed) + now.keyed(takenFor);
		const mixed = now.cell(missed, takenFor).n + now.cell(takenFor, missed).n;
		return mixed > 0 || answers < CLEAN_ANSWERS;
	});
}

/** Items that key or offer either diagnosis of a pair; those with both first. */
export function itemsOn(pair: Pair, candidates: readonly Candidate[]): Candidate[] {
	const held = new Set<string>();
	const counted = candidates.flatMap((one) => {
		const both = pair.filter((entity) => one.entities?.includes(entity)).length;
		if (both === 0 || held.has(one.id)) return [];
		held.add(one.id);
		return [{ one, both }];
	});
	return counted.sort((a, b) => b.both - a.both).map(({ one }) => one);
}

/**
 * Draws a quiz on a pair: items with both diagnoses before those with one, and within these the never seen and the missed
 * before the rest. Their order in the quiz is random, so that the two come interleaved. An item of a case study comes alone.
 */
export function drawContrast(
	pair: Pair,
	candidates: readonly Candidate[],
	history: History,
	{ count, seed }: { readonly count: number; readonly seed: number }
): ItemRef[] {
	const rng = rngFor(seed, 'contrast');
	const has = (one: Candidate) => pair.filter((entity) => one.entities?.includes(entity)).length;
	const rank = (one: Candidate) => {
		const seen = history.get(one.id);
		return seen === undefined || seen.seen === 0 ? 0 : seen.lastCorrect ? 2 : 1;
	};
	const chosen = shuffled(itemsOn(pair, candidates), rng)
		.sort((a, b) => has(b) - has(a) || rank(a) - rank(b))
		.slice(0, count);
	return shuffled(chosen, rng).map(({ bank, id, hash }) => ({ bank, item: id, hash }));
}
