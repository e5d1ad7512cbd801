import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseBlocks, parseInline } from '$lib/ui/rich-text/parse';
import { isPlain, type Block, type Inline } from '$lib/ui/rich-text/tree';

const text = (value: string): Inline => ({ kind: 'text', text: value });
const strong = (...children: Inline[]): Inline => ({ kind: 'strong', children });
const emphasis = (...children: Inline[]): Inline => ({ kind: 'emphasis', children });
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children });

/** Texts in which markup is likely. */
const marked = fc
	.array(
		fc.oneof(
			fc.constantFrom('*', '**', '_', '`', '|', '\\', '&amp;', '<b>', '[a](b)', '![', '- ', '+ '),
			fc.constantFrom('1. ', '> ', '# ', '~~~', '```', '\n', '\r', '  \n', '\n\n', '\t', '    '),
			fc.constantFrom('---', '===', '|--|', ':-:', '\0', '\uFEFF', ' ', 'word', '5', '.', '1)'),
			fc.string({ unit: 'binary', maxLength: 3 })
		),
		{ maxLength: 12 }
	)
	.map((parts) => parts.join(''));

const inlineDepth = (nodes: readonly Inline[]): number =>
	Math.max(0, ...nodes.map((one) => ('children' in one ? 1 + inlineDepth(one.children) : 0)));
function depth(blocks: readonly Block[]): number {
	const depths = blocks.map((block) => {
		if (block.kind === 'paragraph') return inlineDepth(block.children);
		return block.kind === 'list' ? 1 + Math.max(0, ...block.items.map(depth)) : 1;
	});
	return Math.max(0, ...depths);
}

describe('blocks', () => {
	it('reads emphasis, code and breaks', () => {
		expect(parseBlocks('a **b** *c* _d_ `e` f\\\ng  \nh')).toEqual([
			paragraph(
				text('a '),
				strong(text('b')),
				text(' '),
				emphasis(text('c')),
				text(' '),
				emphasis(text('d')),
				text(' '),
				{ kind: 'code', text: 'e' },
				text(' f'),
				{ kind: 'break' },
				text('g'),
				{ kind: 'break' },
				text('h')
			)
		]);
	});

	it('reads emphasis within emphasis', () => {
		expect(parseBlocks('**a *b* c**')).toEqual([
			paragraph(strong(text('a '), emphasis(text('b')), text(' c')))
		]);
	});

	it('reads paragraphs', () => {
		expect(parseBlocks('a\nb\n\nc')).toEqual([paragraph(text('a\nb')), paragraph(text('c'))]);
		expect(parseBlocks('')).toEqual([]);
	});

	it('reads lists, numbered ones from their first number, and lists within them', () => {
		expect(parseBlocks('- a\n- **b**\n  1. c')).toEqual([
			{
				kind: 'list',
				items: [
					[paragraph(text('a'))],
					[
						paragraph(strong(text('b'))),
						{ kind: 'list', first: 1, items: [[paragraph(text('c'))]] }
					]
				]
			}
		]);
		expect(parseBlocks('3. c\n4. d')).toEqual([
			{ kind: 'list', first: 3, items: [[paragraph(text('c'))], [paragraph(text('d'))]] }
		]);
	});

	it('reads tables', () => {
		expect(parseBlocks('| a | **b** |\n|---|:-:|\n| 1 | `2` |\n| 3 |')).toEqual([
			{
				kind: 'table',
				head: [[text('a')], [strong(text('b'))]],
				rows: [[[text('1')], [{ kind: 'code', text: '2' }]], [[text('3')]]]
			}
		]);
	});

	it('reads escapes and character references as the characters they stand for', () => {
		expect(parseBlocks('\\*a\\* &amp; &lt;b&gt;')).toEqual([paragraph(text('*a* & <b>'))]);
	});

	it.each([
		'<b>bold</b>',
		'<script>alert(1)</script>',
		'<div>\n<p>a</p>\n</div>',
		'[a](https://example.org)',
		'[a](javascript:alert(1) "t")',
		'![a](b.png)',
		'![**a**](b.png)',
		'<https://example.org>',
		'[a]: https://example.org',
		'# Heading',
		'> quoted',
		'---',
		'```js\ncode\n```',
		'~~struck~~'
	])('leaves the characters of what it does not know: %j', (markdown) => {
		expect(parseBlocks(markdown)).toEqual([paragraph(text(markdown))]);
	});

	it('reads emphasis between tags, which stay characters', () => {
		expect(parseBlocks('<i>*a*</i>')).toEqual([
			paragraph(text('<i>'), emphasis(text('a')), text('</i>'))
		]);
	});

	// The first of these ended in a stack overflow.
	it.each([
		['lists', `${'+ '.repeat(1999)}a`],
		['numbered lists', '1. '.repeat(50)],
		['emphasis', `${'*'.repeat(100)}a${'*'.repeat(99)}`],
		['emphasis and bold', `${'***a '.repeat(30)}x${'***'.repeat(30)}`]
	])('stops at a depth that no text needs: %s', (_, markdown) => {
		expect(depth(parseBlocks(markdown))).toBe(10);
	});
});

