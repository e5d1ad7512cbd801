// What leaves the educator's device: gradebooks in the shapes of other systems, codes for names, small counts hidden.
import { describe, expect, it } from 'vitest';
import { distribution, figuresOf, medianOf } from '$lib/cohort/figures';
import { gradebook } from '$lib/cohort/gradebook';
import { codeOf, missingOf, namesOf, readNames } from '$lib/cohort/people';
import type { CohortRow } from '$lib/cohort/store';
import { shownCount, shownSums } from '$lib/cohort/suppress';
import { summarise } from '$lib/cohort/summary';
import type { Terms } from '$lib/cohort/terms';
import type { Digest } from '$lib/cohort/digest';
import { csvOf } from '$lib/ui/csv';
import { digest, mark, terms } from './class';

const cohort = (
	digests: readonly Digest[],
	expected: readonly string[] = [],
	over: Partial<Terms> = {}
): CohortRow => {
	const made = terms({ passMark: 0.5, ...over });
	return {
		module: made.module,
		terms: made,
		summary: summarise(made, digests),
		expected,
		changed: 1
	};
};
const CLASS = [
	digest('k1', [1, 1, 2], { code: 'ada' }),
	digest('k2', [0, 1, 0], { code: '=HYPERLINK("x")' })
];

describe('gradebook', () => {
	it('for Canvas: its headings, a row of points possible, then the students', () => {
		expect(gradebook('canvas', cohort(CLASS, ['Ada', 'Bo']), 'names')).toEqual([
			['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', 'Week one'],
			['    Points Possible', undefined, undefined, undefined, undefined, 4],
			['=HYPERLINK("x")', undefined, '=HYPERLINK("x")', '=HYPERLINK("x")', undefined, 1],
			// As the educator's own list writes it.
			['Ada', undefined, 'Ada', 'Ada', undefined, 4],
			['Bo', undefined, 'Bo', 'Bo', undefined, undefined]
		]);
	});

	it('for Moodle: an ID number, points, per cent', () => {
		const rows = gradebook('moodle', cohort(CLASS.slice(0, 1)), 'names');
		expect(rows).toEqual([
			['ID number', 'Week one (Real)', 'Maximum', 'Week one (Percentage)', 'Passed'],
			['ada', 4, 4, 100, 'yes']
		]);
	});

	it('gives per cent where papers differ in their points', () => {
		const drawn = [
			digest('k1', [], { code: 'a', marks: [mark(0, 1), mark(2, 1)] }),
			digest('k2', [], { code: 'b', marks: [mark(0, 1), mark(1, 0)] })
		];
		expect(gradebook('moodle', cohort(drawn), 'names').slice(1)).toEqual([
			['a', 66.6667, 100, 66.6667, 'yes'],
			['b', 50, 100, 50, 'yes']
		]);
	});

	it('with codes holds no name, and nobody who is known by name alone', () => {
		const text = csvOf(gradebook('canvas', cohort(CLASS, ['Bo']), 'codes'));
		expect(text).toContain(codeOf('k1'));
		expect(text).not.toMatch(/ada|Bo\b|HYPERLINK/);
	});

	it('is no formula to a spreadsheet', () => {
		expect(csvOf(gradebook('moodle', cohort(CLASS), 'names'))).toContain(`"'=HYPERLINK(""x"")"`);
	});
});

describe('names', () => {
	it('are told apart where two gave the same', () => {
		const learners = [
			{ learner: 'k1', code: 'Ada' },
			{ learner: 'k2', code: 'Ada' },
			{ learner: 'k3', code: ' ' }
		];
		expect([...namesOf(learners, 'names').values()]).toEqual(['Ada', 'Ada (2)', codeOf('k3')]);
	});
	it('become codes of eight signs that tell keys apart', () => {
		const codes = Array.from({ length: 1000 }, (_, at) => codeOf(`key-${at}`));
		expect(new Set(codes).size).toBe(1000);
		for (const code of codes) expect(code).toMatch(/^L[0-9A-Z]{7}$/);
	});
	it('that were typed are read, and held against those that came', () => {
		const names = readNames('Ada\nBo, Cy;\n\n ada \n');
		expect(names).toEqual(['Ada', 'Bo', 'Cy']);
		expect(missingOf(names, [{ code: ' BO' }])).toEqual(['Ada', 'Cy']);
	});
});

it('counts the figures of a class', () => {
	expect(figuresOf(cohort(CLASS, ['Ada', 'Bo', 'Cy']))).toMatchObject({
		...{ learners: 2, expected: 3, missing: ['Bo', 'Cy'], attempts: 2, passed: 1 },
		...{ mean: 0.625, median: 0.625, lowest: 0.25, highest: 1, medianMs: 6000, asked: 6 }
	});
	expect(medianOf([3, 1, 2])).toBe(2);
	expect(medianOf([])).toBeUndefined();
	const bins = distribution([0, 0.1, 0.29, 0.3, 0.7, 0.999, 1].map((share) => ({ share })));
	expect(bins.map(({ n }) => n)).toEqual([1, 1, 1, 1, 0, 0, 0, 1, 0, 2]);
});

describe('small counts', () => {
	it.each([
		[0, '0'],
		[1, '< 5'],
		[4, '< 5'],
		[5, '5']
	])('%i is shown as %s', (n, expected) => {
		expect(shownCount(n, true)).toBe(expected);
		expect(shownCount(n, false)).toBe(String(n));
	});
	it('are those of learners, not of answers', () => {
		const often = [0, 1].map((item) => mark(item, 0, { pairs: [['milia', 'acne']] }));
		const few = ['a', 'b', 'c', 'd'].map((one) => digest(one, [], { marks: often }));
		const { pairs, people, topics } = cohort(few).summary;
		expect(pairs[0]?.n).toBe(8);
		expect(shownSums(pairs, { people }, true)).toEqual([]);
		expect(shownSums(topics, { people }, false)).toHaveLength(1);
		const five = cohort([...few, digest('e', [], { marks: often })]).summary;
		expect(shownSums(five.pairs, five, true)).toHaveLength(1);
	});
});
