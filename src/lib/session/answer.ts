// Makes the record of an attempt: the response scored, with what later statistics need.
import type { HashedItem } from '$lib/banks/catalogue';
import type { ItemRef } from '$lib/banks/bank';
import { itemTypeOf } from '$lib/items/loaded';
import type { Choice, Score } from '$lib/items/contract';
import type { Draft } from './state.js';
import type { Answer, Mode } from './events.js';

export interface AnswerInput {
	/** UUIDv7 for the attempt. */
	readonly id: string;
	readonly ref: ItemRef;
	readonly index: number;
	readonly item: HashedItem;
	readonly mode: Mode;
	readonly draft: Draft | undefined;
	readonly first: boolean;
	/** What the response of the draft is worth, where that is known already. */
	readonly worth?: Worth | undefined;
}

/** What a response is worth, whoever gives it and when. */
export interface Worth {
	/** As it was understood. */
	readonly response: unknown;
	readonly score: Score;
	readonly choices: readonly Choice[];
}

/** Scores a response. One that is missing or cannot be read counts as blank: 0 points. */
export function worthOf(item: HashedItem, given: unknown): Worth {
	const type = itemTypeOf(item);
	const { response } = type.readResponse(item, given);
	return { response, score: type.score(item, response), choices: type.choices(item, response) };
}

/** `worthOf`, which remembers the response that it was asked about last. */
export function appraiser(): typeof worthOf {
	let last: { item: HashedItem; given: unknown; worth: Worth } | undefined;
	return (item, given) => {
		if (last?.item !== item || last.given !== given) {
			last = { item, given, worth: worthOf(item, given) };
		}
		return last.worth;
	};
}

/** Makes the record of an attempt, of a scored response. */
export function makeAnswer(input: AnswerInput): Answer {
	const { item, draft } = input;
	const { response, score, choices } = input.worth ?? worthOf(item, draft?.response);
	const misconceptions = choices.flatMap((one) =>
		one.chosen && !one.keyed && one.misconception !== undefined ? [one.misconception] : []
	);
	return {
		id: input.id,
		ref: input.ref,
		index: input.index,
		type: item.type,
		topics: [...item.topics],
		difficulty: item.difficulty,
		...(item.step !== undefined && { step: item.step }),
		mode: input.mode,
		response,
		points: score.points,
		max: score.max,
		...(draft?.confidence !== undefined && { confidence: draft.confidence }),
		activeMs: Math.max(0, Math.round(draft?.activeMs ?? 0)),
		first: input.first,
		pairs: pairsOf(choices),
		...(item.tone !== undefined && { tone: item.tone }),
		...(misconceptions.length > 0 && { misconceptions })
	};
}

/**
 * For each part of which one option is keyed and one was chosen: the diagnosis keyed and the diagnosis chosen, where both
 * options name one. Parts with several keys say nothing about which was taken for which.
 */
export function pairsOf(choices: readonly Choice[]): [string, string][] {
	const parts = new Map<string, Choice[]>();
	for (const one of choices) parts.set(one.part, [...(parts.get(one.part) ?? []), one]);
	return [...parts.values()].flatMap((part) => {
		const keyed = part.filter((one) => one.keyed);
		const chosen = part.filter((one) => one.chosen);
		const key = keyed[0]?.entity;
		const pick = chosen[0]?.entity;
		if (keyed.length !== 1 || chosen.length !== 1 || key === undefined || pick === undefined)
			return [];
		return [[key, pick] as [string, string]];
	});
}

/** How an answer came out, in the words that the status begins with. */
export function outcomeOf(score: {
	readonly points: number;
	readonly max: number;
}): 'correct' | 'partly' | 'incorrect' {
	if (score.points >= score.max) return 'correct';
	return score.points > 0 ? 'partly' : 'incorrect';
}
