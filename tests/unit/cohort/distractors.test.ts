import { describe, expect, it } from 'vitest';
import { distractorsOf } from '$lib/cohort/distractors';
import { scoreCohort } from '$lib/cohort/score';
import { NO_MINIMA } from '$lib/cohort/statistic';
import vectors from '../../cases/psychometrics/classical.json';
import { choiceResults, everyType } from './cohorts';

const { key, distractors, expected } = vectors.distractors;

/** Takers of one item as in the vectors, then a second item to make totals differ. */
function takers(second: (choice: string) => string) {
	const counts = [key, ...distractors];
	const first = counts.flatMap((n, at) => Array<string>(n).fill('abcd'[at] ?? '-'));
	const { file, contents } = choiceResults(first.map((choice) => choice + second(choice)));
	return scoreCohort(file, contents);
}

describe('the distractor table', () => {
	it('tells functional distractors from others', () => {
		const table = distractorsOf(
			takers((choice) => (choice === 'a' ? 'a' : 'b')),
			0
		);
		const [right, ...wrong] = table.options;
		expect(right).toMatchObject({ keyed: true, chosen: 22, share: 0.55, functional: undefined });
		expect(wrong.map((one) => one.functional)).toEqual(expected.functional);
		expect(table.efficiency.value).toBeCloseTo(expected.efficiency, 3);
		expect(wrong.map((one) => one.outscoresKey)).toEqual([false, false, false]);
		expect(right?.meanTotal).toBe(1);
		expect(right?.correlation.value).toBeCloseTo(1, 9);
	});
	it('points at a distractor whose takers outscore those of the key', () => {
		const table = distractorsOf(
			takers((choice) => (choice === 'b' ? 'a' : 'b')),
			0
		);
		// Takers of b earn 1 of 2, as those of the key do.
		expect(table.options.map((one) => one.meanTotal)).toEqual([0.5, 0.5, 0, 0]);
		const cohort = takers((choice) => (choice === 'b' ? 'a' : 'b'));
		const wide = {
			...cohort,
			items: [...cohort.items, ...cohort.items.slice(1)],
			cells: cohort.cells.map((row) => [...row, row[1]])
		};
		expect(distractorsOf(wide, 0).options.map((one) => one.outscoresKey)).toEqual([
			undefined,
			true,
			false,
			false
		]);
	});
	it('withholds verdicts from few learners, and counts blanks', () => {
		const { file, contents } = choiceResults(['a-', 'ba', '-a']);
		const table = distractorsOf(scoreCohort(file, contents), 0);
		expect(table).toMatchObject({ n: 3, blank: 1, efficiency: { reason: 'few', needs: 20 } });
		expect(table.options.every((one) => one.functional === undefined)).toBe(true);
		expect(table.options.map((one) => one.chosen)).toEqual([1, 1, 0, 0]);
	});
	it.each([...everyType()])('is made for every item type: %s', (hash, item) => {
		const items = [{ bank: 'b', item: item.id, hash }];
		const learners = [
			{ learner: 'x', attempts: [{ n: 1, responses: [{ item: `b/${item.id}` }] }] }
		];
		const table = distractorsOf(
			scoreCohort({ items, learners }, new Map([[hash, item]])),
			0,
			NO_MINIMA
		);
		expect(table.options.length).toBeGreaterThan(1);
		expect(table.options.some((one) => one.keyed)).toBe(true);
		expect(table.blank).toBe(1);
	});
});
