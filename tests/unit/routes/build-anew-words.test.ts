// What a learner is told before and after the database is built anew: nothing is claimed that is not known.
import { describe, expect, it } from 'vitest';
import { afterwards, beforehand } from '../../../src/routes/settings/build-anew-words';

const SNAPSHOT = { name: 's', at: 1, answers: 1, lines: 9, bytes: 9 };
const BUILT = { kind: 'built', damaged: 0, unread: 0 } as const;

describe('before', () => {
	it.each([
		['opfs', '22 Nov', [/Your answers come back from the journal/, /from the snapshot of 22 Nov/]],
		['local', undefined, [/Your latest answers come back/, /There is no snapshot/]]
	] as const)('with a journal of kind %s and a snapshot of %s', (journal, snapshot, wanted) => {
		const text = beforehand(journal, snapshot).join(' ');
		for (const one of [...wanted, /database is deleted/, /key file/]) expect(text).toMatch(one);
	});
});

describe('after', () => {
	const said = (
		done: Parameters<typeof afterwards>[0],
		parts: Partial<Parameters<typeof afterwards>[1]> = {}
	) =>
		afterwards(done, {
			answers: 40,
			back: { snapshot: SNAPSHOT, left: 0, unread: 0 },
			journal: 'opfs',
			snapshot: '22 Nov',
			...parts
		}).join(' ');

	it('a database that can be read after all was not dropped', () => {
		expect(said({ ...BUILT, kind: 'sound' })).toBe(
			'The database can be read after all. Nothing was dropped. 40 answers are here.'
		);
	});

	it('all came back', () => {
		const text = said(BUILT);
		expect(text).toMatch(/built anew\. 40 answers are here\..*snapshot of 22 Nov/);
		expect(text).not.toMatch(/could not be/);
	});

	it.each([
		[{ ...BUILT, damaged: 2 }, {}, /2 records in the second copy could not be read/],
		[{ ...BUILT, unread: 1 }, {}, /A part of the second copy could not be opened/],
		[BUILT, { journal: 'local' as const }, /latest answers only/],
		[BUILT, { answers: 1 }, /1 answer is here/],
		[BUILT, { answers: undefined }, /built anew\. Your answers could not be counted just now/],
		[BUILT, { snapshot: undefined, back: { left: 0, unread: 0 } }, /No snapshot could be used/],
		[BUILT, { back: { snapshot: SNAPSHOT, left: 1, unread: 1 } }, /A snapshot could not be read/],
		[BUILT, { back: { snapshot: SNAPSHOT, left: 3, unread: 0 } }, /3 records of the snapshot/]
	])('what did not come back is said: %o %o', (done, parts, wanted) => {
		expect(said(done, parts)).toMatch(wanted);
	});
});
