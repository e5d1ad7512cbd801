import { describe, expect, it } from 'vitest';
import { coverageOf, isKeyable } from '$lib/banks/coverage';
import { parseBank } from '$lib/banks/parse';
import type { Ledger } from '$lib/evidence/ledger';
import { ITEM_TYPES } from '$lib/items/registry';
import { fixtureOf } from '../../fixtures/items/index.js';
import { bankOf, itemOf } from './bank-of.js';

const fact = (
	id: string,
	topic: string,
	use: Ledger['facts'][number]['use']
): Ledger['facts'][number] => ({
	id,
	topic,
	statement: 'So it is.',
	use,
	verdict: 'agrees',
	verification: 'verified',
	supports: [],
	contradicts: [],
	citations: []
});
const ledger: Ledger = {
	topics: [
		{ id: 'milia-vs-baby-acne', name: 'Milia vs acne', kind: 'clinical' },
		{ id: 'sources', name: 'Sources', kind: 'appraisal' }
	],
	facts: [
		fact('neo-present-at-birth', 'milia-vs-baby-acne', 'key'),
		fact('never-asked', 'sources', 'key-with-qualifier'),
		fact('not-to-be-keyed', 'sources', 'distractor'),
		fact('for-appraisal', 'sources', 'appraisal')
	],
	sources: [],
	literature: [],
	features: [],
	entities: [
		{ id: 'neonatal-milia', name: 'Neonatal milia', cells: {} },
		{ id: 'syringoma', name: 'Syringoma', cells: {} }
	],
	conflicts: [],
	pages: { entities: [], advice: [], adviceNotes: [], adviceWary: [] },
	glossary: []
};

function coverage(items: readonly unknown[], least = 1) {
	const parsed = parseBank(bankOf(items));
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
	return coverageOf([parsed.value], ledger, least);
}
const gaps = (found: ReturnType<typeof coverage>, kind: string) =>
	found.gaps.filter((gap) => gap.kind === kind).map((gap) => gap.id);

describe('coverage', () => {
	const found = coverage([
		itemOf(),
		itemOf({ id: 'second', difficulty: 'hard', step: 'take-action', tone: 7 })
	]);

	it('counts items by topic, type, step and difficulty', () => {
		expect(found).toMatchObject({ banks: 1, items: 2 });
		const [acne, sources] = found.topics;
		expect(acne).toMatchObject({ id: 'milia-vs-baby-acne', items: 2 });
		expect(acne?.types['multiple-choice']).toBe(2);
		expect(acne?.steps).toMatchObject({ 'analyze-cues': 1, 'take-action': 1, 'recognize-cues': 0 });
		expect(acne?.difficulties).toEqual({ easy: 0, medium: 1, hard: 1 });
		expect(sources?.items).toBe(0);
		expect(found.tones['7']).toBe(1);
	});
	it('lists the items behind each fact', () => {
		const items = Object.fromEntries(found.facts.map((one) => [one.id, one.items]));
		expect(items['neo-present-at-birth']).toEqual(['fixture-multiple-choice', 'second']);
		expect(items['never-asked']).toEqual([]);
	});
	it('counts the options that name a diagnosis', () => {
		expect(found.entities).toEqual([
			{ id: 'neonatal-milia', name: 'Neonatal milia', options: 2, keyed: 2 },
			{ id: 'syringoma', name: 'Syringoma', options: 0, keyed: 0 }
		]);
	});
	it('names every gap', () => {
		expect(gaps(found, 'fact')).toEqual(['never-asked']);
		expect(gaps(found, 'topic')).toEqual(['sources']);
		expect(gaps(found, 'type')).toHaveLength(ITEM_TYPES.length - 1);
		expect(gaps(found, 'step')).toHaveLength(4);
		expect(gaps(found, 'difficulty')).toEqual(['easy']);
		expect(gaps(found, 'entity')).toEqual(['syringoma']);
		expect(gaps(found, 'tone')).toHaveLength(9);
	});
	it('takes a topic with fewer than the least number for a gap', () => {
		expect(gaps(coverage([itemOf()], 2), 'topic')).toEqual(['milia-vs-baby-acne', 'sources']);
		expect(gaps(coverage([itemOf()], 0), 'topic')).toEqual([]);
	});
	it('does not ask for skin tones where no item shows any', () => {
		expect(gaps(coverage([itemOf()]), 'tone')).toEqual([]);
	});
	it('works without any bank', () => {
		const none = coverageOf([], ledger, 1);
		expect(none.items).toBe(0);
		expect(gaps(none, 'type')).toHaveLength(ITEM_TYPES.length);
	});
	it('knows what may be keyed', () => {
		expect(ledger.facts.map(isKeyable)).toEqual([true, true, false, false]);
	});
	it('counts an item of every type', () => {
		const all = coverage(ITEM_TYPES.map((type) => fixtureOf(type.id)));
		expect(gaps(all, 'type')).toEqual([]);
	});
});
