// What another key would have meant: items re-keyed, accepted in more ways, dropped or credited, on a copy of the scored cohort.
import { asWritten, type CompiledItem } from '$lib/banks/compile';
import { canonicalJson } from '$lib/banks/canonical';
import { parseItem } from '$lib/banks/parse';
import type { BaseItem } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';
import { fault } from '$lib/validation/fault';
import type { Parsed } from '$lib/validation/parse';
import { matrixOf, totalsOf } from './matrix.js';
import { reliabilityOf } from './reliability.js';
import { scoreResponse, type Cell, type Cohort, type CohortItem } from './score.js';
import { MINIMA, type Minima, type Statistic } from './statistic.js';
import { reaches } from './summary.js';

/** One change to an item, which `item` names by its key `bank/item`. */
export type KeyChange =
	/** Another response is right instead. */
	| { readonly kind: 'key'; readonly item: string; readonly response: unknown }
	/** Another response is right as well: each learner gets the better of the two scores. */
	| { readonly kind: 'also'; readonly item: string; readonly response: unknown }
	/** The item counts for nobody. */
	| { readonly kind: 'drop'; readonly item: string }
	/** Everybody who was asked gets all points. */
	| { readonly kind: 'credit'; readonly item: string };

/** A question with its place among all that could be asked, from 0. */
export interface Placed<T> {
	readonly place: number;
	readonly one: T;
}

/**
 * Questions that learners were asked, apart from those that nobody was: the draws from a pool may have left them out, and no change
 * to them would change a score. `asked` says how many learners were asked a question, by its key.
 */
export function byAsked<T extends { readonly key: string }>(
	questions: readonly T[],
	asked: ReadonlyMap<string, number>
): { readonly shown: Placed<T>[]; readonly unseen: Placed<T>[] } {
	const placed = questions.map((one, place) => ({ place, one }));
	const shown = placed.filter(({ one }) => (asked.get(one.key) ?? 0) > 0);
	return { shown, unseen: placed.filter((one) => !shown.includes(one)) };
}

/** The item with another key, held against the rules of its type; the faults say what the key lacks. */
export function withKey(item: BaseItem, response: unknown): Parsed<BaseItem> {
	const written = asWritten({ hash: '', ...item } as CompiledItem & { hash: string });
	const read = parseItem({ ...written, key: response });
	if (!read.ok) return read;
	const kept = itemTypeOf(read.value).key(read.value);
	if (canonicalJson(kept) === canonicalJson(response)) return read;
	const expected = 'a response that can be the key of this item';
	return { ok: false, faults: [fault(['key'], response, expected, 'key.shape')] };
}

/** A cohort with changed items. The cohort that is given stays as it is. A later change to the same item replaces an earlier one. */
export function withChanges(cohort: Cohort, changes: readonly KeyChange[]): Parsed<Cohort> {
	const byItem = new Map(changes.map((one) => [one.item, one]));
	const columns: { item: CohortItem; cells: (Cell | undefined)[] }[] = [];
	for (const [index, one] of cohort.items.entries()) {
		const change = byItem.get(one.key);
		const cells = cohort.cells.map((row) => row[index]);
		if (change?.kind === 'drop') continue;
		const changed = change === undefined ? undefined : changeOf(one, cells, change);
		if (changed?.ok === false) return changed;
		columns.push(changed?.value ?? { item: one, cells });
	}
	return {
		ok: true,
		value: {
			...cohort,
			items: columns.map((one) => one.item),
			cells: cohort.cells.map((_, row) => columns.map(({ cells }) => cells[row]))
		}
	};
}

function changeOf(
	one: CohortItem,
	cells: readonly (Cell | undefined)[],
	change: Exclude<KeyChange, { kind: 'drop' }>
): Parsed<{ item: CohortItem; cells: (Cell | undefined)[] }> {
	if (change.kind === 'credit') {
		const full = cells.map((cell) => cell && { ...cell, points: one.max });
		return { ok: true, value: { item: one, cells: full } };
	}
	const keyed = withKey(one.item, change.response);
	if (!keyed.ok) return keyed;
	const other = { ...one, item: keyed.value, max: scoreResponse(keyed.value, undefined).max };
	if (change.kind === 'key') {
		const anew = cells.map((cell) => cell && scored(cell, other, other.max));
		return { ok: true, value: { item: other, cells: anew } };
	}
	// Keys of different size give different maxima; the other score counts as the same share of the points.
	const better = cells.map((cell) => {
		if (cell === undefined) return undefined;
		return { ...cell, points: Math.max(cell.points, scored(cell, other, one.max).points) };
	});
	return { ok: true, value: { item: one, cells: better } };
}

function scored(cell: Cell, { item, max }: CohortItem, most: number): Cell {
	return { ...cell, points: (scoreResponse(item, cell.response).points * most) / max };
}

/** A learner before and after. */
export interface Moved {
	readonly learner: string;
	readonly before: Standing;
	readonly after: Standing;
}
export interface Standing {
	readonly points: number;
	readonly max: number;
	readonly share: number;
	readonly passed: boolean;
}

export interface Comparison {
	readonly learners: readonly Moved[];
	readonly passedBefore: number;
	readonly passedAfter: number;
	/** Means of the shares. */
	readonly meanBefore: number;
	readonly meanAfter: number;
	readonly alphaBefore: Statistic;
	readonly alphaAfter: Statistic;
}

/** Two scorings of the same learners side by side. `mark` is the pass mark as a share of the points. */
export function compare(
	before: Cohort,
	after: Cohort,
	mark: number,
	minima: Minima = MINIMA
): Comparison {
	const [first, second] = [matrixOf(before), matrixOf(after)];
	const standings = (of: typeof first): Standing[] =>
		totalsOf(of).map(({ points, max, share }) => ({
			points,
			max,
			share,
			passed: reaches(share, mark)
		}));
	const then = standings(second);
	const nothing: Standing = { points: 0, max: 0, share: 0, passed: reaches(0, mark) };
	const learners = standings(first).map((one, index) => ({
		learner: before.learners[index] ?? '',
		before: one,
		after: then[index] ?? nothing
	}));
	const count = (pick: (one: Moved) => Standing) =>
		learners.filter((one) => pick(one).passed).length;
	const mean = (pick: (one: Moved) => Standing) =>
		learners.reduce((sum, one) => sum + pick(one).share, 0) / Math.max(1, learners.length);
	return {
		learners,
		passedBefore: count((one) => one.before),
		passedAfter: count((one) => one.after),
		meanBefore: mean((one) => one.before),
		meanAfter: mean((one) => one.after),
		alphaBefore: reliabilityOf(first, minima).alpha,
		alphaAfter: reliabilityOf(second, minima).alpha
	};
}
