import { describe, expect, it } from 'vitest';
import { asWritten } from '$lib/banks/compile';
import { copyOf, idFrom, nextPatch } from '$lib/banks/own-copy';
import { parseBank } from '$lib/banks/parse';
import type { NumberedItem } from '$lib/banks/read-bank';
import { reviewWords } from '$lib/items/review-words';
import { bankFile } from '../../../src/routes/banks/bank-file.js';
import { withReview } from '../../../src/routes/banks/review/lines.js';
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

	const head = { id: bank.id, title: bank.title, version: '1.4.9' };

	it('is set on the items named', () => {
		const changed = withReview(
			{ ...head, items: bank.items },
			'1.4.10',
			new Set([first.id]),
			review
		);
		expect(changed).toMatchObject({ ...head, version: '1.4.10' });
		expect(changed.items[0]?.review).toEqual(review);
		expect(changed.items.slice(1)).toEqual(bank.items.slice(1));
	});
	it('makes the next patch version', () => {
		expect(nextPatch('1.4.9')).toBe('1.4.10');
	});
	it.each([true, false])(
		'is written to the file of the bank, and to nothing else in it; compact: %s',
		async (compact) => {
			const { items, ...whole } = bank;
			const read = async (take: (items: readonly NumberedItem[]) => void) => {
				// Storage hands them out in an order of its own.
				take([...items.entries()].reverse());
				return { ...whole, id: 'ward-seven' };
			};
			const file = await bankFile(read, {
				head: (now) => ({ ...now, version: nextPatch(now.version) }),
				item: (item) => (item.id === second.id ? { ...item, review } : item),
				compact
			});
			const written: unknown = JSON.parse((await file?.text()) ?? '');
			expect(written).toEqual({
				...(asFile({ ...whole, id: 'ward-seven', version: nextPatch(bank.version) }) as object),
				items: items.map((item) =>
					asFile({ ...asWritten(item), ...(item === second && { review }) })
				)
			});
			expect(parseBank(written)).toMatchObject({ ok: true });
		}
	);
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
