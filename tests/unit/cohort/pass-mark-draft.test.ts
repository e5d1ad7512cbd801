// What a panel has said is read as it was stored, and Ebel's table follows from it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	cellPoints,
	filledCells,
	newPassMarkDraft,
	passMarkId,
	readPassMarkDraft
} from '$lib/cohort/pass-mark-draft';
import type { CohortItem } from '$lib/cohort/score';
import { choiceItem } from './cohorts';

const items = ['a', 'b', 'c'].map((id): CohortItem => ({
	key: `bank/${id}`,
	ref: { bank: 'bank', item: id, hash: `hash-${id}` },
	item: { ...choiceItem(id), difficulty: id === 'a' ? 'easy' : 'hard' },
	max: id === 'c' ? 3 : 1
}));

it('belongs to the questions in their wording and order', () => {
	const [a, b] = items as [CohortItem, CohortItem];
	expect(passMarkId([a, b])).toBe(passMarkId([{ ...a }, { ...b }]));
	const others = [[b, a], [a], [{ ...a, ref: { ...a.ref, hash: 'new wording' } }, b]];
	for (const other of others) expect(passMarkId(other)).not.toBe(passMarkId([a, b]));
});

it('comes back from storage and from a backup as it was', () => {
	const draft = {
		...newPassMarkDraft('x'),
		judges: [[0.5, null, 1]],
		cells: { 'important hard': 0.4, 'important easy': null },
		sorted: { 'bank/a': { relevance: 'essential' as const } },
		fixed: null
	};
	expect(readPassMarkDraft(structuredClone(draft))).toEqual(draft);
	expect(readPassMarkDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

it('is usable whatever was stored', () => {
	fc.assert(
		fc.property(fc.string(), fc.dictionary(fc.string(), fc.anything()), (id, rest) => {
			const names = ['fixed', 'judges', 'sorted', 'cells', 'lowestMark'];
			const stored = Object.fromEntries(Object.values(rest).map((one, at) => [names[at], one]));
			const read = readPassMarkDraft({ ...stored, id });
			expect(read?.id).toBe(id);
			expect(Array.isArray(read?.judges)).toBe(true);
		})
	);
	expect(readPassMarkDraft({ judges: [] })).toBeUndefined();
});

describe('the table of Ebel', () => {
	const sorted = { 'bank/b': { relevance: 'essential' as const, difficulty: 'medium' as const } };
	it('takes the difficulty of the author where nobody has sorted', () => {
		expect(cellPoints(items, {})).toEqual({ 'important easy': 1, 'important hard': 4 });
		expect(cellPoints(items, sorted)).toEqual({
			'important easy': 1,
			'essential medium': 1,
			'important hard': 3
		});
	});
	it('is filled in when each cell with questions has a share', () => {
		const points = cellPoints(items, {});
		expect(filledCells(points, { 'important easy': 0.9 })).toBeUndefined();
		expect(filledCells(points, { 'important easy': 0.9, 'important hard': null })).toBeUndefined();
		expect(
			filledCells(points, { 'important easy': 0.9, 'important hard': 0, 'essential easy': 1 })
		).toEqual([
			{ points: 1, share: 0.9 },
			{ points: 4, share: 0 }
		]);
	});
});
