// Draws the items of a quiz from what is there, by the learner's wishes and a seed.
import type { ItemRef } from '$lib/banks/bank';
import type { ItemBrief } from '$lib/banks/catalogue';
import { rngFor, shuffled } from './random.js';

/** An item that could be drawn. */
export interface Candidate extends ItemBrief {
	readonly bank: string;
}

/** What a learner has done with an item so far. */
export interface ItemHistory {
	readonly seen: number;
	/** Whether the last answer earned full points. */
	readonly lastCorrect: boolean;
}

export const POOLS = ['all', 'unseen', 'missed'] as const;
/** `unseen`: never answered. `missed`: last answer did not earn full points. */
export type Pool = (typeof POOLS)[number];

/** Wishes; an absent or empty list means no restriction. */
export interface Wishes {
	readonly banks?: readonly string[];
	readonly topics?: readonly string[];
	readonly types?: readonly string[];
	readonly difficulties?: readonly string[];
	readonly pool?: Pool;
}

export type History = ReadonlyMap<string, ItemHistory>;

const allowed = (list: readonly string[] | undefined, ...values: readonly string[]) =>
	list === undefined || list.length === 0 || values.some((value) => list.includes(value));

/** The candidates that fit the wishes. */
export function matching(
	candidates: readonly Candidate[],
	wishes: Wishes,
	history: History
): Candidate[] {
	return candidates.filter(
		(one) =>
			allowed(wishes.banks, one.bank) &&
			allowed(wishes.topics, ...one.topics) &&
			allowed(wishes.types, one.type) &&
			allowed(wishes.difficulties, one.difficulty) &&
			inPool(history.get(one.id), wishes.pool ?? 'all')
	);
}

function inPool(history: ItemHistory | undefined, pool: Pool): boolean {
	if (pool === 'unseen') return history === undefined || history.seen === 0;
	if (pool === 'missed') return history !== undefined && history.seen > 0 && !history.lastCorrect;
	return true;
}

/**
 * Draws `count` items without repetition (fewer where there are fewer). Topics take turns, so that a mixed quiz is mixed;
 * within a topic, items never seen come before those missed, and those before the rest. `first`, where it fits, opens
 * the quiz and is its topic's turn.
 */
export function draw(
	candidates: readonly Candidate[],
	history: History,
	options: { readonly count: number; readonly seed: number; readonly first?: string | undefined }
): ItemRef[] {
	const rng = rngFor(options.seed, 'draw');
	const queues = byTopic(shuffled(candidates, rng));
	for (const queue of queues) {
		queue.sort((a, b) => rank(history.get(a.id)) - rank(history.get(b.id)));
	}
	const opening = candidates.find((one) => one.id === options.first && options.count > 0);
	const opened = (queue: readonly Candidate[]) => Number(queue.some((one) => one === opening));
	const turns = shuffled(queues, rng).sort((a, b) => opened(a) - opened(b));
	const drawn: Candidate[] = opening === undefined ? [] : [opening];
	const taken = new Set(drawn.map((one) => one.id));
	const most = Math.min(options.count, new Set(candidates.map((one) => one.id)).size);
	while (drawn.length < most) {
		for (const queue of turns) {
			const next = queue.find((one) => !taken.has(one.id));
			if (next === undefined || drawn.length >= most) continue;
			taken.add(next.id);
			drawn.push(next);
		}
	}
	return drawn.map(({ bank, id, hash }) => ({ bank, item: id, hash }));
}

/** The candidates of each leading topic, in the order they came. */
function byTopic(candidates: readonly Candidate[]): Candidate[][] {
	const queues = new Map<string, Candidate[]>();
	for (const one of candidates) {
		const topic = one.topics[0] ?? '';
		const queue = queues.get(topic);
		if (queue === undefined) queues.set(topic, [one]);
		else queue.push(one);
	}
	return [...queues.values()];
}

function rank(history: ItemHistory | undefined): number {
	if (history === undefined || history.seen === 0) return 0;
	return history.lastCorrect ? 2 : 1;
}
