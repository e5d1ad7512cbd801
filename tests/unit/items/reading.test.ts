// Responses of unknown origin: what is used of them and what is reported.
import { describe, expect, it } from 'vitest';
import { itemTypeOf } from '$lib/items/registry';
import { fixtureOf } from '../../fixtures/items';

interface Case {
	readonly raw: unknown;
	readonly response: unknown;
	/** Path and rule of each fault. */
	readonly faults: readonly string[];
}

/** A file may hold this key, and it must not reach a prototype. */
const proto = (inner: string) => JSON.parse(`{"__proto__": ${inner}}`) as unknown;

const CASES: Readonly<Record<string, readonly Case[]>> = {
	'multiple-response-sata': [
		{ raw: { choices: ['b', 'a'] }, response: { choices: ['b', 'a'] }, faults: [] },
		{ raw: undefined, response: { choices: [] }, faults: [] },
		{ raw: { choices: null }, response: { choices: [] }, faults: [] },
		{ raw: 'a', response: { choices: [] }, faults: [' response.shape'] },
		{ raw: ['a'], response: { choices: [] }, faults: [' response.shape'] },
		{ raw: { choices: 'a' }, response: { choices: [] }, faults: ['choices response.shape'] },
		{
			raw: { choices: ['a', 'z', 7, null] },
			response: { choices: ['a'] },
			faults: [
				'choices[1] response.unknown',
				'choices[2] response.unknown',
				'choices[3] response.unknown'
			]
		},
		{
			raw: { choices: ['a', 'a'] },
			response: { choices: ['a'] },
			faults: ['choices[1] response.repeated']
		},
		{
			raw: { choices: ['a'], choice: 'b' },
			response: { choices: ['a'] },
			faults: ['choice response.shape']
		},
		{
			raw: proto('{"choices": ["a"]}'),
			response: { choices: [] },
			faults: ['__proto__ response.shape']
		}
	],
	'multiple-response-n': [
		{
			raw: { choices: ['a', 'b', 'c', 'e'] },
			response: { choices: ['a', 'b', 'c'] },
			faults: ['choices[3] response.too-many']
		},
		{
			raw: { choices: ['a', 'a', 'b', 'c'] },
			response: { choices: ['a', 'b', 'c'] },
			faults: ['choices[1] response.repeated']
		}
	],
	'matrix-multiple-choice': [
		{ raw: { rows: { r1: 'milia' } }, response: { rows: { r1: 'milia' } }, faults: [] },
		{ raw: { rows: { r1: null, r2: 'acne' } }, response: { rows: { r2: 'acne' } }, faults: [] },
		{
			raw: { rows: { r1: 'other', r9: 'milia' } },
			response: { rows: {} },
			faults: ['rows.r9 response.unknown', 'rows.r1 response.unknown']
		},
		{
			raw: { rows: { r1: ['milia'] } },
			response: { rows: {} },
			faults: ['rows.r1 response.unknown']
		},
		{ raw: { rows: ['milia'] }, response: { rows: {} }, faults: ['rows response.shape'] },
		{
			raw: { rows: proto('"milia"') },
			response: { rows: {} },
			faults: ['rows.__proto__ response.unknown']
		},
		{
			raw: { rows: { constructor: 'milia' } },
			response: { rows: {} },
			faults: ['rows.constructor response.unknown']
		}
	],
	'drop-down-cloze': [
		{ raw: { blanks: { b2: 'o3' } }, response: { blanks: { b2: 'o3' } }, faults: [] },
		{
			raw: { blanks: { b1: 'keratin' } },
			response: { blanks: {} },
			faults: ['blanks.b1 response.unknown']
		},
		{ raw: { blanks: 'o1' }, response: { blanks: {} }, faults: ['blanks response.shape'] },
		{ raw: { rows: {} }, response: { blanks: {} }, faults: ['rows response.shape'] }
	],
	'ordered-response': [
		{ raw: { order: ['a', 'b', 'c', 'd'] }, response: { order: ['a', 'b', 'c', 'd'] }, faults: [] },
		{
			raw: { order: ['d', 'z', 'd', 'a'] },
			response: { order: ['d', 'a'] },
			faults: ['order[1] response.unknown', 'order[2] response.repeated']
		},
		{ raw: { order: { 0: 'a' } }, response: { order: [] }, faults: ['order response.shape'] }
	]
};

