// Results files for tests.
import type { ResultsFile } from '$lib/cohort/results';
import type { BaseItem } from '$lib/items/contract';
import { FIXTURES, fixtureOf } from '../../fixtures/items/index.js';

/** Options of the question that `choiceItem` makes; the first is keyed. */
export const OPTIONS = ['a', 'b', 'c', 'd'] as const;

/** A multiple-choice item with four options, of which `a` is right. */
export function choiceItem(id: string): BaseItem {
	const fixture = fixtureOf('multiple-choice');
	const options = OPTIONS.map((one) => ({
		id: one,
		text: `Option ${one}`,
		rationale: `Why ${one}.`
	}));
	return { ...fixture, id, options, key: { choice: 'a' } } as BaseItem;
}

/** A results file of multiple-choice items, a row of chosen options for each learner; `-` left it blank, ` ` was not asked. */
export function choiceResults(rows: readonly string[]): {
	file: ResultsFile;
	contents: ReadonlyMap<string, BaseItem>;
} {
	const width = Math.max(0, ...rows.map((row) => row.length));
	const ids = Array.from({ length: width }, (_, index) => `i${index + 1}`);
	return {
		file: {
			format: 'milium-results/1',
			items: ids.map((item) => ({ bank: 'test', item, hash: `hash-${item}` })),
			learners: rows.map((row, index) => ({
				learner: `L${String(index + 1).padStart(2, '0')}`,
				attempts: [
					{
						n: 1,
						responses: [...row].flatMap((choice, at) => {
							const item = `test/i${at + 1}`;
							if (choice === ' ') return [];
							return [choice === '-' ? { item } : { item, response: { choice } }];
						})
					}
				]
			}))
		},
		contents: new Map(ids.map((id) => [`hash-${id}`, choiceItem(id)]))
	};
}

/** One item of each type, by a hash made up from its id. */
export function everyType(): Map<string, BaseItem> {
	return new Map([...FIXTURES.keys()].map((type) => [`hash-${type}`, fixtureOf(type)]));
}
