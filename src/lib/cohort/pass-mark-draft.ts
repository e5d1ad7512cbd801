// What a panel has said so far about the questions of a class, while its educator looks for a pass mark. Stored as it is typed.
import * as v from 'valibot';
import { DIFFICULTIES, type BaseItem } from '$lib/items/contract';
import { textHash } from '$lib/modules/text-hash';
import { MOST_JUDGES } from './estimates.js';
import type { EbelCell } from './pass-mark.js';
import type { CohortItem } from './score.js';

export const RELEVANCES = ['essential', 'important', 'acceptable'] as const;
export type Relevance = (typeof RELEVANCES)[number];

/** From 0 to 1; null where nothing was said. */
const share = v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1)));
const limit = (usual: number) => v.fallback(share, usual);

const sortedSchema = v.object({
	difficulty: v.optional(v.picklist(DIFFICULTIES)),
	relevance: v.optional(v.picklist(RELEVANCES))
});

/** The shape of a stored draft; what is missing or damaged has its default. */
export const passMarkDraftSchema = v.object({
	/** Names the questions, so that every class that was asked them finds it. */
	id: v.string(),
	/** Time of the last change, ms since 1970. */
	changed: v.fallback(v.number(), 0),
	fixed: limit(0.6),
	/** Angoff: by judge, then by question. */
	judges: v.fallback(v.pipe(v.array(v.array(share)), v.maxLength(MOST_JUDGES)), []),
	/** Ebel: where the educator sorts a question otherwise than its author, by its key. */
	sorted: v.fallback(v.record(v.string(), sortedSchema), {}),
	/** Ebel: expected share of each cell, by `cellName`. */
	cells: v.fallback(v.record(v.string(), share), {}),
	/** Hofstee. */
	lowestMark: limit(0.5),
	highestMark: limit(0.7),
	lowestFailRate: limit(0),
	highestFailRate: limit(0.2)
});
export type PassMarkDraft = v.InferOutput<typeof passMarkDraftSchema>;

/** Names the questions that a pass mark is for: the same ones in the same order have the same name. */
export const passMarkId = (items: readonly Pick<CohortItem, 'key' | 'ref'>[]): string =>
	textHash(items.map(({ key, ref }) => `${key}@${ref.hash}`).join('\n'));

/** A draft in which nothing has been said. */
export const newPassMarkDraft = (id: string): PassMarkDraft => v.parse(passMarkDraftSchema, { id });

/** Reads a stored draft; undefined where not even its id can be read. */
export function readPassMarkDraft(stored: unknown): PassMarkDraft | undefined {
	const read = v.safeParse(passMarkDraftSchema, stored);
	return read.success ? read.output : undefined;
}

type Sorted = PassMarkDraft['sorted'];

/** Where a question stands in Ebel's table: as sorted, else by its author's difficulty, and as important. */
export const cellOf = ({ key, item }: Pick<CohortItem, 'key' | 'item'>, sorted: Sorted) => ({
	difficulty: sorted[key]?.difficulty ?? item.difficulty,
	relevance: sorted[key]?.relevance ?? ('important' as const)
});

export const cellName = (relevance: Relevance, difficulty: BaseItem['difficulty']) =>
	`${relevance} ${difficulty}`;

/** Points of the questions in each cell of Ebel's table that has any, by `cellName`. */
export function cellPoints(items: readonly CohortItem[], sorted: Sorted): Record<string, number> {
	const sums: Record<string, number> = {};
	for (const one of items) {
		const { relevance, difficulty } = cellOf(one, sorted);
		const name = cellName(relevance, difficulty);
		sums[name] = (sums[name] ?? 0) + one.max;
	}
	return sums;
}

/** The cells with questions; undefined until each has a share. */
export function filledCells(
	points: Readonly<Record<string, number>>,
	shares: PassMarkDraft['cells']
): readonly EbelCell[] | undefined {
	const used = Object.entries(points);
	const known = used.flatMap(([name, sum]): EbelCell[] => {
		const said = shares[name] ?? undefined;
		return said === undefined ? [] : [{ points: sum, share: said }];
	});
	return known.length === used.length ? known : undefined;
}
