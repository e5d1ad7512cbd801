import { describe, expect, it } from 'vitest';
import { byToneGroup, differenceOf, lightLessDark, parityWords } from '$lib/progress/parity';
import { rollupKey } from '$lib/progress/rollups';
import { wilson } from '$lib/progress/wilson';
import { sum } from './sums';

const shade = (number: number, n: number, correct: number) =>
	sum(rollupKey('tone', String(number)), n, correct);

describe('parity', () => {
	it('puts shades together by group and leaves out empty groups', () => {
		const groups = byToneGroup([shade(1, 2, 1), shade(3, 2, 2), shade(10, 4, 1)]);
		expect(groups.map((one) => [one.key, one.n, one.correct])).toEqual([
			['tone-group/light', 4, 3],
			['tone-group/dark', 4, 1]
		]);
	});

	it('has the interval of Newcombe', () => {
		// Newcombe 1998, table II, example (a): 56/70 and 48/80 give 0.2000 (0.0524 to 0.3339) by method 10.
		const found = differenceOf(wilson(56, 70), wilson(48, 80));
		expect(found?.difference).toBeCloseTo(0.2, 4);
		expect(found?.low).toBeCloseTo(0.0524, 4);
		expect(found?.high).toBeCloseTo(0.3339, 4);
		expect(differenceOf(wilson(1, 2), undefined)).toBeUndefined();
	});

	it.each([
		['less often on dark skin', [shade(2, 70, 56), shade(8, 80, 40)]],
		['less often on light skin', [shade(2, 80, 40), shade(8, 70, 56)]],
		['No difference', [shade(2, 8, 6), shade(8, 8, 5)]]
	])('says: %s', (words, sums) => {
		const found = lightLessDark(sums);
		expect(found === undefined ? '' : parityWords(found)).toContain(words);
	});

	it('says nothing without both', () => {
		expect(lightLessDark([shade(2, 70, 56)])).toBeUndefined();
	});
});
