import { describe, expect, it } from 'vitest';
import { csvOf } from '$lib/ui/csv';

describe('a table as CSV', () => {
	it('has a byte order mark, and lines that end as RFC 4180 says', () => {
		expect(
			csvOf([
				['Topic', 'n'],
				['Milia', 3]
			])
		).toBe('\uFEFFTopic,n\r\nMilia,3\r\n');
	});

	it.each([
		['a comma', 'a, b', '"a, b"'],
		['a quotation mark', 'say "no"', '"say ""no"""'],
		['a line break', 'a\nb', '"a\nb"'],
		['a formula', '=1+1', "'=1+1"],
		['a sum', '+1', "'+1"],
		['a difference', '-1', "'-1"],
		['a function', '@SUM(A1)', "'@SUM(A1)"],
		['a tab', '\tx', "'\tx"],
		['a carriage return', '\rx', '"\'\rx"'],
		['a formula with a comma', '=A1,B1', '"\'=A1,B1"'],
		['a number below 0, which is no text', -1.5, '-1.5'],
		['a full-width formula', '＝1+1', "'＝1+1"],
		['nothing', undefined, ''],
		['no number', Number.NaN, '']
	])('writes %s', (_, value, text) => {
		expect(csvOf([[value]])).toBe(`\uFEFF${text}\r\n`);
	});
});
