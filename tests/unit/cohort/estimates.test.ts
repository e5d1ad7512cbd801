import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimatesText, readEstimates } from '$lib/cohort/estimates';

describe('estimates', () => {
	it.each([
		['tabs', '90\t80\n70\t60'],
		['semicolons and per cent signs', '90 %;80 %\r\n70%;60%\r\n'],
		['commas', '90, 80\n70, 60'],
		['blanks', ' 90 80\n70  60 ']
	])('are read with %s', (_, text) => {
		expect(readEstimates(text, 2)).toEqual({
			ok: true,
			judges: [
				[0.9, 0.7],
				[0.8, 0.6]
			]
		});
	});
	it.each([
		['90', 2, 'Found 1 lines, expected 2'],
		['90\n70 60', 2, 'Line 2 has 2 columns'],
		['90\nx', 2, 'Line 2 says “x”'],
		['90\n101', 2, 'Line 2 says “101”'],
		[Array(31).fill(1).join(' '), 1, 'Found 31 columns']
	])('%j says what is wrong', (text, questions, says) => {
		const got = readEstimates(text, questions);
		expect(got.ok ? '' : got.says).toContain(says);
	});
	it('are read as they were written', () => {
		const whole = fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 });
		fc.assert(
			fc.property(fc.array(whole, { minLength: 1, maxLength: 6 }), (table) => {
				const judges = table.map((row) => row.map((one) => one / 100));
				expect(readEstimates(estimatesText(judges, 3), 3)).toEqual({ ok: true, judges });
			})
		);
	});
});
