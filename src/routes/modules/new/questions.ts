// What the questions of a draft come to: how many fit, how many will be asked, and which.
import type { ItemRef } from '$lib/banks/bank';
import type { DraftPool, ModuleDraft } from '$lib/modules/draft';
import type { Section } from '$lib/modules/format';
import { moduleItems } from '$lib/modules/make';
import { draw, drawable, matching, unitsOf, type Candidate } from '$lib/session/sampling';

/** Nothing has been answered yet, as far as a module knows. */
const NO_HISTORY = new Map<string, never>();

/** The candidates that fit the wishes of a draft or of one of its pools. */
export const fitting = (all: readonly Candidate[], wishes: DraftPool['wishes']) =>
	matching(all, wishes, NO_HISTORY);

/** Names a candidate in a draft. */
export const nameOf = ({ bank, id }: { readonly bank: string; readonly id: string }) =>
	`${bank}/${id}`;

/** The candidates chosen by hand, in the order chosen; what is no longer there is left out. */
export function handPicked(all: readonly Candidate[], names: readonly string[]): Candidate[] {
	const byName = new Map(all.map((one) => [nameOf(one), one]));
	return names.flatMap((name) => byName.get(name) ?? []);
}

/** Questions that each learner gets. */
export function countOf(draft: ModuleDraft, all: readonly Candidate[]): number {
	if (draft.way === 'hand') return handPicked(all, draft.hand).length;
	if (draft.way === 'topics') return drawable(fitting(all, draft.wishes), draft.count);
	return draft.pools.reduce((sum, pool) => sum + drawable(poolOf(draft, pool, all), pool.take), 0);
}

/**
 * What a pool draws from: a question belongs to the first pool that it fits, so that nobody meets it twice. Case studies come
 * whole, so no pool has any.
 */
export function poolOf(
	draft: ModuleDraft,
	pool: DraftPool,
	all: readonly Candidate[]
): readonly Candidate[] {
	const before = draft.pools.slice(0, draft.pools.indexOf(pool));
	const taken = new Set(before.flatMap((one) => fitting(all, one.wishes).map(nameOf)));
	return fitting(all, pool.wishes).filter(
		(one) => !taken.has(nameOf(one)) && one.case === undefined
	);
}

/** The questions of a draft that asks all learners the same ones. Drawn by its seed. */
function sameForAll(draft: ModuleDraft, all: readonly Candidate[]): ItemRef[] {
	if (draft.way === 'hand')
		return handPicked(all, draft.hand).map(({ bank, id, hash }) => ({ bank, item: id, hash }));
	const { count, seed } = draft;
	return draw(fitting(all, draft.wishes), NO_HISTORY, { count, seed });
}

/** The questions of a draft as a module holds them. */
export function sectionsOf(draft: ModuleDraft, all: readonly Candidate[]): Section[] {
	if (draft.way !== 'pools') return [{ items: moduleItems(sameForAll(draft, all), all) }];
	return draft.pools.flatMap((pool) => {
		const refs = poolOf(draft, pool, all).map(({ bank, id, hash }) => ({ bank, item: id, hash }));
		const take = Math.min(pool.take, refs.length);
		return take === 0 ? [] : [{ take, items: moduleItems(refs, all) }];
	});
}

/** Adds a question, or takes it away; those of a case study come and go together, in their order. */
export function toggled(
	names: readonly string[],
	one: Candidate,
	all: readonly Candidate[]
): string[] {
	const unit = unitsOf(all).find((group) => group.some((other) => nameOf(other) === nameOf(one)));
	const group = (unit ?? [one]).map(nameOf);
	if (names.includes(nameOf(one))) return names.filter((name) => !group.includes(name));
	return [...names.filter((name) => !group.includes(name)), ...group];
}
