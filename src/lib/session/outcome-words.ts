import type { Score } from '$lib/items/contract';
import { outcomeOf } from './answer.js';

const WORDS = { correct: 'Correct', partly: 'Partly correct', incorrect: 'Incorrect' } as const;

/** Names of the icons that say how an answer came out. */
export const OUTCOME_ICONS = { correct: 'check', partly: 'half', incorrect: 'cross' } as const;

/** "Correct", "Partly correct" or "Incorrect". */
export function outcomeWord(score: Pick<Score, 'points' | 'max'>): string {
	return WORDS[outcomeOf(score)];
}

/** "2 of 4 points". */
export function pointsOf(score: Pick<Score, 'points' | 'max'>): string {
	return `${score.points} of ${score.max} ${score.max === 1 ? 'point' : 'points'}`;
}
