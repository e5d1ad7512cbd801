import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rngFor, shuffled, shuffleFor } from '$lib/session/random';

const options = (count: number, pinned: readonly number[] = []) =>
	Array.from({ length: count }, (_, index) => ({
		id: `o${index}`,
		...(pinned.includes(index) && { pinned: true })
	}));
const idsOf = (list: readonly { id: string }[]) => list.map((one) => one.id);
const seeds = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });

/** How often each pair of values came up, over many seeds. */
function tally(pairs: Iterable<readonly [number, number]>): number[] {
	const counts = Array.from({ length: 16 }, () => 0);
	for (const [a, b] of pairs) counts[4 * a + b] = (counts[4 * a + b] ?? 0) + 1;
	return counts;
}

/** Fails where a count lies further from its expectation than chance takes it once in ten thousand times. */
function expectEven(counts: readonly number[]) {
	const total = counts.reduce((sum, one) => sum + one, 0);
	const share = 1 / counts.length;
	const spread = 4.5 * Math.sqrt(total * share * (1 - share));
	for (const count of counts) expect(Math.abs(count - total * share)).toBeLessThan(spread);
}

describe('a generator for a purpose', () => {
	it('gives the same numbers for the same seed and purpose, all below the limit', () => {
		fc.assert(
			fc.property(seeds, fc.string(), fc.integer({ min: 1, max: 1000 }), (seed, purpose, below) => {
				const [one, other] = [rngFor(seed, purpose), rngFor(seed, purpose)];
				const drawn = Array.from({ length: 20 }, () => one(below));
				expect(Array.from({ length: 20 }, () => other(below))).toEqual(drawn);
				expect(drawn.every((n) => Number.isInteger(n) && n >= 0 && n < below)).toBe(true);
			})
		);
	});

	// The generator's first number is its seed inverted, and the low bits of an FNV hash of `q1` and `q2` differ in the same way
	// under every seed: without mixing, the keys of two items always fell on places of the same or of different parity.
	it.each([
		['item-a/options', 'item-b/options'],
		['q1/options', 'q2/options'],
		['ab/options', 'ba/options'],
		['draw', 'q1/options']
	])('is independent of that for another purpose: %s, %s', (a, b) => {
		const pairs = Array.from({ length: 4000 }, (_, n) => {
			const seed = Math.imul(n, 7919);
			return [rngFor(seed, a)(4), rngFor(seed, b)(4)] as const;
		});
		expectEven(tally(pairs));
	});

	it.each([1, 2, 4, 256, 65_536])('is independent of that of a seed %i further', (step) => {
		const pairs = Array.from({ length: 4000 }, (_, n) => {
			const seed = Math.imul(n, 104_729);
			return [rngFor(seed, 'draw')(4), rngFor(seed + step, 'draw')(4)] as const;
		});
		expectEven(tally(pairs));
	});
});

describe('shuffled', () => {
	it('keeps every entry and leaves the list it was given alone', () => {
		fc.assert(
			fc.property(fc.array(fc.integer()), seeds, (list, seed) => {
				const before = [...list];
				const order = (numbers: readonly number[]) => [...numbers].sort((a, b) => a - b);
				expect(order(shuffled(list, rngFor(seed, 'x')))).toEqual(order(list));
				expect(list).toEqual(before);
			})
		);
	});

	it('puts every entry at every place about equally often', () => {
		const counts = Array.from({ length: 16 }, () => 0);
		for (let seed = 0; seed < 4000; seed += 1) {
			shuffled([0, 1, 2, 3], rngFor(seed, 'places')).forEach((value, place) => {
				counts[4 * value + place] = (counts[4 * value + place] ?? 0) + 1;
			});
		}
		expectEven(counts);
	});
});

describe('the shuffle of an item', () => {
	it('gives the same order again, another for another list, item or seed', () => {
		const order = (seed: number, item: string, name: string) =>
			idsOf(shuffleFor(seed, item)(options(10), name)).join();
		expect(order(1, 'q', 'options')).toBe(order(1, 'q', 'options'));
		const others = [order(2, 'q', 'options'), order(1, 'r', 'options'), order(1, 'q', 'rows')];
		expect(new Set([order(1, 'q', 'options'), ...others]).size).toBe(4);
	});

	it('holds pinned entries at their places and moves only the others', () => {
		const lists = fc
			.integer({ min: 0, max: 8 })
			.chain((count) =>
				fc.subarray([...Array(count).keys()]).map((pinned) => ({ list: options(count, pinned) }))
			);
		fc.assert(
			fc.property(lists, seeds, ({ list }, seed) => {
				const order = shuffleFor(seed, 'q')(list, 'options');
				expect([...idsOf(order)].sort()).toEqual([...idsOf(list)].sort());
				list.forEach((one, place) => {
					if (one.pinned === true) expect(order[place]).toBe(one);
				});
			})
		);
	});

	it('does move what is not pinned', () => {
		const list = options(5, [4]);
		const orders = [1, 2, 3, 4, 5].map((seed) => idsOf(shuffleFor(seed, 'q')(list, 'o')).join());
		expect(new Set(orders).size).toBeGreaterThan(1);
	});
});
