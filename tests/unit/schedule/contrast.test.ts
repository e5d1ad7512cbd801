import { describe, expect, it } from 'vitest';
import { briefOf } from '$lib/banks/brief';
import type { Rollup } from '$lib/progress/rollups';
import { drawContrast, itemsOn, pairsToPractise } from '$lib/schedule/contrast';
import { rngFor } from '$lib/session/random';
import type { Candidate } from '$lib/session/sampling';
import { item } from '../storage/events';

const sum = (keyed: string, chosen: string, n: number): Rollup => ({
	key: `pair/${keyed}/${chosen}`,
	n,
	correct: 0,
	partly: 0,
	points: 0,
	max: n,
	firstN: 0,
	firstCorrect: 0,
	activeMs: 0
});

const ENTITIES = ['milia', 'acne', 'comedone', 'syringoma'];

/** What a learner who confuses two of four answers, half of the time. */
function answers(confused: readonly [string, string], n: number, seed: number): Rollup[] {
	const rng = rngFor(seed, 'answers');
	const counts = new Map<string, Rollup>();
	for (let at = 0; at < n; at += 1) {
		const keyed = ENTITIES[rng(4)] ?? 'milia';
		const other = confused[0] === keyed ? confused[1] : confused[0];
		const slips = rng(40) === 0 ? (ENTITIES[rng(4)] ?? keyed) : keyed;
		const chosen = confused.includes(keyed) && rng(2) === 0 ? other : slips;
		const key = `pair/${keyed}/${chosen}`;
		counts.set(key, sum(keyed, chosen, (counts.get(key)?.n ?? 0) + 1));
	}
	return [...counts.values()];
}

describe('the pairs to practise', () => {
	it.each([1, 2, 3, 4, 5])('begin with the two that a learner confuses: seed %i', (seed) => {
		const all = answers(['comedone', 'milia'], 120, seed);
		const [first] = pairsToPractise(all, all);
		expect([first?.missed, first?.takenFor].sort()).toEqual(['comedone', 'milia']);
	});

	it('leave out a pair that is told apart this month', () => {
		const all = [sum('milia', 'acne', 9), sum('milia', 'milia', 20), sum('acne', 'acne', 20)];
		const clean = [sum('milia', 'milia', 5), sum('acne', 'acne', 3)];
		expect(pairsToPractise(all, clean)).toEqual([]);
		expect(pairsToPractise(all, clean.slice(0, 1))).toHaveLength(1);
		expect(pairsToPractise(all, [...clean, sum('acne', 'milia', 1)])).toHaveLength(1);
	});
});

const candidate = (id: string, ...entities: string[]): Candidate => ({
	bank: 'core',
	id,
	hash: id,
	type: 'multiple-choice',
	topics: ['t'],
	difficulty: 'easy',
	...(entities.length > 0 && { entities })
});

describe('a quiz on a pair', () => {
	const pool = [
		candidate('none'),
		candidate('one', 'milia'),
		candidate('both', 'acne', 'milia', 'comedone'),
		candidate('other', 'comedone'),
		candidate('seen', 'acne', 'milia'),
		candidate('one', 'milia')
	];

	it('is of items with either diagnosis, each once', () => {
		expect(itemsOn(['milia', 'acne'], pool).map((one) => one.id)).toEqual(['both', 'seen', 'one']);
	});

	it('takes items with both before those with one, and the unseen before the known', () => {
		const history = new Map([['seen', { seen: 2, lastCorrect: true }]]);
		const draw = (count: number) =>
			drawContrast(['milia', 'acne'], pool, history, { count, seed: 3 })
				.map((one) => one.item)
				.sort();
		expect(draw(1)).toEqual(['both']);
		expect(draw(2)).toEqual(['both', 'seen']);
		expect(draw(9)).toEqual(['both', 'one', 'seen']);
	});
});

describe('a brief', () => {
	it('names the diagnoses of the options, wherever they stand in the item', () => {
		const options = {
			groups: [{ options: [{ entity: 'milia' }, { entity: 'acne' }] }],
			entity: 'milia'
		};
		const bank = {
			id: 'b',
			version: '1.0.0',
			title: 'B',
			description: '',
			items: [{ ...item('a'), ...options }, item('plain')]
		};
		const { items } = briefOf(bank as unknown as Parameters<typeof briefOf>[0]);
		expect(items.map((one) => one.entities)).toEqual([['milia', 'acne'], undefined]);
	});
});
