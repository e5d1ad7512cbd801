import { describe, expect, it } from 'vitest';
import { checkAgainstLedger } from '$lib/banks/ledger-check';
import { parseBank } from '$lib/banks/parse';
import type { Bank } from '$lib/banks/bank';
import { readLedger } from '../../../src/tools/questions.js';
import { bankOf, itemOf, type Json } from './bank-of.js';

const { ledger } = readLedger();
if (ledger === undefined) throw new Error('questions/evidence cannot be read');

function read(file: unknown): Bank {
	const parsed = parseBank(file);
	if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
	return parsed.value;
}

describe('ids that a bank names', () => {
	it('are all in the ledger', () => {
		expect(checkAgainstLedger(read(bankOf()), ledger)).toEqual([]);
	});
	it('are each reported when they are not', () => {
		const item = itemOf({
			topics: ['nowhere', 'neonatal-milia'],
			facts: ['neo-present-at-birth', 'no-fact']
		});
		const options = (item['options'] as Json[]).map((option, index) =>
			index === 2 ? { ...option, entity: 'gremlin' } : option
		);
		const faults = checkAgainstLedger(
			read(bankOf([itemOf({ id: 'first' }), { ...item, options }])),
			ledger
		);
		expect(faults.map(({ path, value }) => [path, value])).toEqual([
			['items[1].topics[0]', '"nowhere"'],
			['items[1].facts[1]', '"no-fact"'],
			[expect.stringContaining('items[1].options'), '"gremlin"']
		]);
	});
});
