// Taking a text apart gives what parsing it whole gives, wherever the text is cut; what is no JSON stays none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEEPEST, LONGEST_ELEMENT, LONGEST_REST, Splitter, type Element } from '$lib/banks/split';

/** The text as it comes in parts of these lengths, over and over. */
function split(text: string, lengths: readonly number[]) {
	const splitter = new Splitter(['items', 'cases']);
	const elements: Element[] = [];
	for (let at = 0, turn = 0; at < text.length; turn += 1) {
		const length = lengths[turn % lengths.length] ?? text.length;
		const given = splitter.feed(text.slice(at, at + length));
		if ('path' in given) return { fault: given };
		elements.push(...given);
		at += length;
	}
	return { elements, rest: splitter.end() };
}

/** What the splitter gave, put together again; throws where it is no JSON. */
function joined(text: string, lengths: readonly number[]): unknown {
	const { elements, rest } = split(text, lengths);
	if (elements === undefined) throw new SyntaxError('Refused');
	const value = JSON.parse(rest) as unknown;
	for (const list of ['items', 'cases'] as const) {
		const parsed = elements
			.filter((one) => one.list === list)
			.map((one) => JSON.parse(one.text) as unknown);
		if (parsed.length > 0) Reflect.set(value as object, list, parsed);
	}
	return value;
}

function outcome(read: () => unknown): unknown {
	try {
		return { value: read() };
	} catch {
		return 'refused';
	}
}

const lengths = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 });
const anyJson = fc.jsonValue({ maxDepth: 4 });
const bank = fc
	.record({
		title: fc.oneof(fc.string(), fc.constant('"items":[')),
		items: fc.array(anyJson, { maxLength: 5 }),
		nested: fc.record({ items: fc.array(anyJson, { maxLength: 2 }) }),
		cases: fc.oneof(anyJson, fc.array(anyJson, { maxLength: 3 }))
	})
	.chain((value) => fc.constantFrom(JSON.stringify(value), JSON.stringify(value, null, '\t')));

describe('a text taken apart', () => {
	it('is what parsing it gives, wherever it is cut', () => {
		fc.assert(
			fc.property(bank, lengths, (text, cuts) => {
				expect(joined(text, cuts)).toEqual(JSON.parse(text));
			}),
			{ numRuns: 500 }
		);
	});

	it('with one character put in, taken out or changed is read or refused as parsing does', () => {
		const change = fc.record({
			at: fc.nat(400),
			put: fc.constantFrom('', ',', '[', ']', '{', '}', '"', '\\', ':', '0', ' ', 'x'),
			drop: fc.integer({ min: 0, max: 1 })
		});
		fc.assert(
			fc.property(bank, lengths, change, (text, cuts, { at, put, drop }) => {
				const place = at % text.length;
				const changed = text.slice(0, place) + put + text.slice(place + drop);
				const parsed = outcome(() => JSON.parse(changed) as unknown);
				// Parsing takes the last of two lists of one name; here both are refused.
				const twice = (changed.match(/"(items|cases)"\s*:\s*\[/g)?.length ?? 0) > 3;
				if (twice) return;
				expect(outcome(() => joined(changed, cuts))).toEqual(parsed);
			}),
			{ numRuns: 3000 }
		);
	});

	it.each([
		{ name: 'an empty list', text: '{"items":[ ]}', elements: [] },
		{ name: 'scalars', text: '{"items":[1, "a,]" ,null]}', elements: ['1', '"a,]" ', 'null'] },
		{ name: 'an escaped key', text: '{"it\\u0065ms":[1]}', elements: ['1'] },
		{ name: 'a value that looks like a key', text: '{"a":"items","b":[1]}', elements: [] }
	])('$name', ({ text, elements }) => {
		expect(split(text, [1]).elements?.map((one) => one.text)).toEqual(elements);
	});

	it.each([
		{
			name: 'too deep',
			text: `{"items":[${'['.repeat(DEEPEST)}`,
			value: `more than ${DEEPEST} levels`
		},
		{ name: 'a bomb of brackets', text: '['.repeat(100_000), value: `more than ${DEEPEST} levels` },
		{
			name: 'an endless item',
			text: `{"items":["${'x'.repeat(LONGEST_ELEMENT)}`,
			value: `more than ${LONGEST_ELEMENT} characters`
		},
		{
			name: 'an endless head',
			text: `{"title":"${'x'.repeat(LONGEST_REST)}`,
			value: `more than ${LONGEST_REST} characters beside items and cases`
		},
		{ name: 'a list twice', text: '{"items":[1],"items":[2]}', value: '"items" twice' }
	])('$name is refused', ({ text, value }) => {
		expect(split(text, [65_536]).fault?.value).toBe(value);
	});

	it('at the deepest that is allowed is read', () => {
		const levels = DEEPEST - 2;
		const text = `{"items":[${'['.repeat(levels)}${']'.repeat(levels)}]}`;
		expect(split(text, [7]).elements).toHaveLength(1);
	});
});
