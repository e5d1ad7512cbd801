// Responses of unknown origin in the types that hold several parts: what is used of them and what is reported.
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
const NO_COLUMN = { columns: { milia: [], acne: [], miliaria: [] } };
const NO_GROUP = { groups: { wash: [], products: [], return: [] } };
const NO_BOW = { actions: [], parameters: [] };

const CASES: Readonly<Record<string, readonly Case[]>> = {
	'matrix-multiple-response': [
		{ raw: undefined, response: NO_COLUMN, faults: [] },
		{
			raw: { columns: { acne: ['red', 'face'] } },
			response: { columns: { milia: [], acne: ['red', 'face'], miliaria: [] } },
			faults: []
		},
		{
			raw: { columns: { acne: ['red', 'red', 'back'], syringoma: ['face'] } },
			response: { columns: { milia: [], acne: ['red'], miliaria: [] } },
			faults: [
				'columns.syringoma response.unknown',
				'columns.acne[1] response.repeated',
				'columns.acne[2] response.unknown'
			]
		},
		{ raw: { columns: ['face'] }, response: NO_COLUMN, faults: ['columns response.shape'] },
		{
			raw: { columns: { milia: 'face' } },
			response: NO_COLUMN,
			faults: ['columns.milia response.shape']
		},
		{
			raw: { columns: proto('["face"]') },
			response: NO_COLUMN,
			faults: ['columns.__proto__ response.unknown']
		},
		{ raw: { rows: {} }, response: NO_COLUMN, faults: ['rows response.shape'] }
	],
	'multiple-response-grouping': [
		{
			raw: { groups: { wash: ['water'], return: null } },
			response: { groups: { ...NO_GROUP.groups, wash: ['water'] } },
			faults: []
		},
		{
			raw: { groups: { products: ['water'], constructor: [] } },
			response: NO_GROUP,
			faults: ['groups.constructor response.unknown', 'groups.products[0] response.unknown']
		}
	],
	'drop-down-table': [
		{
			raw: { blanks: { b1: 'urgent', b4: 'urgent' } },
			response: { blanks: { b1: 'urgent' } },
			faults: ['blanks.b4 response.unknown']
		}
	],
	'drop-down-rationale': [
		{
			raw: { blanks: { cause: 'plaque', first: 'plaque' } },
			response: { blanks: { first: 'plaque' } },
			faults: ['blanks.cause response.unknown']
		}
	],
	'drag-and-drop-cloze': [
		{
			raw: { blanks: { t3: 'bohn', t1: 'epstein' } },
			response: { blanks: { t1: 'epstein', t3: 'bohn' } },
			faults: []
		},
		{
			raw: { blanks: { t1: 'bohn', t2: 'bohn', t3: 'bohn' } },
			response: { blanks: { t1: 'bohn' } },
			faults: ['blanks.t2 response.repeated', 'blanks.t3 response.repeated']
		},
		{
			raw: { blanks: { t1: 7 } },
			response: { blanks: {} },
			faults: ['blanks.t1 response.unknown']
		}
	],
	'drag-and-drop-rationale': [
		{
			raw: { blanks: { first: 'burn', cause: 'burn' } },
			response: { blanks: { cause: 'burn' } },
			faults: ['blanks.first response.repeated']
		}
	],
	'bow-tie': [
		{ raw: null, response: NO_BOW, faults: [] },
		{
			raw: { condition: 'acne', actions: ['leave'], parameters: [] },
			response: { condition: 'acne', actions: ['leave'], parameters: [] },
			faults: []
		},
		{
			raw: { actions: ['explain', 'leave', 'swab'], parameters: ['number', 'number'] },
			response: { actions: ['explain', 'leave'], parameters: ['number'] },
			faults: ['actions[2] response.too-many', 'parameters[1] response.repeated']
		},
		{
			raw: { condition: ['milia'], actions: { 0: 'leave' }, knot: 'milia' },
			response: NO_BOW,
			faults: ['knot response.shape', 'condition response.unknown', 'actions response.shape']
		},
		{ raw: 5, response: NO_BOW, faults: [' response.shape'] }
	],
	'highlight-text': [
		{
			raw: { spans: ['s3', 's3', 's8'] },
			response: { spans: ['s3'] },
			faults: ['spans[1] response.repeated', 'spans[2] response.unknown']
		}
	],
	'highlight-table': [
		{ raw: { spans: 's1' }, response: { spans: [] }, faults: ['spans response.shape'] }
	],
	'hot-spot': [
		{
			raw: { regions: ['lip', 'midline'] },
			response: { regions: ['lip'] },
			faults: ['regions[1] response.too-many']
		}
	],
	numeric: [
		{ raw: { value: 12.5 }, response: { value: 12.5 }, faults: [] },
		{ raw: { value: -0 }, response: { value: 0 }, faults: [] },
		{ raw: { value: null }, response: {}, faults: [] },
		{ raw: { value: '12' }, response: {}, faults: ['value response.shape'] },
		{ raw: { value: Number.NaN }, response: {}, faults: ['value response.shape'] },
		{ raw: { value: Infinity }, response: {}, faults: ['value response.shape'] },
		{ raw: 12, response: {}, faults: [' response.shape'] }
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
		type: 'matrix-multiple-response',
		response: { columns: { milia: ['firm', 'keratin'], acne: ['red'], miliaria: [] } },
		complete: false,
		words:
			'Milia: Filled with keratin, Firm and pearly white; Neonatal acne: Small red papules and pustules; Miliaria crystallina: no answer'
	},
	{
		type: 'multiple-response-grouping',
		response: { groups: { wash: ['pat'], products: ['none'], return: ['new'] } },
		complete: true,
		words:
			'Washing: Pat dry; Products: No product is needed; Come back if: a new bump comes in the second week'
	},
	{
		type: 'drop-down-rationale',
		response: { blanks: { cause: 'prim', first: 'age' } },
		complete: false,
		words: 'condition: primary milia; first finding: an age of 54 years; second finding: no answer'
	},
	{
		type: 'drag-and-drop-cloze',
		response: { blanks: { t1: 'epstein', t2: 'lamina', t3: 'bohn', t4: 'none' } },
		complete: true,
		words:
			'cysts at the midline: Epstein pearls; cysts on the side of the ridge: dental lamina cysts; cysts on the crest of the ridge: Bohn nodules; treatment: no treatment'
	},
	{ type: 'bow-tie', response: NO_BOW, complete: false, words: 'No answer' },
	{
		type: 'bow-tie',
		response: { condition: 'etn', actions: ['cool', 'swab'], parameters: [] },
		complete: false,
		words:
			'Condition: Erythema toxicum. Actions to take: Swab a bump for culture; Cool the room. Parameters to monitor: No answer'
	},
	{
		type: 'highlight-text',
		response: { spans: ['s5', 's2'] },
		complete: true,
		words: 'red and swollen; cries'
	},
	{
		type: 'hot-spot',
		response: { regions: ['side'] },
		complete: true,
		words: 'Side of the palate'
	},
	{ type: 'numeric', response: { value: 0.5 }, complete: true, words: '0.5 newborns' },
	{ type: 'numeric', response: {}, complete: false, words: 'No answer' }
];

