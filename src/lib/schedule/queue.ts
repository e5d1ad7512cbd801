// What is due, held against the banks as they are now: a question may have been taken out of its bank, or reworded, since it
// was last answered.
import type { ItemRef } from '$lib/banks/bank';
import type { Candidate } from '$lib/session/sampling';
import type { Card } from './cards.js';

export interface Queue {
	/** The questions to ask, in the order of the queue, in their present wording. */
	readonly refs: readonly ItemRef[];
	/** How many of them the learner was sure of and missed. */
	readonly sure: number;
	/** How many of them have been reworded since their last answer. Their cards stay: what they ask is the same. */
	readonly reworded: number;
	/** Items that no bank holds any more. They are not asked: what was withdrawn may have been wrong. */
	readonly gone: readonly string[];
}

/**
 * The queue for cards that are due. An item of a case study comes alone, not with the other five: it carries the record as it
 * stands at its step, is scored by itself as on the exam, and asking six because one is due would bring five too early.
 */
export function queueOf(cards: readonly Card[], candidates: readonly Candidate[]): Queue {
	const found = new Map<string, Candidate>();
	for (const one of candidates) {
		// Two banks may hold one item; the one it was answered from comes first.
		if (!found.has(one.id)) found.set(one.id, one);
	}
	const own = new Map(candidates.map((one) => [`${one.bank}/${one.id}`, one]));
	const refs: ItemRef[] = [];
	const gone: string[] = [];
	let sure = 0;
	let reworded = 0;
	for (const card of cards) {
		const now = own.get(`${card.bank}/${card.item}`) ?? found.get(card.item);
		if (now === undefined) {
			gone.push(card.item);
			continue;
		}
		refs.push({ bank: now.bank, item: now.id, hash: now.hash });
		if (card.rank === 0) sure += 1;
		if (now.hash !== card.hash) reworded += 1;
	}
	return { refs, sure, reworded, gone };
}
