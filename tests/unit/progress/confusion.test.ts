import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	confusedPairs,
	confusionMap,
	detectionBetween,
	detectionOf
} from '$lib/progress/confusion';
import { rollupKey } from '$lib/progress/rollups';
import { wilson } from '$lib/progress/wilson';
import { pair, pairsOfLearner, sum } from './sums';

const SUMS = [
	pair('milia', 'milia', 6),
	pair('milia', 'acne', 3),
	pair('acne', 'acne', 8),
	pair('acne', 'milia', 1),
	pair('acne', 'molluscum', 1)
];

describe('the confusion map', () => {
	const map = confusionMap(SUMS, ['acne', 'syringoma', 'milia']);

	it('holds the diagnoses that were keyed or chosen, in the order given', () => {
		expect(map.entities).toEqual(['acne', 'milia', 'molluscum']);
		expect(confusionMap([pair('b', 'a', 0), pair('z', 'y', 1)], []).entities).toEqual(['y', 'z']);
	});

	it('says how often each was taken for each, and as what share', () => {
		expect(map.cell('milia', 'acne')).toEqual({
			keyed: 'milia',
			chosen: 'acne',
			n: 3,
			share: 3 / 9
		});
		expect(map.cell('molluscum', 'acne')).toMatchObject({ n: 0, share: 0 });
		expect([map.total, map.correct]).toEqual([19, 14]);
		expect([map.keyed('acne'), map.chosen('acne'), map.keyed('molluscum')]).toEqual([10, 11, 0]);
	});

	it('adds up sums of several months and banks', () => {
		const months = ['2026-10', '2026-11'].map((month) =>
			sum(rollupKey('bank-pair-month', 'core', month, 'milia', 'acne'), 2)
		);
		expect(confusionMap(months, []).cell('milia', 'acne').n).toBe(4);
	});

	it('loses no answer: the cells of its rows add up to all', () => {
		const entity = fc.constantFrom('a', 'b', 'c', 'd');
		const sums = fc.array(
			fc.tuple(entity, entity, fc.nat(9)).map(([keyed, chosen, n]) => pair(keyed, chosen, n))
		);
		fc.assert(
			fc.property(sums, (list) => {
				const made = confusionMap(list, ['d', 'a']);
				const cells = made.entities.flatMap((keyed) =>
					made.entities.map((chosen) => made.cell(keyed, chosen))
				);
				expect(cells.reduce((n, one) => n + one.n, 0)).toBe(made.total);
				expect(made.entities.reduce((n, one) => n + made.keyed(one), 0)).toBe(made.total);
				expect(made.entities.reduce((n, one) => n + made.chosen(one), 0)).toBe(made.total);
			})
		);
	});
});

describe('detection from the map', () => {
	const map = confusionMap(
		[
			pair('milia', 'milia', 12),
			pair('milia', 'acne', 2),
			pair('milia', 'molluscum', 1),
			pair('acne', 'milia', 2),
			pair('acne', 'acne', 28)
		],
		[]
	);

	it('sets one diagnosis against all others', () => {
		const found = detectionOf(map, 'milia');
		expect(found).toMatchObject({ hits: 12, signals: 15, falseAlarms: 2, noise: 30 });
		// By hand: z(12.5 / 16) − z(2.5 / 31) = 0.776422 + 1.400746.
		expect(found.measure?.dPrime).toBeCloseTo(2.177167, 5);
		expect(found.measure?.bias).toBeCloseTo(0.312162, 5);
	});

	it('sets two diagnoses against each other, leaving out what was taken for a third', () => {
		expect(detectionBetween(map, 'milia', 'acne')).toMatchObject({
			hits: 12,
			signals: 14,
			falseAlarms: 2,
			noise: 30
		});
	});
});

describe('the confused pairs', () => {
	it('count mix-ups both ways, and name the way that is the more frequent', () => {
		const [first, second] = confusedPairs(SUMS);
		expect(first).toEqual({
			missed: 'milia',
			takenFor: 'acne',
			n: 4,
			thatWay: 3,
			share: wilson(4, 19)
		});
		expect(second).toMatchObject({ missed: 'acne', takenFor: 'molluscum', n: 1 });
		expect(confusedPairs([pair('a', 'a', 5)])).toEqual([]);
	});

	it('put twenty in a hundred before one in one', () => {
		const pairs = confusedPairs([pair('a', 'b', 1), pair('c', 'd', 20), pair('c', 'c', 80)]);
		expect(pairs.map((one) => one.missed)).toEqual(['c', 'a']);
	});

	it('put first the pair that a learner confuses, whatever the seed', () => {
		const entities = ['milia', 'acne', 'comedone', 'syringoma', 'molluscum', 'miliaria'];
		const learner = fc
			.tuple(fc.integer(), fc.shuffledSubarray(entities, { minLength: 2, maxLength: 2 }))
			.map(([seed, [a = '', b = '']]) => ({
				seed,
				entities,
				confuses: [a, b] as const,
				percent: 45,
				slips: 12
			}));
		fc.assert(
			fc.property(learner, (one) => {
				const [first] = confusedPairs(pairsOfLearner(one, 300));
				expect([first?.missed, first?.takenFor].sort()).toEqual([...one.confuses].sort());
			})
		);
	});
});