describe('a response in words', () => {
	it.each(WORDS)('$type: $words', ({ type: id, response, complete, words }) => {
		const item = fixtureOf(id);
		const type = itemTypeOf(item);
		expect(type.describe(item, response)).toBe(words);
		expect(type.isComplete(item, response)).toBe(complete);
	});
});

const given = (id: string, response: unknown, change: object = {}) => {
	const item = { ...fixtureOf(id), ...change };
	return itemTypeOf(item)
		.choices(item, response)
		.filter((choice) => choice.chosen)
		.map(({ part, option, keyed, entity }) => [part, option, keyed, entity]);
};

describe('choices', () => {
	it('of a matrix stand in the part that is marked, with the diagnosis of the option', () => {
		const response = { columns: { milia: ['red'], acne: ['red'], miliaria: [] } };
		expect(given('matrix-multiple-response', response)).toEqual([
			['milia', 'red', false, undefined],
			['acne', 'red', true, undefined]
		]);
		expect(given('matrix-multiple-response', response, { floorScope: 'row' })).toEqual([
			['red', 'milia', false, 'neonatal-milia'],
			['red', 'acne', true, 'neonatal-acne']
		]);
	});

	it('of a triad take effects of one list in either order', () => {
		const response = { blanks: { cause: 'mem', first: 'ear', second: 'age' } };
		expect(given('drop-down-rationale', response)).toEqual([
			['cause', 'mem', false, 'multiple-eruptive-milia'],
			['first', 'ear', true, undefined],
			['second', 'age', false, undefined]
		]);
	});

	it('of a table stand in the row of their words', () => {
		expect(given('highlight-table', { spans: ['s5', 's2'] })).toEqual([
			['history', 's2', false, undefined],
			['skin', 's5', true, 'neonatal-acne']
		]);
	});

	it.each([
		[12, '12', true],
		[15, '15', false],
		[13.5, '13.5', false],
		[11, 'other', false]
	])('of the number %f are %s', (value, option, keyed) => {
		expect(given('numeric', { value })).toEqual([['item', option, keyed, undefined]]);
	});
});

it('keeps effects with one list in one order when it arranges them', () => {
	const item = fixtureOf('drop-down-rationale');
	let calls = 0;
	const names = new Map<string, number>();
	const turned = itemTypeOf(item).arrange(item, (list, name) => {
		// Another order for every name, as a seed would give.
		if (!names.has(name)) names.set(name, (calls += 1));
		const by = names.get(name) ?? 0;
		return [...list.slice(by), ...list.slice(0, by)];
	}) as unknown as { blanks: { options: { id: string }[] }[] };
	const ids = turned.blanks.map(({ options }) => options.map((option) => option.id));
	expect(ids[1]).toEqual(ids[2]);
	expect(ids[0]).toEqual(['mem', 'prim', 'mep']);
	expect(calls).toBe(2);
});
