// The four rules by themselves; whole items are held against tests/cases/ngn.
import { describe, expect, it } from 'vitest';
import type { FloorScope, Rule } from '$lib/items/contract';
import { scoreBy, type Scorable } from '$lib/items/scoring';

const part = (id: string, keyed: string, chosen: string): Scorable => ({
	id,
	keyed: [...keyed],
	chosen: [...chosen]
});

interface Case {
	readonly what: string;
	readonly rule: Rule;
	readonly floorScope?: FloorScope;
	readonly parts: readonly Scorable[];
	readonly points: number;
	readonly max: number;
	/** Points of each part, and whether the whole was raised to 0. */
	readonly byPart: readonly number[];
	readonly floored?: boolean;
}

const CASES: readonly Case[] = [
	{
		what: '0/1 takes nothing away',
		rule: '0/1',
		parts: [part('a', 'ab', 'ax'), part('b', 'c', 'y')],
		points: 1,
		max: 3,
		byPart: [1, 0]
	},
	{
		what: 'an option named twice counts once',
		rule: '+/-',
		parts: [part('a', 'ab', 'aaax')],
		points: 0,
		max: 2,
		byPart: [0]
	},
	{
		what: '+/- over the item carries a loss from part to part',
		rule: '+/-',
		floorScope: 'item',
		parts: [part('a', 'ab', 'ab'), part('b', 'c', 'xyz')],
		points: 0,
		max: 3,
		byPart: [2, -3],
		floored: true
	},
	{
		what: '+/- by column keeps a loss where it is',
		rule: '+/-',
		floorScope: 'column',
		parts: [part('a', 'ab', 'ab'), part('b', 'c', 'xyz')],
		points: 2,
		max: 3,
		byPart: [2, 0]
	},
	{
		what: '+/- at exactly 0 is not raised',
		rule: '+/-',
		parts: [part('a', 'ab', 'ax')],
		points: 0,
		max: 2,
		byPart: [0]
	},
	{
		what: 'a rationale without its anchor gives nothing',
		rule: 'rationale',
		parts: [part('a', 'm', 'n'), part('b', 'e', 'e'), part('c', 'f', 'f')],
		points: 0,
		max: 2,
		byPart: [0, 0, 0]
	},
	{
		what: 'a rationale with its anchor gives one for each effect',
		rule: 'rationale',
		parts: [part('a', 'm', 'm'), part('b', 'e', 'e'), part('c', 'f', 'x')],
		points: 1,
		max: 2,
		byPart: [0, 1, 0]
	},
	{
		what: 'all or nothing gives one for all',
		rule: 'all-or-nothing',
		parts: [part('a', 'ab', 'ba'), part('b', 'c', 'c')],
		points: 1,
		max: 1,
		byPart: [1]
	},
	{
		what: 'all or nothing gives none for one too many',
		rule: 'all-or-nothing',
		parts: [part('a', 'ab', 'abx')],
		points: 0,
		max: 1,
		byPart: [0]
	},
	{
		what: 'all or nothing gives none for one too few',
		rule: 'all-or-nothing',
		parts: [part('a', 'ab', 'a')],
		points: 0,
		max: 1,
		byPart: [0]
	}
];

describe('scoreBy', () => {
	it.each(CASES)('$what', ({ rule, floorScope, parts, points, max, byPart, floored = false }) => {
		const score = scoreBy(rule, parts, floorScope);
		expect(score).toMatchObject({ points, max, rule, floored });
		expect(score.parts.map((one) => one.points)).toEqual(byPart);
	});

	it('says which marks were earned and where a floor was reached', () => {
		const score = scoreBy('+/-', [part('a', 'ab', 'ax'), part('b', 'c', 'x')], 'row');
		expect(score.parts.map(({ marks, floored }) => ({ marks, floored }))).toEqual([
			{
				marks: [
					{ option: 'a', mark: 1 },
					{ option: 'x', mark: -1 }
				],
				floored: false
			},
			{ marks: [{ option: 'x', mark: -1 }], floored: true }
		]);
		expect(score.floorScope).toBe('row');
	});

	it('refuses a rationale without parts', () => {
		expect(() => scoreBy('rationale', [])).toThrow('needs an anchor');
	});
});
