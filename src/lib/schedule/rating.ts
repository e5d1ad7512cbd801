// How an answer becomes a rating of FSRS. docs/review.md and the page Review say the same in words: change them together.
import type { Answer, Confidence } from '$lib/session/events';

/** The ratings of FSRS, by the numbers that ts-fsrs gives them. */
export const RATINGS = { again: 1, hard: 2, good: 3, easy: 4 } as const;
export type Rating = keyof typeof RATINGS;

/** How much of an answer rates it. */
export type Rated = Pick<Answer, 'points' | 'max' | 'activeMs'> & {
	readonly confidence?: Confidence | undefined;
};

/** A question that was never on screen, because an exam ended before it, says nothing about memory. */
export function wasAsked(answer: Rated): boolean {
	return answer.activeMs > 0 || answer.points > 0;
}

/**
 * The rating of an answer. Less than half of the points: *again*. Half or more, but not all: *hard*. All: *good*; *hard*
 * for what the learner called a guess, since a lucky guess is no memory; *easy* for what they were certain of.
 */
export function ratingOf(answer: Rated): Rating {
	if (answer.points * 2 < answer.max) return 'again';
	if (answer.points < answer.max || answer.confidence === 'guess') return 'hard';
	return answer.confidence === 'certain' ? 'easy' : 'good';
}

/** Place in the queue of what is due, the first is 0. */
export type Rank = 0 | 1 | 2;

/**
 * Where a card stands in the queue after an answer: 0 for one the learner was sure of and that missed points, because
 * nobody looks up what they believe they know; 1 for others that missed points; 2 for the rest.
 */
export function rankOf(answer: Rated): Rank {
	if (answer.points >= answer.max) return 2;
	return answer.confidence === 'certain' || answer.confidence === 'fairly-sure' ? 0 : 1;
}
