import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '$lib/modules/bytes';
import { itemsIn, questionCount } from '$lib/modules/format';
import { drawPaper } from '$lib/modules/paper';
import { aModule, anyModule, someItems } from './making.js';

const key = (n: number) => toBase64url(new Uint8Array(33).fill(n));
const places = (paper: ReturnType<typeof drawPaper>) => paper.items.map((one) => one.place);

describe('a paper', () => {
	it('asks as many questions as the module says, each once, and always the same', () => {
		fc.assert(
			fc.property(anyModule, fc.integer({ min: 0, max: 255 }), (content, n) => {
				const paper = drawPaper(content, key(n));
				expect(new Set(places(paper)).size).toBe(questionCount(content));
				const all = itemsIn(content);
				expect(paper.items.every(({ place, item }) => all[place] === item)).toBe(true);
				expect(drawPaper(content, key(n))).toEqual(paper);
			})
		);
	});

	const fixed = [{ items: someItems(12) }];
	it('is in the order as written, the same for all, or one for each learner', () => {
		const orders = (order: 'as-written' | 'same' | 'per-learner') =>
			[1, 2].map((n) => places(drawPaper(aModule({ sections: fixed, order }), key(n))).join());
		expect(orders('as-written')).toEqual(Array(2).fill('0,1,2,3,4,5,6,7,8,9,10,11'));
		const [one, two] = orders('same');
		expect(one).toBe(two);
		expect(one).not.toBe('0,1,2,3,4,5,6,7,8,9,10,11');
		expect(new Set(orders('per-learner')).size).toBe(2);
	});

	it('shuffles options as the module says', () => {
		const seeds = (options: 'as-written' | 'same' | 'per-learner') =>
			[1, 2].map((n) => drawPaper(aModule({ options, seed: 5 }), key(n)).optionSeed);
		expect(seeds('as-written')).toEqual([undefined, undefined]);
		expect(seeds('same')).toEqual([5, 5]);
		expect(new Set(seeds('per-learner')).size).toBe(2);
	});

	it('draws from a pool anew for each learner, all items about equally often', () => {
		const content = aModule({ sections: [{ take: 3, items: someItems(9) }] });
		const drawn = Array.from({ length: 240 }, (_, n) =>
			places(drawPaper(content, toBase64url(new Uint8Array(33).fill(n).fill(n >> 3, 4))))
		);
		const counts = Array.from(
			{ length: 9 },
			(_, at) => drawn.filter((one) => one.includes(at)).length
		);
		// 80 each on average; the standard deviation is 7.
		expect(Math.min(...counts)).toBeGreaterThan(45);
		expect(Math.max(...counts)).toBeLessThan(115);
	});

	it('keeps the items of a case study together and in order', () => {
		const single = someItems(6);
		const steps = someItems(6, 'case-studies', 6).map((one, at) =>
			at > 0 ? { ...one, follows: true as const } : one
		);
		const content = aModule({ sections: [{ items: [...single, ...steps] }], order: 'per-learner' });
		for (let n = 0; n < 20; n += 1)
			expect(places(drawPaper(content, key(n))).join()).toContain('6,7,8,9,10,11');
	});
});
