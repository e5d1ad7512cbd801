import { describe, expect, it } from 'vitest';
import { analyse } from '$lib/cohort/analysis';
import { fixed, itemFormulas, testFormulas } from '$lib/cohort/formulas';
import { scoreCohort } from '$lib/cohort/score';
import { NO_MINIMA } from '$lib/cohort/statistic';
import vectors from '../../cases/psychometrics/classical.json';
import { choiceResults } from './cohorts';

const { file, contents } = choiceResults(
	vectors.classicalTestTheory.data.responses.map((row) =>
		row.map((one) => (one === 1 ? 'a' : 'b')).join('')
	)
);
const found = analyse(scoreCohort(file, contents), NO_MINIMA);
const second = found.items[1];
if (second === undefined) throw new Error('There are five items');

describe('a formula', () => {
	const shown = new Map(
		[...itemFormulas(second, true), ...testFormulas(found.reliability, found.totals)].map((one) => [
			one.id,
			one
		])
	);
	it.each([
		['facility', '0.70', 'p = 7 ÷ (10 × 1) = 0.70; interval 0.40 to 0.89'],
		['upper-lower', '0.67', 'D = 1.00 (3 learners) − 0.33 (3 learners) = 0.67'],
		['moodle-efficiency', '67\u00a0%', '= 66.67\u00a0%'],
		['weight', '23\u00a0%', '= 23.10\u00a0%'],
		['alpha', '0.42', 'α = 5 ÷ 4 × (1 − 1.1889 ÷ 1.7889) = 0.42'],
		['sem', '1.02 points', 'SEM = 1.3375 × √(1 − 0.4193) = 1.02; around the mean from 1.7 to 3.7'],
		['length-0.7', '17', '= 3.23; × 5 questions = 17'],
		['mean', '2.7 of 5', '27.0 ÷ 10 = 2.70; standard deviation 1.34']
	])('%s holds the numbers of the class', (id, value, numbers) => {
		expect(shown.get(id)?.value).toBe(value);
		expect(shown.get(id)?.numbers).toContain(numbers);
	});
	it('works out: the numbers of the point-biserial give its value', () => {
		const text = shown.get('point-biserial')?.numbers ?? '';
		const [cov = 0, varX = 0, varY = 0] = (text.match(/\d+\.\d{4}/g) ?? []).map(Number);
		expect(cov / Math.sqrt(varX * varY)).toBeCloseTo(0.4364, 3);
	});
	it('says why it is withheld', () => {
		const few = analyse(scoreCohort(file, contents)).items[1];
		if (few === undefined) throw new Error('There are five items');
		const [facility, corrected] = itemFormulas(few, true);
		expect(facility?.withheld).toBeUndefined();
		expect(corrected).toMatchObject({
			value: undefined,
			numbers: undefined,
			withheld: 'Withheld: 10 learners, and it takes 20.'
		});
	});
	it('writes no minus nought', () => {
		expect([fixed(-0.001), fixed(-0.25)]).toEqual(['0.00', '\u22120.25']);
	});
});

describe('signs', () => {
	it('point at an item that goes against the rest', () => {
		const against = found.items.filter((one) => one.signs.includes('against-the-rest'));
		expect(against.map((one) => one.ref.item)).toEqual(['i5']);
		// Of three wrong options only one was ever chosen.
		expect(found.items.every((one) => one.signs.includes('idle-distractors'))).toBe(true);
	});
	it('are silent in a small class', () => {
		expect(analyse(scoreCohort(file, contents)).items.flatMap((one) => one.signs)).toEqual([]);
	});
});
