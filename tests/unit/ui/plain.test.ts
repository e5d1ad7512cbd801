import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseInline } from '$lib/ui/rich-text/parse';
import { plainText } from '$lib/ui/rich-text/plain';

describe('plainText', () => {
	it.each([
		['a **bold** and *leaning* word', 'a bold and leaning word'],
		['`code` __too__', 'code too'],
		['_Malassezia_ and snake_case_name', 'Malassezia and snake_case_name'],
		['x_y_ z', 'x_y_ z'],
		['not \\*leaning\\*', 'not *leaning*'],
		['2 * 3 * 4', '2 * 3 * 4'],
		['less than < 5', 'less than < 5']
	])('%j', (text, plain) => {
		expect(plainText(text)).toBe(plain);
	});

	it('is what the parser reads, without its marks', () => {
		const word = fc.stringMatching(/^[A-Za-z0-9.,%-]{1,6}$/);
		const marked = fc
			.tuple(
				fc.constantFrom('', '*', '**', '_', '__', '`'),
				fc.array(word, { minLength: 1, maxLength: 3 })
			)
			.map(([mark, words]) => `${mark}${words.join(' ')}${mark}`);
		const textOf = (nodes: ReturnType<typeof parseInline>): string =>
			nodes
				.map((one) =>
					'text' in one ? one.text : 'children' in one ? textOf([...one.children]) : ''
				)
				.join('');
		fc.assert(
			fc.property(fc.array(marked, { minLength: 1, maxLength: 5 }), (parts) => {
				const text = parts.join(' ');
				expect(plainText(text)).toBe(textOf(parseInline(text)));
			})
		);
	});
});
