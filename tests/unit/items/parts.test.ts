// The parts that several types are made of.
import { describe, expect, it } from 'vitest';
import { listOf, withOption } from '$lib/items/groups';
import { boundsOf, centreOf, type Shape } from '$lib/items/hot-spot/geometry';
import { parseNumber, within } from '$lib/items/numeric/number';
import { interchangeable, keyFor } from '$lib/items/rationale';
import { toggleSpan } from '$lib/items/spans';
import { placeToken } from '$lib/items/tokens';

describe('parseNumber', () => {
	it.each([
		['12', 12],
		[' 0.5 ', 0.5],
		['0,5', 0.5],
		['.5', 0.5],
		['3.', 3],
		['-2', -2],
		['\u22122', -2],
		['+2', 2],
		['-0', 0]
	])('reads %j as %d', (text, value) => {
		expect(parseNumber(text)).toBe(value);
	});

	it.each(['', ' ', '-', '.', ',', '1e3', '0x10', 'twelve', '1 000', '1.2.3', '9'.repeat(400)])(
		'does not read %j',
		(text) => {
			expect(parseNumber(text)).toBeUndefined();
		}
	);
});

it.each([
	[0.4, 0.3, 0.1, true],
	[0.2, 0.3, 0.1, true],
	[0.401, 0.3, 0.1, false],
	[0.1 + 0.2, 0.3, 0, true],
	[12, 12.001, 0, false],
	[-5, 5, 9.9, false]
])('%d is %d within %d: %s', (a, b, tolerance, expected) => {
	expect(within(a, b, tolerance)).toBe(expected);
	expect(within(b, a, tolerance)).toBe(expected);
});

describe('lists in groups', () => {
	it('ask for own properties only', () => {
		expect(listOf({}, 'constructor')).toEqual([]);
		expect(listOf({ constructor: ['a'] }, 'constructor')).toEqual(['a']);
	});

	it('change one option and leave what they were given alone', () => {
		const lists = { g1: ['a'], g2: ['b'] };
		expect(withOption(lists, 'g1', 'c', true)).toEqual({ g1: ['a', 'c'], g2: ['b'] });
		expect(withOption(lists, 'g1', 'a', true)).toEqual(lists);
		expect(withOption(lists, 'g2', 'b', false)).toEqual({ g1: ['a'], g2: [] });
		expect(withOption({}, 'g1', 'a', true)).toEqual({ g1: ['a'] });
		expect(lists).toEqual({ g1: ['a'], g2: ['b'] });
	});
});

describe('placeToken', () => {
	it.each([
		['on an empty target', {}, 't1', 'a', { t1: 'a' }],
		['on a target that is taken', { t1: 'b' }, 't1', 'a', { t1: 'a' }],
		['from another target', { t1: 'a', t2: 'b' }, 't2', 'a', { t2: 'a' }],
		['where it lies', { t1: 'a' }, 't1', 'a', { t1: 'a' }]
	] as const)('puts a token %s', (_, picks, target, token, expected) => {
		expect(placeToken(picks, target, token)).toEqual(expected);
	});
});

describe('effects of a triad', () => {
	const slot = (id: string, ...ids: string[]) => ({ id, options: ids.map((one) => ({ id: one })) });
	const key = { a: 'x', e1: 'p', e2: 'q' };

	it.each([
		[
			'the same ids in another order',
			[slot('a', 'x'), slot('e1', 'p', 'q'), slot('e2', 'q', 'p')],
			true
		],
		['one id less', [slot('a', 'x'), slot('e1', 'p', 'q', 'r'), slot('e2', 'q', 'p')], false],
		['one id more', [slot('a', 'x'), slot('e1', 'p', 'q'), slot('e2', 'q', 'p', 'r')], false],
		['other ids', [slot('a', 'x'), slot('e1', 'p', 'q'), slot('e2', 'p', 'r')], false],
		['a dyad', [slot('a', 'x'), slot('e1', 'p', 'q')], false],
		['a dyad whose lists are the same', [slot('a', 'p', 'q'), slot('e1', 'p', 'q')], false]
	])('are interchangeable with %s: %#', (_, slots, expected) => {
		expect(interchangeable(slots, 'a') !== undefined).toBe(expected);
	});

	it.each([
		['as keyed', { e1: 'p', e2: 'q' }, key],
		['swapped', { e1: 'q', e2: 'p' }, { a: 'x', e1: 'q', e2: 'p' }],
		['one of them swapped', { e2: 'p' }, { a: 'x', e1: 'q', e2: 'p' }],
		['one of them twice', { e1: 'q', e2: 'q' }, key],
		['neither', {}, key]
	])('are keyed the way round that suits the response: %s', (_, picks, expected) => {
		const slots = [slot('a', 'x'), slot('e1', 'p', 'q', 'r'), slot('e2', 'p', 'q', 'r')];
		expect(keyFor(slots, 'a', key, picks)).toEqual(expected);
	});
});

it('toggles a span and leaves what it was given alone', () => {
	const spans = { spans: ['s1'] };
	expect(toggleSpan(spans, 's2')).toEqual({ spans: ['s1', 's2'] });
	expect(toggleSpan(spans, 's1')).toEqual({ spans: [] });
	expect(spans).toEqual({ spans: ['s1'] });
});

it.each<[Shape, object, object]>([
	[
		{ kind: 'circle', x: 10, y: 20, r: 5 },
		{ left: 5, top: 15, right: 15, bottom: 25 },
		{ x: 10, y: 20 }
	],
	[
		{
			kind: 'polygon',
			points: [
				[0, 0],
				[8, 0],
				[8, 6],
				[0, 6]
			]
		},
		{ left: 0, top: 0, right: 8, bottom: 6 },
		{ x: 4, y: 3 }
	]
])('measures %j', (shape, bounds, centre) => {
	expect(boundsOf(shape)).toEqual(bounds);
	expect(centreOf(shape)).toEqual(centre);
});
