import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { angoff, consequenceOf, ebel, hofstee } from '$lib/cohort/pass-mark';
import { reaches } from '$lib/cohort/summary';
import vectors from '../../cases/psychometrics/classical.json';

const { angoff: judged, ebel: sorted } = vectors.standardSetting;

describe('the methods', () => {
	it('Angoff, as in the reference', () => {
		const got = angoff(judged.judges, [1, 1, 1, 1, 1]);
		expect(got?.cut).toBeCloseTo(judged.expected.cut, 9);
		expect(100 * (got?.share ?? 0)).toBeCloseTo(judged.expected.percent, 9);
		expect(got?.sd).toBeCloseTo(judged.expected.sd, 9);
		expect(got?.error).toBeCloseTo(judged.expected.sej, 6);
		got?.sums.forEach((one, at) => expect(one).toBeCloseTo(judged.expected.judgeSums[at] ?? 9, 9));
	});
	it('Angoff counts judges who are done, and points of items', () => {
		expect(angoff([[0.5, 1], [0.2]], [2, 1])).toMatchObject({ cut: 2, max: 3, sd: undefined });
		expect(angoff([[0.2]], [2, 1])).toBeUndefined();
		expect(angoff([], [1])).toBeUndefined();
	});
	it('Ebel, as in the reference', () => {
		const cells = sorted.cells.map(([points = 0, share = 0]) => ({ points, share }));
		const got = ebel(cells);
		expect(got?.cut).toBeCloseTo(sorted.expected.cut, 9);
		expect(got?.max).toBe(sorted.expected.of);
		expect(100 * (got?.share ?? 0)).toBeCloseTo(sorted.expected.percent, 9);
		expect(ebel([])).toBeUndefined();
	});

	const box = { lowestMark: 0.5, highestMark: 0.7, lowestFailRate: 0, highestFailRate: 0.4 };
	it.each([
		// One in five below 0.5, nobody else below 0.9: level at 0.2, which the diagonal meets half-way.
		['level', [0.3, 0.9, 0.9, 0.9, 0.9], { mark: 0.6, where: 'within' }],
		// The staircase rises through the diagonal where two learners stand.
		['a step', [0.55, 0.55, 0.9, 0.9], { mark: 0.55, where: 'within' }],
		['too many fail at the lowest mark', [0.1, 0.1, 0.9], { mark: 0.5, where: 'above' }],
		['nobody fails', [0.9, 0.9], { mark: 0.7, where: 'within' }]
	])('Hofstee: %s', (_, shares, wanted) => {
		const got = hofstee(box, shares);
		expect(got?.where).toBe(wanted.where);
		expect(got?.mark).toBeCloseTo(wanted.mark, 9);
	});
	it('Hofstee: fewer fail at the highest mark than must', () => {
		expect(hofstee({ ...box, lowestFailRate: 0.1 }, [0.9, 0.9])).toEqual({
			mark: 0.7,
			where: 'below'
		});
	});
	it('Hofstee needs a class and a box', () => {
		expect(hofstee(box, [])).toBeUndefined();
		expect(hofstee({ ...box, highestMark: 0.5 }, [1])).toBeUndefined();
	});

	const share = fc.integer({ min: 0, max: 20 }).map((n) => n / 20);
	it('the mark of Hofstee lies in the box, and the curve crosses there', () => {
		fc.assert(
			fc.property(
				fc.array(share, { minLength: 1, maxLength: 30 }),
				fc.uniqueArray(share, { minLength: 2, maxLength: 2 }),
				fc.uniqueArray(share, { minLength: 2, maxLength: 2 }),
				(shares, marks, rates) => {
					const [lowestMark = 0, highestMark = 1] = marks.sort((a, b) => a - b);
					const [lowestFailRate = 0, highestFailRate = 1] = rates.sort((a, b) => a - b);
					const got = hofstee({ lowestMark, highestMark, lowestFailRate, highestFailRate }, shares);
					if (got === undefined) throw new Error('There is a box');
					expect(got.mark).toBeGreaterThanOrEqual(lowestMark);
					expect(got.mark).toBeLessThanOrEqual(highestMark);
					if (got.where !== 'within') return;
					const at =
						highestFailRate -
						((got.mark - lowestMark) / (highestMark - lowestMark)) *
							(highestFailRate - lowestFailRate);
					const upTo = shares.filter((one) => one <= got.mark + 1e-9).length / shares.length;
					expect(consequenceOf(got.mark, shares).failRate).toBeLessThanOrEqual(at + 1e-6);
					expect(upTo).toBeGreaterThanOrEqual(at - 1e-6);
				}
			)
		);
	});
	it('who has the mark exactly passes, whatever rounding says', () => {
		expect(reaches(0.1 + 0.2, 0.3)).toBe(true);
		expect(reaches(0.3, 0.1 + 0.2)).toBe(true);
		expect(reaches(0.2999, 0.3)).toBe(false);
		expect(consequenceOf(0.6, [0.6, 0.59])).toEqual({ n: 2, passed: 1, failed: 1, failRate: 0.5 });
		expect(consequenceOf(0.6, [])).toEqual({ n: 0, passed: 0, failed: 0, failRate: 0 });
	});
});
