import { describe, expect, it } from 'vitest';
import { outcomeOf } from '$lib/session/answer';
import { outcomeWord, pointsOf } from '$lib/session/outcome-words';

describe.each([
	{ points: 0, max: 1, kind: 'incorrect', word: 'Incorrect', words: '0 of 1 point' },
	{ points: 1, max: 1, kind: 'correct', word: 'Correct', words: '1 of 1 point' },
	{ points: 2, max: 4, kind: 'partly', word: 'Partly correct', words: '2 of 4 points' },
	{ points: 0, max: 4, kind: 'incorrect', word: 'Incorrect', words: '0 of 4 points' },
	{ points: 4, max: 4, kind: 'correct', word: 'Correct', words: '4 of 4 points' }
])('$points of $max', ({ points, max, kind, word, words }) => {
	it('has its outcome and its words', () => {
		expect(outcomeOf({ points, max })).toBe(kind);
		expect(outcomeWord({ points, max })).toBe(word);
		expect(pointsOf({ points, max })).toBe(words);
	});
});
