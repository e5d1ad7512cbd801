import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ItemRef } from '$lib/banks/bank';
import { DIFFICULTIES } from '$lib/items/contract';
import {
	draw,
	drawable,
	matching,
	POOLS,
	type Candidate,
	type History,
	type Wishes
} from '$lib/session/sampling';
import { candidate } from './candidate';

const TOPICS = ['milia', 'acne', 'cysts'];
const TYPES = ['multiple-choice', 'bow-tie'];
const SIX = [1, 2, 3, 4, 5, 6];

/** The items of a case study, in order. */
const study = (id: string, more: Partial<Candidate> = {}): Candidate[] =>
	SIX.map((step) => candidate(`${id}-${step}`, { ...more, case: { id, step } }));

const traits = fc.record({
	topics: fc.uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1, maxLength: 2 }),
	type: fc.constantFrom(...TYPES),
	difficulty: fc.constantFrom(...DIFFICULTIES)
});
/** Single items, and cases of which now and then a part is missing, in any order. */
const pools = fc
	.tuple(
		fc.array(traits, { maxLength: 12 }),
		fc.array(fc.tuple(fc.array(traits, { minLength: 6, maxLength: 6 }), fc.nat(11)), {
			maxLength: 4
		})
	)
	.chain(([singles, cases]) => {
		const list = [
			...singles.map((one, index) => candidate(`i${index}`, one)),
			...cases.flatMap(([six, missing], index) =>
				study(`c${index}`)
					.map((one, at) => ({ ...one, ...six[at] }))
					.filter((one) => one.case?.step !== missing)
			)
		];
		return fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length });
	});
const histories: fc.Arbitrary<History> = fc
	.array(
		fc.tuple(
			fc.oneof(
				fc.nat(11).map((index) => `i${index}`),
				fc.tuple(fc.nat(3), fc.constantFrom(...SIX)).map(([one, step]) => `c${one}-${step}`)
			),
			fc.record({ seen: fc.nat(2), lastCorrect: fc.boolean() })
		)
	)
	.map((list) => new Map(list));
const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const counts = fc.integer({ min: 0, max: 40 });

const NOTHING: History = new Map();
const KNOWN = { seen: 2, lastCorrect: true };
const MISSED = { seen: 1, lastCorrect: false };
const idsOf = (refs: readonly ItemRef[]) => refs.map((one) => one.item);
const sixOf = (id: string) => SIX.map((step) => `${id}-${step}`);

/** Ids of the cases of which all six are there. */
function wholeCases(list: readonly Candidate[]): string[] {
	const ids = [...new Set(list.flatMap((one) => one.case?.id ?? []))];
	return ids.filter((id) => list.filter((one) => one.case?.id === id).length === 6);
}

