import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decidingFeature, differenceOf, rankFeatures } from '$lib/evidence/compare';
import { FEATURES } from '$lib/evidence/features';
import { readLedger } from '../../../src/tools/questions.js';

const { ledger } = readLedger();
if (ledger === undefined) throw new Error('questions/evidence cannot be read');
const { features, entities } = ledger;
const entity = (id: string) => {
	const found = entities.find((one) => one.id === id);
	if (found === undefined) throw new Error(`No entity ${id}`);
	return found;
};

describe('two cells', () => {
	it.each([
		['None; rim may redden if rubbed', 'Yes', 1],
		['Usually none', 'Prickly itch', 1],
		['White', 'White', 0],
		['Whitish, pearly', 'White', 0],
		['1-2 mm', '1-2 mm, up to 3 mm', 0.5],
		['Under 1 mm to 2 mm', '3-5 mm', 1],
		['Any age', 'Newborns', 0.3],
		['Clear, like dew drops', 'Pearly white to slightly yellow', 1]
	])('%s | %s differ by %f', (a, b, difference) => {
		expect(differenceOf(a, b)).toBeCloseTo(difference, 10);
	});

	const text = fc.constantFrom(
		...entities.flatMap((one) => Object.values(one.cells).map((cell) => cell.text))
	);
	it('differ by 0 to 1, either way round, and not at all from themselves', () => {
		fc.assert(
			fc.property(text, text, (a, b) => {
				const difference = differenceOf(a, b);
				expect(difference).toBeGreaterThanOrEqual(0);
				expect(difference).toBeLessThanOrEqual(1);
				expect(differenceOf(b, a)).toBe(difference);
				expect(differenceOf(a, a)).toBe(0);
			})
		);
	});
});

describe('the features of the differential', () => {
	it('each have a name and a weight', () => {
		expect(features.filter((one) => FEATURES[one] === undefined)).toEqual([]);
	});

	it('come in one order however the conditions are named, and all of them', () => {
		const some = fc.uniqueArray(fc.constantFrom(...entities), { minLength: 2, maxLength: 5 });
		fc.assert(
			fc.property(some, (chosen) => {
				const order = rankFeatures(features, chosen).map((one) => one.feature);
				expect(order.toSorted()).toEqual(features.toSorted());
				const other = rankFeatures(features, chosen.toReversed()).map((one) => one.feature);
				expect(other).toEqual(order);
			})
		);
	});

	// What a dermatology text names first for the pair.
	it.each([
		['neonatal-milia', 'neonatal-acne', 'inflammation'],
		['neonatal-milia', 'miliaria-crystallina', 'surface'],
		['neonatal-milia', 'epstein-pearls', 'distribution'],
		['primary-milia', 'closed-comedone', 'surface'],
		['primary-milia', 'molluscum', 'surface'],
		['primary-milia', 'milia-en-plaque', 'inflammation'],
		['primary-milia', 'secondary-milia', 'onset'],
		['closed-comedone', 'open-comedone', 'colour']
	])('between %s and %s the one that decides is %s', (a, b, feature) => {
		expect(decidingFeature(features, entity(a), entity(b))).toBe(feature);
	});

	it('that only conclude never decide', () => {
		for (const a of entities) {
			for (const b of entities) {
				if (a === b) continue;
				const feature = decidingFeature(features, a, b) ?? '';
				expect(FEATURES[feature]?.observed, `${a.id} and ${b.id}`).toBe(true);
			}
		}
	});

	it('without cells come last', () => {
		const ranked = rankFeatures(['none', 'surface'], [entity('syringoma'), entity('molluscum')]);
		expect(ranked.at(-1)).toEqual({ feature: 'none', difference: 0, degree: 'alike' });
	});
});
