// Every answer of a class as rows of a table, scored anew.
import type { BaseItem } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';
import { itemKey, type ResultsAttempt, type ResultsFile, type ResultsLearner } from './results.js';
import { scoreResponse } from './score.js';

type Cell = string | number | undefined;

/** The headings of the table. */
export const FULL_HEADINGS: readonly string[] = [
	'Learner',
	'Attempt',
	'Begun',
	'Handed in',
	'Late',
	'Place',
	'Bank',
	'Item',
	'Type',
	'Topics',
	'Answer',
	'Points',
	'Maximum',
	'Blank',
	'Seconds',
	'Confidence'
];

/** The rows of one learner: one for each question of each attempt. `contents` gives the items by content hash. */
export function fullRows(
	{ items }: Pick<ResultsFile, 'items'>,
	{ learner, attempts }: ResultsLearner,
	contents: ReadonlyMap<string, BaseItem>
): Cell[][] {
	const refs = new Map(items.map((ref) => [itemKey(ref), ref]));
	return attempts.flatMap((attempt) =>
		attempt.responses.map((one, at): Cell[] => {
			const ref = refs.get(one.item);
			const item = ref === undefined ? undefined : contents.get(ref.hash);
			return [
				...attemptCells(learner, attempt),
				at + 1,
				ref?.bank,
				ref?.item,
				...answerCells(item, one.response),
				one.activeMs === undefined ? undefined : Math.round(one.activeMs / 1000),
				one.confidence
			];
		})
	);
}

const attemptCells = (learner: string, { n, started, finished, late }: ResultsAttempt): Cell[] => [
	learner,
	n,
	started,
	finished,
	late === true ? 'yes' : 'no'
];

function answerCells(item: BaseItem | undefined, raw: unknown): Cell[] {
	if (item === undefined) return Array.from({ length: 6 }, () => undefined);
	const { points, max, response, blank } = scoreResponse(item, raw);
	const words = blank ? '' : itemTypeOf(item).describe(item, response);
	return [item.type, item.topics.join(' '), words, points, max, blank ? 'yes' : 'no'];
}
