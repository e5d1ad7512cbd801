// A class that is made up: terms and digests with as much as the test says.
import type { Digest, Mark } from '$lib/cohort/digest';
import type { Terms } from '$lib/cohort/terms';

export const terms = (over: Partial<Terms> = {}): Terms => ({
	module: 'module-1',
	title: 'Week one',
	revision: 1,
	counts: 'best',
	items: [1, 1, 2].map((max, at) => ({
		ref: { bank: 'b', item: `item-${at}`, hash: `hash-${at}` },
		max,
		type: 'multiple-choice',
		topics: at === 2 ? ['t2'] : ['t1'],
		label: `Question ${at}`
	})),
	...over
});

export const mark = (item: number, points: number, over: Partial<Mark> = {}): Mark => ({
	item,
	points,
	ms: 1000 * (item + 1),
	blank: false,
	pairs: [],
	...over
});

let made = 0;
/** A receipt of `learner` with these points, item by item. */
export function digest(
	learner: string,
	points: readonly number[],
	over: Partial<Digest> = {}
): Digest {
	made += 1;
	return {
		receipt: `receipt-${made}`,
		module: 'module-1',
		learner,
		code: learner.toUpperCase(),
		attempt: 1,
		at: 1000 + made,
		flags: [],
		marks: points.map((one, item) => mark(item, one)),
		...over
	};
}
