import { describe, expect, it } from 'vitest';
import { decidingFeature } from '$lib/evidence/compare';
import { decidersOf } from '$lib/evidence/learn';
import { separationsOf } from '$lib/evidence/separate';
import { readLedger } from '../../../src/tools/questions.js';

const { ledger } = readLedger();
if (ledger === undefined) throw new Error('questions/evidence cannot be read');
const deciders = decidersOf(ledger);

type Row = readonly [
	part: string,
	entity: string | undefined,
	kind: 'keyed' | 'chosen' | 'both' | 'left'
];
const of = (...rows: Row[]) =>
	separationsOf(
		rows.map(([part, entity, kind]) => ({
			part,
			entity,
			keyed: kind === 'keyed' || kind === 'both',
			chosen: kind === 'chosen' || kind === 'both'
		})),
		deciders
	).map(({ keyed, chosen, feature }) => [keyed.id, chosen.id, feature.id]);

describe('what a wrong answer should have told apart', () => {
	it('is the keyed condition and the chosen one, by the feature that decides', () => {
		expect(of(['item', 'neonatal-milia', 'keyed'], ['item', 'neonatal-acne', 'chosen'])).toEqual([
			['neonatal-milia', 'neonatal-acne', 'inflammation']
		]);
	});
	it('is nothing after a right answer, or where an option names no condition', () => {
		expect(of(['item', 'neonatal-milia', 'both'], ['item', 'neonatal-acne', 'left'])).toEqual([]);
		expect(of(['item', 'neonatal-milia', 'keyed'], ['item', undefined, 'chosen'])).toEqual([]);
		expect(of(['item', undefined, 'keyed'], ['item', 'neonatal-acne', 'chosen'])).toEqual([]);
		expect(of(['item', 'molluscum', 'keyed'], ['item', 'no-entity', 'chosen'])).toEqual([]);
	});
	it('is looked for in the part first, then in the whole item', () => {
		expect(
			of(
				['one', 'syringoma', 'keyed'],
				['one', 'molluscum', 'chosen'],
				['two', 'neonatal-milia', 'both'],
				['three', 'neonatal-acne', 'chosen']
			).map(([keyed, chosen]) => `${keyed}/${chosen}`)
		).toEqual(['syringoma/molluscum', 'syringoma/neonatal-acne', 'neonatal-milia/neonatal-acne']);
	});
	it('says the same of every pair as the differential, either way round', () => {
		for (const a of ledger.entities) {
			for (const b of ledger.entities) {
				if (a === b) continue;
				const feature = decidingFeature(ledger.features, a, b);
				expect(of(['item', a.id, 'keyed'], ['item', b.id, 'chosen'])).toEqual([
					[a.id, b.id, feature]
				]);
			}
		}
	});
});
