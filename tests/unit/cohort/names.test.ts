// Names that hide something, and names that look like others.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { cleanName, lookOf, sameName } from '$lib/cohort/names';
import { isHonest } from '$lib/validation/honest';

it.each([
	['plain', 'Ada Byron', 'Ada Byron', false],
	['spaces and line ends', '  Ada \n\t Byron ', 'Ada Byron', false],
	['an override of direction', 'Ada\u202enoryB', 'AdanoryB', true],
	['an isolate of direction', '\u2066Ada\u2069', 'Ada', true],
	['what hides between two spaces', 'Ada \u0000 Byron', 'Ada Byron', true],
	['an invisible space', 'A\u200bda', 'Ada', true],
	['control characters', 'A\u0000d\u0007a\u009f', 'Ada', true],
	['a hidden text of tags', 'Ada\u{e0041}\u{e0042}', 'Ada', true],
	['half a surrogate pair', 'Ada\ud800', 'Ada', true],
	['a joiner that a script needs', 'می‌خواهم', 'می‌خواهم', false],
	['nothing that can be seen', '\u3164\u200d\u2800', '', true]
])('leaves out what hides: %s', (_, raw, name, changed) => {
	expect(cleanName(raw)).toEqual({ name, changed });
});

it('leaves nothing that hides, whatever the name', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (raw) => {
			const { name } = cleanName(raw);
			expect(isHonest(name)).toBe(true);
			expect(cleanName(name)).toEqual({ name, changed: name === '' });
		})
	);
});

it.each([
	['Cyrillic letters', 'Ada', '\u0410d\u0430'],
	['Greek letters', 'KOTA', '\u039a\u039f\u03a4\u0391'],
	['digits and letters', 'L-014', 'l-OI4'],
	['a capital I of another script', 'Ivan', '\u0406van'],
	['full-width letters', 'Ada', '\uff21da'],
	['a joiner', 'Ada', 'A\u200dda'],
	['spaces', 'Ada Byron', 'AdaByron']
])('takes for alike: %s', (_, one, other) => {
	expect(lookOf(one)).toBe(lookOf(other));
});

it('tells names that differ apart', () => {
	const names = ['Ada', 'Eda', 'Student 1', 'Student 2', 'José', 'Jose', 'Ольга', 'Олег'];
	expect(new Set(names.map(lookOf)).size).toBe(names.length);
	expect(sameName('L-014')).not.toBe(sameName('L-O14'));
	// As a spreadsheet pastes it.
	expect(sameName('\u200bAda\u00a0Byron\ufeff')).toBe(sameName('ada byron'));
});
