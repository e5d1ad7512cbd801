import { describe, expect, it } from 'vitest';
import { isKeyable } from '$lib/banks/coverage-count';
import { GAP_KINDS, GAP_NAMES, LOOSE, MINIMA, type Minima } from '$lib/banks/coverage-gaps';
import { coverageOf } from '$lib/banks/coverage';
import { parseBank } from '$lib/banks/parse';
import type { Ledger } from '$lib/evidence/ledger';
import { ITEM_TYPES } from '$lib/items/registry';
import { fixtureOf } from '../../fixtures/items/index.js';
import { caseBank } from '../../fixtures/banks/index.js';
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

/** The least that says anything. */
const ONE: Minima = { ...LOOSE, topic: 1, difficulty: 1 };

function coverage(items: readonly unknown[], minima: Partial<Minima> = {}) {
	const parsed = parseBank(bankOf(items));
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
	return coverageOf([parsed.value], ledger, { ...ONE, ...minima });
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
		expect(gaps(found, 'difficulty')).toEqual([
			'milia-vs-baby-acne/easy',
			'sources/easy',
			'sources/medium',
			'sources/hard'
		]);
		expect(gaps(found, 'entity')).toEqual(['syringoma']);
	});
	it('takes a topic with fewer than the least number for a gap', () => {
		expect(gaps(coverage([itemOf()], { topic: 2 }), 'topic')).toEqual([
			'milia-vs-baby-acne',
			'sources'
		]);
		expect(gaps(coverage([itemOf()], { topic: 0 }), 'topic')).toEqual([]);
	});
	it('asks for an even share of skin tones, where any are given', () => {
		const shades = [1, 1, 1, 1, 2, 2, 3, 4, 5, 6, 7, 8, 9];
		const items = shades.map((tone, at) => itemOf({ id: `item-${at}`, tone }));
		// An even share of 13 is 1.3: four are too many, none too few.
		expect(gaps(coverage(items, { tone: 2 }), 'tone')).toEqual(['1', '10']);
		expect(gaps(coverage(items), 'tone')).toEqual([]);
		expect(gaps(coverage([itemOf()], { tone: 2 }), 'tone')).toEqual([]);
	});
	it('counts the patient of a case for its items', () => {
		const parsed = parseBank(caseBank());
		if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
		const [one] = parsed.value.cases ?? [];
		const { cases, tones, ages } = coverageOf([parsed.value], ledger, ONE);
		expect(cases).toBe(1);
		expect(tones[String(one?.tone)]).toBeGreaterThanOrEqual(6);
		expect(ages[String(one?.age)]).toBeGreaterThanOrEqual(6);
	});
	it('asks clinical items about a patient for their step, and counselling for plain words', () => {
		const plain = { topics: ['home-care-prevention'] };
		const stepless = itemOf({ id: 'stepless', tone: 3, step: undefined });
		const found = coverage([
			stepless,
			itemOf({ id: 'no-patient', step: undefined }),
			itemOf({ id: 'about-sources', tone: 3, topics: ['sources'], step: undefined }),
			itemOf({ id: 'technical', ...plain }),
			itemOf({ id: 'plain', ...plain, plainWords: 'They go by themselves.' })
		]);
		expect(found.withoutStep).toEqual(['stepless']);
		expect(found.withoutPlainWords).toEqual(['technical']);
		expect(gaps(found, 'step')).toContain('stepless');
		expect(gaps(found, 'plain-words')).toEqual(['technical']);
	});
	it('holds the whole against what Milium has promised', () => {
		const found = coverage([itemOf(), itemOf({ id: 'second' })], MINIMA);
		expect(gaps(found, 'whole')).toEqual(['items', 'cases', 'illustrated', 'single-best']);
		expect(gaps(found, 'level')).toEqual(['remember', 'understand', 'analyze']);
		expect(gaps(found, 'age')).toHaveLength(6);
		expect(gaps(coverage([itemOf()]), 'whole')).toEqual([]);
	});
	it('has a heading for every kind of gap', () => {
		expect(Object.keys(GAP_NAMES).sort()).toEqual([...GAP_KINDS].sort());
	});
	it('works without any bank', () => {
		const none = coverageOf([], ledger, ONE);
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