describe.each(Object.entries(CASES))('%s reads', (id, cases) => {
	it.each(cases.map((one) => [JSON.stringify(one.raw), one] as const))('%s', (_, one) => {
		const item = fixtureOf(id);
		const read = itemTypeOf(item).readResponse(item, one.raw);
		expect(read.response).toEqual(one.response);
		expect(read.faults.map(({ path, rule }) => `${path} ${rule}`)).toEqual(one.faults);
	});
});

interface Words {
	readonly type: string;
	readonly response: unknown;
	readonly complete: boolean;
	readonly words: string;
}

const WORDS: readonly Words[] = [
	{
		type: 'multiple-response-sata',
		response: { choices: [] },
		complete: false,
		words: 'No answer'
	},
	{
		type: 'multiple-response-sata',
		response: { choices: ['d', 'b'] },
		complete: true,
		words: 'Pat the skin dry; Wait: milia of newborns clear without treatment'
	},
	{
		type: 'multiple-response-n',
		response: { choices: ['a', 'c'] },
		complete: false,
		words: 'Discharge from one of the bumps; Bleeding from a bump'
	},
	{
		type: 'multiple-response-n',
		response: { choices: ['a', 'c', 'f'] },
		complete: true,
		words: 'Discharge from one of the bumps; Bleeding from a bump; Size of about 1 mm'
	},
	{
		type: 'matrix-multiple-choice',
		response: { rows: { r1: 'both', r2: 'acne', r3: 'both' } },
		complete: false,
		words:
			'Present at birth: Either; Inflamed papules and pustules: Neonatal acne; Lasts for weeks to months: Either; Firm and pearly white: no answer'
	},
	{
		type: 'drop-down-cloze',
		response: { blanks: { b1: 'o2', b2: 'o1' } },
		complete: true,
		words: 'content of a milium: pus; place of a milium: in an open pore'
	},
	{ type: 'ordered-response', response: { order: [] }, complete: false, words: 'No answer' },
	{
		type: 'ordered-response',
		response: { order: ['a', 'b'] },
		complete: false,
		words: '1. Press beside the cyst; 2. Explain the procedure and agree on it'
	}
];

describe('a response in words', () => {
	it.each(WORDS)('$type: $words', ({ type: id, response, complete, words }) => {
		const item = fixtureOf(id);
		const type = itemTypeOf(item);
		expect(type.describe(item, response)).toBe(words);
		expect(type.isComplete(item, response)).toBe(complete);
	});
});

describe('choices', () => {
	it('of a matrix name the diagnosis of the column, and a misconception only where the pick is wrong', () => {
		const item = fixtureOf('matrix-multiple-choice');
		const row = itemTypeOf(item)
			.choices(item, { rows: { r1: 'acne' } })
			.filter((choice) => choice.part === 'r1');
		expect(
			row.map(({ option, keyed, chosen, entity }) => ({ option, keyed, chosen, entity }))
		).toEqual([
			{ option: 'milia', keyed: true, chosen: false, entity: 'neonatal-milia' },
			{ option: 'acne', keyed: false, chosen: true, entity: 'neonatal-acne' },
			{ option: 'both', keyed: false, chosen: false, entity: undefined }
		]);
		expect(row.map((choice) => choice.misconception)).toEqual([
			undefined,
			'Thinks that neonatal acne is present at birth',
			'Thinks that neonatal acne is present at birth'
		]);
	});

	it('of a cloze carry the options of their own blank', () => {
		const item = fixtureOf('drop-down-cloze');
		const choices = itemTypeOf(item).choices(item, { blanks: { b2: 'o1' } });
		expect(
			choices
				.filter(({ option }) => option === 'o1')
				.map(({ part, text, chosen, keyed }) => ({ part, text, chosen, keyed }))
		).toEqual([
			{ part: 'b1', text: 'keratin', chosen: false, keyed: true },
			{ part: 'b2', text: 'in an open pore', chosen: true, keyed: false }
		]);
	});

	it('of an order tell which step was put at each place', () => {
		const item = fixtureOf('ordered-response');
		const choices = itemTypeOf(item).choices(item, { order: ['d', 'b', 'c', 'a'] });
		const at = (kind: 'keyed' | 'chosen') =>
			choices.filter((choice) => choice[kind]).map((choice) => `${choice.part} ${choice.option}`);
		expect(at('keyed')).toEqual(['position-1 b', 'position-2 d', 'position-3 c', 'position-4 a']);
		expect(at('chosen')).toEqual(['position-1 d', 'position-2 b', 'position-3 c', 'position-4 a']);
	});
});
