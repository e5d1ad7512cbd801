import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DIFFICULTIES } from '$lib/items/contract';
import {
	draw,
	matching,
	POOLS,
	type Candidate,
	type History,
	type ItemHistory,
	type Wishes
} from '$lib/session/sampling';
import { candidate } from './candidate';

const TOPICS = ['milia', 'acne', 'cysts', 'warts'];
const TYPES = ['multiple-choice', 'bow-tie'];
const BANKS = ['core', 'more'];

const topicLists = fc.uniqueArray(fc.constantFrom(...TOPICS), { minLength: 1, maxLength: 2 });
const pools: fc.Arbitrary<Candidate[]> = fc
	.array(
		fc.record({
			topics: topicLists,
			type: fc.constantFrom(...TYPES),
			bank: fc.constantFrom(...BANKS),
			difficulty: fc.constantFrom(...DIFFICULTIES)
		}),
		{ maxLength: 25 }
	)
	.map((list) => list.map((one, index) => ({ ...one, id: `i${index}`, hash: `h${index}` })));
const records: fc.Arbitrary<ItemHistory> = fc.record({
	seen: fc.integer({ min: 0, max: 3 }),
	lastCorrect: fc.boolean()
});
const histories: fc.Arbitrary<History> = fc
	.array(fc.tuple(fc.integer({ min: 0, max: 24 }), records))
	.map((list) => new Map(list.map(([index, one]) => [`i${index}`, one])));
const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
const counts = fc.integer({ min: 0, max: 30 });

const NOTHING: History = new Map();
const SEEN = { seen: 2, lastCorrect: true };
const MISSED = { seen: 1, lastCorrect: false };

/** 0 never seen, 1 missed, 2 the rest. */
function rankOf(one: ItemHistory | undefined): number {
	if (one === undefined || one.seen === 0) return 0;
	return one.lastCorrect ? 2 : 1;
}
const leading = (one: Candidate | undefined) => one?.topics[0] ?? '';
const lookUp = (list: readonly Candidate[]) => new Map(list.map((one) => [one.id, one]));
const countBy = (topics: readonly string[], topic: string) =>
	topics.filter((one) => one === topic).length;

describe('matching', () => {
	const some = (values: readonly string[]) =>
		fc.option(fc.subarray([...values]), { nil: undefined });
	const wishes = fc.record(
		{
			banks: fc.subarray(BANKS),
			topics: fc.subarray(TOPICS),
			types: fc.subarray(TYPES),
			difficulties: fc.subarray([...DIFFICULTIES]),
			pool: fc.constantFrom(...POOLS)
		},
		{ requiredKeys: [] }
	);
	const fits = (list: readonly string[] | undefined, values: readonly string[]) =>
		(list ?? []).length === 0 || values.some((one) => list?.includes(one));

	it('keeps exactly what fits every wish, in its order', () => {
		fc.assert(
			fc.property(pools, wishes, histories, (list, wish: Wishes, history) => {
				const inPool = { all: [0, 1, 2], unseen: [0], missed: [1] }[wish.pool ?? 'all'];
				const expected = list.filter(
					(one) =>
						fits(wish.banks, [one.bank]) &&
						fits(wish.topics, one.topics) &&
						fits(wish.types, [one.type]) &&
						fits(wish.difficulties, [one.difficulty]) &&
						inPool.includes(rankOf(history.get(one.id)))
				);
				expect(matching(list, wish, history)).toEqual(expected);
			})
		);
	});

	it('restricts nothing without wishes or by empty lists', () => {
		fc.assert(
			fc.property(pools, some([]), histories, (list, none, history) => {
				const wish = none === undefined ? {} : { banks: none, topics: none, types: none };
				expect(matching(list, wish, history)).toEqual(list);
			})
		);
	});

	it('tells unseen, missed and known apart', () => {
		const list = [candidate('new'), candidate('missed'), candidate('known'), candidate('zero')];
		const history: History = new Map([
			['missed', MISSED],
			['known', SEEN],
			['zero', { seen: 0, lastCorrect: false }]
		]);
		const idsIn = (pool: Wishes['pool']) =>
			matching(list, pool === undefined ? {} : { pool }, history).map((one) => one.id);
		expect(idsIn('unseen')).toEqual(['new', 'zero']);
		expect(idsIn('missed')).toEqual(['missed']);
		expect(idsIn('all')).toHaveLength(4);
	});
});

