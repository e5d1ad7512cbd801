import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeholdersOf, splitBlanks, splitParagraphs } from '$lib/items/blanks';
import { pickOf, withPick } from '$lib/items/picks';

describe('splitBlanks', () => {
	it.each([
		['', []],
		['Plain.', ['Plain.']],
		['{{b1}}', ['<b1>']],
		['A {{b1}} and {{b-2}}.', ['A ', '<b1>', ' and ', '<b-2>', '.']],
		['{{b1}}{{b2}}', ['<b1>', '<b2>']],
		['{{B1}} {{ b1 }} {b1} {{}}', ['{{B1}} {{ b1 }} {b1} {{}}']]
	])('%j', (text, pieces) => {
		const show = splitBlanks(text).map((one) => (one.kind === 'text' ? one.text : `<${one.id}>`));
		expect(show).toEqual(pieces);
	});

	it('loses no character', () => {
		const piece = fc.constantFrom('{{b1}}', '{{', '}}', ' ', 'word', '\n', '{{b2}}', '{');
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const text = pieces.join('');
				const back = splitBlanks(text).map((one) =>
					one.kind === 'text' ? one.text : `{{${one.id}}}`
				);
				expect(back.join('')).toBe(text);
			})
		);
	});
});

it('splits paragraphs at empty lines only', () => {
	const paragraphs = splitParagraphs('\nOne {{b1}}\nmore.\n \n\nTwo {{b2}}.\n');
	expect(paragraphs.map((one) => one.length)).toEqual([3, 3]);
	expect(placeholdersOf('{{b2}} then {{b1}}')).toEqual(['b2', 'b1']);
});

describe('picks', () => {
	it('asks for own properties only', () => {
		expect(pickOf({}, 'constructor')).toBeUndefined();
		expect(pickOf({ constructor: 'o1' }, 'constructor')).toBe('o1');
	});

	it('changes one slot and leaves what it was given alone', () => {
		const picks = { b1: 'o1', b2: 'o2' };
		expect(withPick(picks, 'b1', 'o3')).toEqual({ b1: 'o3', b2: 'o2' });
		expect(withPick(picks, 'b2', undefined)).toEqual({ b1: 'o1' });
		expect(picks).toEqual({ b1: 'o1', b2: 'o2' });
	});
});