describe('a text inside a line', () => {
	it('has emphasis, code and breaks; paragraphs run together', () => {
		expect(parseInline('a **b** `c`\\\nd\n\n*e*')).toEqual([
			text('a '),
			strong(text('b')),
			text(' '),
			{ kind: 'code', text: 'c' },
			{ kind: 'break' },
			text('d'),
			text(' '),
			emphasis(text('e'))
		]);
	});

	// As lists these lost their sign or number, and the words of two entries ran together.
	it.each([
		'- 5 mmHg',
		'+ 2',
		'3. day',
		'1) a',
		'- a\n- b',
		'> 50',
		'# 3',
		'---',
		'a\n---',
		'| a |'
	])('means what it says where a line of its own would begin a block: %j', (markdown) => {
		expect(parseInline(markdown)).toEqual([text(markdown)]);
	});

	it('is literal where blocks are', () => {
		expect(parseInline('<b>[a](b)</b> ![c](d)')).toEqual([
			text('<b>'),
			text('[a](b)'),
			text('</b> '),
			text('![c](d)')
		]);
	});
});

describe('isPlain', () => {
	it('holds only for texts of which the parser makes one paragraph with that very text', () => {
		fc.assert(
			fc.property(fc.oneof(marked, fc.string({ unit: 'binary' })), (value) => {
				fc.pre(isPlain(value) && value !== '');
				expect(parseBlocks(value)).toEqual([paragraph(text(value))]);
				expect(parseInline(value)).toEqual([text(value)]);
			}),
			{ numRuns: 1000 }
		);
	});

	it.each([
		['Firm, white and 1 to 2 mm: milia.', true],
		['2.5 mm (about), #3, a-b, +1', true],
		['3.', false],
		['-', false],
		['- a', false],
		['a **b**', false],
		['a_b', false],
		['a < b', false],
		['a & b', false],
		['two\nlines', false],
		['two\rlines', false],
		[' a', false],
		['a ', false]
	])('%j: %s', (value, plain) => {
		expect(isPlain(value)).toBe(plain);
	});
});

describe('any text', () => {
	const textOf = (value: unknown): string => {
		if (typeof value !== 'object' || value === null) return '';
		const own = 'text' in value ? String(value.text) : '';
		return own + Object.values(value).map(textOf).join('');
	};
	const words = (value: string) => value.split('word').length - 1;

	it('is read without throwing, and none of its words is lost', () => {
		fc.assert(
			fc.property(marked, (value) => {
				expect(words(textOf(parseBlocks(value)))).toBe(words(value));
				expect(words(textOf(parseInline(value)))).toBe(words(value));
			}),
			{ numRuns: 500 }
		);
	});
});
