// From raw responses to points: a cohort is always scored again, by the item types, and never believed.
import type { ItemRef } from '$lib/banks/bank';
import type { BaseItem } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';
import type { Fault } from '$lib/validation/fault';
import { itemKey, type ResultsAttempt, type ResultsFile, type ResultsResponse } from './results.js';

/** Which attempt of a learner is looked at. Item statistics are meant for the first: later ones know the questions. */
export const ATTEMPT_CHOICES = ['first', 'last', 'best'] as const;
export type AttemptChoice = (typeof ATTEMPT_CHOICES)[number];

/** One learner's answer to one item, scored. */
export interface Cell {
	readonly points: number;
	/** As the item type read it. */
	readonly response: unknown;
	/** True where nothing at all was chosen. */
	readonly blank: boolean;
	readonly confidence?: ResultsResponse['confidence'];
	readonly activeMs?: number | undefined;
}

/** An item that was asked, with its content. */
export interface CohortItem {
	/** `bank/item`. */
	readonly key: string;
	readonly ref: ItemRef;
	readonly item: BaseItem;
	/** Most points that it can give. */
	readonly max: number;
}

/** Learners by items, scored. */
export interface Cohort {
	readonly items: readonly CohortItem[];
	/** Names or codes, in code-unit order. */
	readonly learners: readonly string[];
	/** A row for each learner, an entry for each item; undefined where it was not asked. */
	readonly cells: readonly (readonly (Cell | undefined)[])[];
	/** Items whose content was not to be had: they count nowhere. */
	readonly unknown: readonly ItemRef[];
	/** Responses in which something named no option; that counts as not chosen. */
	readonly unread: readonly {
		readonly learner: string;
		readonly item: string;
		readonly faults: readonly Fault[];
	}[];
}

/** Scores one response of unknown origin; a missing one is blank, with 0 points. */
export function scoreResponse(
	item: BaseItem,
	raw: unknown
): {
	readonly points: number;
	readonly max: number;
	readonly response: unknown;
	readonly blank: boolean;
	readonly faults: readonly Fault[];
} {
	const type = itemTypeOf(item);
	const { response, faults } = type.readResponse(item, raw);
	const { points, max } = type.score(item, response);
	return { points, max, response, blank: type.isBlank(item, response), faults };
}

/** Scores a results file. `contents` gives the items by content hash, as they were asked. */
export function scoreCohort(
	file: Pick<ResultsFile, 'items' | 'learners'>,
	contents: ReadonlyMap<string, BaseItem>,
	choice: AttemptChoice = 'first'
): Cohort {
	const items = file.items.flatMap((ref): CohortItem[] => {
		const item = contents.get(ref.hash);
		if (item === undefined) return [];
		const { max } = scoreResponse(item, undefined);
		return [{ key: itemKey(ref), ref, item, max }];
	});
	const unread: { learner: string; item: string; faults: readonly Fault[] }[] = [];
	const learners = [...file.learners].sort((a, b) => (a.learner < b.learner ? -1 : 1));
	const cells = learners.map(({ learner, attempts }) => {
		const rows = attemptsIn(attempts, choice).map((attempt) =>
			rowOf(attempt, items, (item, faults) => unread.push({ learner, item, faults }))
		);
		return rows.reduce((best, row) => (shareOf(row, items) > shareOf(best, items) ? row : best));
	});
	return {
		items,
		learners: learners.map((one) => one.learner),
		cells,
		unknown: file.items.filter((ref) => !contents.has(ref.hash)),
		unread
	};
}

/** The attempts among which to choose, in their order: one, or all where the best is wanted. */
function attemptsIn(attempts: readonly ResultsAttempt[], choice: AttemptChoice): ResultsAttempt[] {
	const inOrder = [...attempts].sort((a, b) => a.n - b.n);
	if (choice === 'best') return inOrder;
	return choice === 'first' ? inOrder.slice(0, 1) : inOrder.slice(-1);
}

function rowOf(
	attempt: ResultsAttempt,
	items: readonly CohortItem[],
	report: (item: string, faults: readonly Fault[]) => void
): (Cell | undefined)[] {
	const byKey = new Map(attempt.responses.map((one) => [one.item, one]));
	return items.map(({ key, item }): Cell | undefined => {
		const given = byKey.get(key);
		if (given === undefined) return undefined;
		const { points, response, blank, faults } = scoreResponse(item, given.response);
		if (faults.length > 0) report(key, faults);
		const { confidence, activeMs } = given;
		return {
			...{ points, response, blank },
			...(confidence !== undefined && { confidence }),
			...(activeMs !== undefined && { activeMs })
		};
	});
}

function shareOf(row: readonly (Cell | undefined)[], items: readonly CohortItem[]): number {
	let points = 0;
	let max = 0;
	row.forEach((cell, index) => {
		points += cell?.points ?? 0;
		max += cell === undefined ? 0 : (items[index]?.max ?? 0);
	});
	return max === 0 ? 0 : points / max;
}
