import { describe, expect, it } from 'vitest';
import { copyOf, idFrom, withReview } from '$lib/banks/own-copy';
import { parseBank } from '$lib/banks/parse';
import { reviewWords } from '$lib/items/review-words';
import { loadQuestions } from '../../../src/tools/questions.js';

const { banks } = loadQuestions();
const asFile = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(banks.map((bank) => ({ id: bank.id, bank })))('a copy of $id', ({ bank }) => {
	const copy = copyOf(bank, { id: 'our-own-copy-of-a-long-title', title: 'Our own' });

	it('is a bank that can be brought in', () => {
		expect(parseBank(asFile(copy))).toMatchObject({ ok: true });
	});
	it('shares no id with the original', () => {
		const ids = new Set(bank.items.map((one) => one.id));
		expect(copy.items.filter((one) => ids.has(one.id))).toEqual([]);
	});
	it('claims no review of its own', () => {
		expect(copy.items.every((one) => one.review.status === 'in-review')).toBe(true);
	});
});

describe('the state of review', () => {
	const [bank] = banks;
	if (bank === undefined) throw new Error('no bank');
	const [first, second] = bank.items;
	if (first === undefined || second === undefined) throw new Error('no items');
	const review = { status: 'approved', by: 'A. Nurse', on: '2026-11-22' } as const;

	it('is set on the items named, in the next patch version', () => {
		const changed = withReview(bank, new Set([first.id]), review);
		expect(changed.items[0]?.review).toEqual(review);
		expect(changed.items[1]?.review).toEqual(second.review);
		const [major, minor, patch] = bank.version.split('.').map(Number);
		expect(changed.version).toBe(`${major}.${minor}.${(patch ?? 0) + 1}`);
		expect(parseBank(asFile(changed))).toMatchObject({ ok: true });
	});
	it('is said in words that claim no more than the bank does', () => {
		expect(reviewWords(review)).toBe('Marked as approved by A. Nurse on 2026-11-22 in this bank');
		expect(reviewWords({ status: 'approved' })).toBe('Marked as approved in this bank');
		expect(reviewWords({ status: 'draft' })).toBe('Sourced, awaiting clinical review');
		expect(reviewWords({ status: 'in-review', by: 'A. Nurse' })).toBe(
			'Sourced, awaiting clinical review'
		);
	});
});

it.each([
	['Our café: milia!', 'our-cafe-milia'],
	['  ', ''],
	['A title that goes on and on for ever and ever', 'a-title-that-goes-on-and-on-fo']
])('the id of %j is %j', (title, id) => {
	expect(idFrom(title)).toBe(id);
});