describe('a case study in a draw', () => {
	it('is there whole and in order, or not at all', () => {
		fc.assert(
			fc.property(pools, histories, counts, seeds, (list, history, count, seed) => {
				const drawn = idsOf(draw(list, history, { count, seed }));
				expect(new Set(drawn).size).toBe(drawn.length);
				const there = new Set(drawn.filter((id) => id.startsWith('c')).map((id) => id.slice(0, 2)));
				for (const id of there) {
					const at = drawn.findIndex((one) => one.startsWith(id));
					expect(drawn.slice(at, at + 6)).toEqual(sixOf(id));
					expect(drawn.filter((one) => one.startsWith(id))).toHaveLength(6);
				}
				expect(draw(list, history, { count, seed })).toEqual(draw(list, history, { count, seed }));
			})
		);
	});

	it('never leaves more places empty than it must', () => {
		fc.assert(
			fc.property(pools, histories, counts, seeds, (list, history, count, seed) => {
				const cases = wholeCases(list).length;
				const singles = list.filter((one) => one.case === undefined).length;
				const ways = Array.from({ length: cases + 1 }, (_, n) => 6 * n)
					.filter((taken) => taken <= count)
					.map((taken) => taken + Math.min(singles, count - taken));
				const most = Math.max(0, ...ways);
				expect(draw(list, history, { count, seed })).toHaveLength(most);
				expect(drawable(list, count)).toBe(most);
			})
		);
	});

	it('is passed over where fewer than six places are left', () => {
		const list = [...study('a'), candidate('x'), candidate('y')];
		for (let seed = 0; seed < 20; seed += 1) {
			const five = idsOf(draw(list, NOTHING, { count: 5, seed }));
			expect(five.sort()).toEqual(['x', 'y']);
			expect(draw(study('a'), NOTHING, { count: 5, seed })).toEqual([]);
			expect(idsOf(draw(list, NOTHING, { count: 6, seed }))).toEqual(sixOf('a'));
		}
	});

	it('ranks as the best of its items', () => {
		const list = [...study('a'), candidate('x'), candidate('y')];
		const order = (a: History) => idsOf(draw(list, a, { count: 8, seed: 1 }));
		const known = ['x', 'y', ...sixOf('a')].map((id) => [id, KNOWN] as const);
		const unseen = new Map(known.filter(([id]) => id !== 'a-5'));
		expect(order(unseen).slice(0, 6)).toEqual(sixOf('a'));
		expect(order(new Map([...known, ['a-2', MISSED]])).slice(0, 6)).toEqual(sixOf('a'));
		const singlesUnseen = new Map([...known.slice(2), ['a-2', MISSED] as const]);
		expect(order(singlesUnseen).slice(2)).toEqual(sixOf('a'));
	});

	it('takes one turn of the topic of its first item', () => {
		const list = [
			...study('a').map((one, index) => ({ ...one, topics: [index === 0 ? 'cysts' : 'acne'] })),
			...['k1', 'k2'].map((id) => candidate(id, { topics: ['cysts'] })),
			...['m1', 'm2', 'm3'].map((id) => candidate(id))
		];
		const history: History = new Map(['k1', 'k2'].map((id) => [id, KNOWN]));
		for (let seed = 0; seed < 20; seed += 1) {
			const drawn = idsOf(draw(list, history, { count: 11, seed }));
			const turns = drawn.filter((id) => !/^a-[2-6]$/.test(id)).map((id) => id.charAt(0));
			expect(turns.join('')).toMatch(/^(amkmkm|mamkmk)$/);
		}
	});

	it('opens the quiz whole where one of its items is asked for', () => {
		const list = [candidate('x'), ...study('a'), ...study('b')];
		const drawn = idsOf(draw(list, NOTHING, { count: 10, seed: 4, first: 'b-3' }));
		expect(drawn.slice(0, 6)).toEqual(sixOf('b'));
		const few = idsOf(draw(list, NOTHING, { count: 3, seed: 4, first: 'b-3' }));
		expect(few).toEqual(['x']);
	});

	it('that two banks hold is drawn once', () => {
		const list = [...study('a'), ...study('a', { bank: 'more' })];
		const drawn = draw(list, NOTHING, { count: 20, seed: 2 });
		expect(idsOf(drawn)).toEqual(sixOf('a'));
		expect(new Set(drawn.map((one) => one.bank)).size).toBe(1);
		expect(drawable(list, 20)).toBe(6);
	});
});

describe('wishes', () => {
	const wishes = fc.record(
		{
			topics: fc.subarray(TOPICS),
			types: fc.subarray(TYPES),
			difficulties: fc.subarray([...DIFFICULTIES]),
			pool: fc.constantFrom(...POOLS)
		},
		{ requiredKeys: [] }
	);
	it('are met by a whole case as soon as one of its items meets all of them', () => {
		fc.assert(
			fc.property(pools, wishes, histories, (list, wish: Wishes, history) => {
				const fitting = matching(list, wish, history);
				const alone = (one: Candidate) => {
					const { case: _, ...single } = one;
					return matching([single], wish, history).length === 1;
				};
				expect(fitting).toEqual(
					list.filter((one) =>
						one.case === undefined
							? alone(one)
							: list.some((other) => other.case?.id === one.case?.id && alone(other))
					)
				);
			})
		);
	});

	it('are not met by two items that meet one each', () => {
		const [one, two, ...rest] = study('a');
		const list = [
			{ ...one, topics: ['acne'] },
			{ ...two, type: 'bow-tie' },
			...rest
		] as Candidate[];
		expect(matching(list, { topics: ['acne'], types: ['bow-tie'] }, NOTHING)).toEqual([]);
		expect(matching(list, { topics: ['acne'] }, NOTHING)).toHaveLength(6);
	});
});