describe('draw', () => {
	it('draws as many as asked or as there are, each once, the same again for the same seed', () => {
		fc.assert(
			fc.property(pools, histories, counts, seeds, (list, history, count, seed) => {
				const drawn = draw(list, history, { count, seed });
				const byId = lookUp(list);
				expect(drawn).toHaveLength(Math.min(count, list.length));
				expect(new Set(drawn.map((one) => one.item)).size).toBe(drawn.length);
				for (const { bank, item, hash } of drawn) {
					expect(byId.get(item)).toMatchObject({ bank, hash });
				}
				expect(draw(list, history, { count, seed })).toEqual(drawn);
			})
		);
	});

	it('opens with the item asked for, where that can be drawn', () => {
		const filled = pools.filter((list) => list.length > 0);
		fc.assert(
			fc.property(filled, histories, counts, seeds, fc.nat(), (list, history, count, seed, at) => {
				const first = list[at % list.length]?.id;
				const drawn = draw(list, history, { count, seed, first });
				expect(drawn).toHaveLength(Math.min(count, list.length));
				expect(new Set(drawn.map((one) => one.item)).size).toBe(drawn.length);
				if (count > 0) expect(drawn[0]?.item).toBe(first);
				expect(draw(list, history, { count, seed, first: 'elsewhere' })).toEqual(
					draw(list, history, { count, seed })
				);
			})
		);
	});

	it('takes within each topic the unseen before the missed, and those before the rest', () => {
		fc.assert(
			fc.property(pools, histories, counts, seeds, (list, history, count, seed) => {
				const byId = lookUp(list);
				const drawn = draw(list, history, { count, seed }).map(({ item }) => byId.get(item));
				const taken = new Set(drawn);
				for (const topic of TOPICS) {
					const ranks = (of: readonly (Candidate | undefined)[]) =>
						of
							.filter((one) => leading(one) === topic)
							.map((one) => rankOf(history.get(one?.id ?? '')));
					const inOrder = ranks(drawn);
					expect(inOrder).toEqual([...inOrder].sort());
					const left = ranks(list.filter((one) => !taken.has(one)));
					expect(Math.max(-1, ...inOrder)).toBeLessThanOrEqual(Math.min(3, ...left));
				}
			})
		);
	});

	it('lets topics take turns, the topic of the opening item included', () => {
		const filled = pools.filter((list) => list.length > 0);
		fc.assert(
			fc.property(filled, histories, counts, seeds, fc.nat(), (list, history, count, seed, at) => {
				const first = at % 2 === 0 ? list[at % list.length]?.id : undefined;
				const byId = lookUp(list);
				const drawn = draw(list, history, { count, seed, first });
				const topics = drawn.map(({ item }) => leading(byId.get(item)));
				const there = list.map(leading);
				for (let end = 1; end <= topics.length; end += 1) {
					const sofar = topics.slice(0, end);
					const most = Math.max(...TOPICS.map((topic) => countBy(sofar, topic)));
					for (const topic of TOPICS) {
						const behind = most - countBy(sofar, topic) > 1;
						const exhausted = countBy(sofar, topic) === countBy(there, topic);
						expect(behind && !exhausted).toBe(false);
					}
				}
			})
		);
	});

	it('draws an item that two banks hold only once', () => {
		const list = [
			candidate('a'),
			candidate('a', { bank: 'more', topics: ['acne'] }),
			candidate('b')
		];
		const drawn = draw(list, NOTHING, { count: 5, seed: 3 });
		expect(drawn.map((one) => one.item).sort()).toEqual(['a', 'b']);
	});

	it('draws nothing from nothing', () => {
		expect(draw([], NOTHING, { count: 10, seed: 1, first: 'a' })).toEqual([]);
	});

	it('draws differently for different seeds', () => {
		const list = Array.from({ length: 20 }, (_, index) => candidate(`i${index}`));
		const orders = [1, 2, 3].map((seed) =>
			draw(list, NOTHING, { count: 10, seed })
				.map((one) => one.item)
				.join()
		);
		expect(new Set(orders).size).toBe(3);
	});
});
