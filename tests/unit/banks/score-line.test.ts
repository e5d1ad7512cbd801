import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreLine } from '$lib/banks/score-line';
import { ITEM_TYPES, itemTypeOf } from '$lib/items/registry';
import { fixtureOf } from '../../fixtures/items/index.js';

const items = new Map(ITEM_TYPES.map((type) => fixtureOf(type.id)).map((item) => [item.id, item]));
const line = (item: string, response: unknown) => JSON.stringify({ item, response });

describe('a line', () => {
	it.each([...items.values()])('with the key of $type earns everything', (item) => {
		const type = itemTypeOf(item);
		const result = scoreLine(line(item.id, type.key(item)), items);
		expect(result).toMatchObject({ ok: true, faults: [], scored: { item: item.id } });
		expect(result.ok && result.scored.points).toBe(result.ok && result.scored.max);
	});
	it('holds item, points, max and parts, and no more', () => {
		const result = scoreLine(line('fixture-multiple-choice', { choice: 'b' }), items);
		expect(result.ok && Object.keys(result.scored)).toEqual(['item', 'points', 'max', 'parts']);
	});
	it('without a response is blank, and says so', () => {
		const result = scoreLine('{"item":"fixture-multiple-choice"}', items);
		expect(result).toMatchObject({
			ok: true,
			scored: { points: 0, max: 1 },
			faults: [{ path: 'response' }]
		});
	});
	it('with an unknown option counts it as not chosen, and says so', () => {
		const result = scoreLine(line('fixture-multiple-choice', { choice: 'zz' }), items);
		expect(result).toMatchObject({
			ok: true,
			scored: { points: 0 },
			faults: [{ path: 'choice', value: '"zz"' }]
		});
	});
	it.each([
		'',
		'nonsense',
		'[]',
		'1',
		'null',
		'{"item":7}',
		'{"response":{}}',
		'{"item":"nobody","response":{}}'
	])('%s cannot be scored', (text) => {
		const result = scoreLine(text, items);
		expect(result.ok).toBe(false);
		expect(result.faults).toHaveLength(1);
	});
	it('never throws, whatever the response', () => {
		const ids = fc.constantFrom(...items.keys());
		fc.assert(
			fc.property(ids, fc.jsonValue(), (id, response) => {
				const result = scoreLine(line(id, response), items);
				expect(
					result.ok && result.scored.points >= 0 && result.scored.points <= result.scored.max
				).toBe(true);
			}),
			{ numRuns: 500 }
		);
	});
});
