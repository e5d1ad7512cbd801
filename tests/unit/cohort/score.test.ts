import { describe, expect, it } from 'vitest';
import { itemTypeOf } from '$lib/items/registry';
import { isComplete, matrixOf } from '$lib/cohort/matrix';
import { ATTEMPT_CHOICES, scoreCohort } from '$lib/cohort/score';
import { choiceResults, everyType } from './cohorts';

describe('a cohort', () => {
	it('is scored from the raw responses', () => {
		const { file, contents } = choiceResults(['ab-', 'aa ']);
		const cohort = scoreCohort(file, contents);
		expect(matrixOf(cohort)).toEqual({
			learners: ['L01', 'L02'],
			max: [1, 1, 1],
			points: [
				[1, 0, 0],
				[1, 1, undefined]
			]
		});
		expect(isComplete(matrixOf(cohort))).toBe(false);
		expect(cohort.cells[0]?.[2]).toEqual({ points: 0, response: {}, blank: true });
		expect(cohort.unread).toEqual([]);
	});
	it('gives every item type its key in full', () => {
		const contents = everyType();
		const items = [...contents].map(([hash, item]) => ({ bank: 'b', item: item.id, hash }));
		const responses = [...contents.values()].map((item) => ({
			item: `b/${item.id}`,
			response: itemTypeOf(item).key(item)
		}));
		const cohort = scoreCohort(
			{ items, learners: [{ learner: 'x', attempts: [{ n: 1, responses }] }] },
			contents
		);
		expect(cohort.cells[0]?.map((cell) => cell?.points)).toEqual(
			cohort.items.map((one) => one.max)
		);
		expect(cohort.items.length).toBeGreaterThan(15);
	});
	it('names what it could not read, and items that it does not have', () => {
		const { file, contents } = choiceResults(['zb']);
		const cohort = scoreCohort(file, new Map([...contents].slice(0, 1)));
		expect(cohort.unknown.map((one) => one.item)).toEqual(['i2']);
		expect(cohort.items.map((one) => one.key)).toEqual(['test/i1']);
		expect(cohort.unread.map(({ learner, item }) => [learner, item])).toEqual([['L01', 'test/i1']]);
	});
	it.each(ATTEMPT_CHOICES)('looks at one attempt of each learner: the %s', (choice) => {
		const { file, contents } = choiceResults(['bb']);
		const attempt = (n: number, ...choices: string[]) => ({
			n,
			responses: choices.map((one, at) => ({ item: `test/i${at + 1}`, response: { choice: one } }))
		});
		const attempts = [attempt(3, 'b', 'a'), attempt(2, 'a', 'a'), attempt(1, 'b', 'b')];
		const cohort = scoreCohort(
			{ ...file, learners: [{ learner: 'x', attempts }] },
			contents,
			choice
		);
		const wanted = { first: [0, 0], last: [0, 1], best: [1, 1] };
		expect(matrixOf(cohort).points).toEqual([wanted[choice]]);
	});
});
