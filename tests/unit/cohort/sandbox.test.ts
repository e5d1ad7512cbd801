import { describe, expect, it } from 'vitest';
import { matrixOf } from '$lib/cohort/matrix';
import { byAsked, compare, withChanges, withKey, type KeyChange } from '$lib/cohort/sandbox';
import { scoreCohort, type Cohort } from '$lib/cohort/score';
import { NO_MINIMA } from '$lib/cohort/statistic';
import { itemTypeOf } from '$lib/items/registry';
import { choiceResults, everyType } from './cohorts';

function cohortOf(...rows: string[]): Cohort {
	const { file, contents } = choiceResults(rows);
	return scoreCohort(file, contents);
}
const changed = (cohort: Cohort, ...changes: KeyChange[]) => {
	const got = withChanges(cohort, changes);
	if (!got.ok) throw new Error(JSON.stringify(got.faults));
	return got.value;
};
const points = (cohort: Cohort) => matrixOf(cohort).points;
const item = 'test/i1';

describe('questions of a pool', () => {
	const places = (of: readonly { readonly place: number }[]) => of.map(({ place }) => place);
	it('that nobody drew stand apart, each under its own number', () => {
		const { items, cells } = cohortOf('a  ', '  a');
		const asked = new Map(
			items.map(({ key }, at) => [key, cells.filter((row) => row[at] !== undefined).length])
		);
		const { shown, unseen } = byAsked(items, asked);
		expect(places(shown)).toEqual([0, 2]);
		expect(places(unseen)).toEqual([1]);
		expect(unseen[0]?.one.key).toBe('test/i2');
	});
	it('of which no figures are known count as not shown', () => {
		expect(places(byAsked([{ key: 'a' }], new Map()).unseen)).toEqual([0]);
	});
});

describe('a change of key', () => {
	const before = cohortOf('aa', 'ba', 'ca', ' a');
	it.each<[KeyChange, (number | undefined)[]]>([
		[{ kind: 'key', item, response: { choice: 'b' } }, [0, 1, 0, undefined]],
		[{ kind: 'also', item, response: { choice: 'b' } }, [1, 1, 0, undefined]],
		[{ kind: 'credit', item }, [1, 1, 1, undefined]]
	])('%o', (change, wanted) => {
		expect(points(changed(before, change)).map((row) => row[0])).toEqual(wanted);
		expect(points(before).map((row) => row[0])).toEqual([1, 0, 0, undefined]);
	});
	it('a dropped item counts for nobody', () => {
		expect(points(changed(before, { kind: 'drop', item }))).toEqual([[1], [1], [1], [1]]);
	});
	it('of two changes to one item the later one holds', () => {
		const after = changed(before, { kind: 'drop', item }, { kind: 'credit', item });
		expect(after.items).toHaveLength(2);
	});
	it('says what a key lacks', () => {
		const got = withChanges(before, [{ kind: 'key', item, response: { choice: 'z' } }]);
		expect(got).toMatchObject({ ok: false });
		expect(withChanges(before, [{ kind: 'also', item, response: {} }]).ok).toBe(false);
	});
	it.each([...everyType()])('the key of every item type can be set: %s', (_, one) => {
		const key = itemTypeOf(one).key(one);
		const same = withKey(one, key);
		expect(same).toMatchObject({ ok: true });
		if (same.ok) expect(itemTypeOf(same.value).key(same.value)).toEqual(key);
		expect(withKey(one, { nonsense: true }).ok).toBe(false);
	});
});

describe('before and after', () => {
	it('shows marks, who passes and alpha', () => {
		const before = cohortOf('aba', 'aab', 'bbb', 'aaa');
		const after = changed(before, { kind: 'key', item: 'test/i2', response: { choice: 'b' } });
		const got = compare(before, after, 0.6, NO_MINIMA);
		expect(got.learners.map((one) => [one.before.points, one.after.points])).toEqual([
			[2, 3],
			[2, 1],
			[0, 1],
			[3, 2]
		]);
		expect([got.passedBefore, got.passedAfter]).toEqual([3, 2]);
		expect(got.meanBefore).toBeCloseTo(7 / 12, 9);
		expect(got.alphaBefore.value).not.toBe(got.alphaAfter.value);
	});
	it('is the same where nothing was changed', () => {
		const before = cohortOf('ab', 'aa', 'bb');
		const got = compare(before, changed(before), 0.5, NO_MINIMA);
		expect(got.learners.every((one) => one.before.points === one.after.points)).toBe(true);
		expect(got.alphaAfter).toEqual(got.alphaBefore);
	});
});
