// One receipt, re-scored from its raw responses: all that the statistics of a module need of it, so small that those of a
// thousand learners are read at once.
import type { HashedItem } from '$lib/banks/catalogue';
import { itemTypeOf } from '$lib/items/registry';
import type { Confidence } from '$lib/session/events';
import { pairsOf } from '$lib/session/answer';

/** What a learner answered to one item, as the receipt tells it. */
export interface Given {
	/** Place of the item in the module. */
	readonly item: number;
	/** In the shape of the item type; missing where nothing was answered. Of unknown origin. */
	readonly response?: unknown;
	/** On-screen time in milliseconds. */
	readonly ms: number;
	readonly confidence?: Confidence | undefined;
}

/** What stands out in an attempt, its time above all: a hint to ask, and no verdict. */
export interface Flag {
	readonly kind: 'gap' | 'clock' | 'hidden' | 'over-time' | 'late' | 'name';
	/** In words: "gap of 12 min". */
	readonly text: string;
}

/** How one item was answered. */
export interface Mark {
	/** Place of the item in the module. */
	readonly item: number;
	readonly points: number;
	readonly ms: number;
	readonly blank: boolean;
	/** Diagnosis keyed and diagnosis chosen, for each part where both name one. */
	readonly pairs: readonly (readonly [keyed: string, chosen: string])[];
}

export interface Digest {
	/** Id of the receipt: the hash of what was signed. */
	readonly receipt: string;
	readonly module: string;
	/** Thumbprint of the key of the learner's device. */
	readonly learner: string;
	/** The name or code that the learner gave. */
	readonly code: string;
	/** From 1. */
	readonly attempt: number;
	/** When it was handed in by the learner's clock, milliseconds since 1970. */
	readonly at: number;
	/** Time limit in seconds with the learner's accommodation; absent where there was none. */
	readonly limitS?: number | undefined;
	/** The learner's accommodation in words; absent where there is none. */
	readonly accommodation?: string | undefined;
	readonly flags: readonly Flag[];
	readonly marks: readonly Mark[];
}

/** Scores a response of unknown origin. One that is missing or cannot be read counts as blank: 0 points. */
export function markOf(item: HashedItem, given: Given): Mark {
	const type = itemTypeOf(item);
	const { response } = type.readResponse(item, given.response);
	return {
		item: given.item,
		points: type.score(item, response).points,
		ms: Math.max(0, Math.round(given.ms)),
		blank: type.isBlank(item, response),
		pairs: pairsOf(type.choices(item, response))
	};
}

/** The most points that an item can earn. */
export function maxOf(item: HashedItem): number {
	const type = itemTypeOf(item);
	return type.score(item, type.emptyResponse(item)).max;
}
