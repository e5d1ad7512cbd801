// The gallery shows the states that it says it shows, for any type that brings a fixture.
import { describe, expect, it } from 'vitest';
import { ITEM_TYPES } from '$lib/items/registry';
import { responsesTo } from '../../../src/routes/gallery/responses.js';
import { responseIn, STATES } from '../../../src/routes/gallery/states.js';
import { fixturesOf } from '../../fixtures/items';

const ITEMS = ITEM_TYPES.flatMap((type) =>
	fixturesOf(type.id).map((item) => [item.id, type, item] as const)
);

describe.each(ITEMS)('%s', (_, type, item) => {
	const { right, partly, wrong } = responsesTo(item);
	const { max } = type.score(item, right);
	const lawful = (response: unknown) =>
		type.isComplete(item, response) && type.readResponse(item, response).faults.length === 0;

	it('has a right and a wrong response that could be given', () => {
		expect([right, wrong].map((one) => type.score(item, one).points)).toEqual([max, 0]);
		expect([right, wrong].every(lawful)).toBe(true);
		expect(responsesTo(item)).toEqual({ right, partly, wrong });
	});

	it('has a partly right one where there are points between', () => {
		if (max === 1) return expect(partly).toBeUndefined();
		const { points } = type.score(item, partly);
		expect(points).toBeGreaterThan(0);
		expect(points).toBeLessThan(max);
		expect(lawful(partly)).toBe(true);
	});

	it('is blank in the states that say so, and in no other', () => {
		const blank = STATES.filter((state) => {
			const response = responseIn(state, item);
			return response !== undefined && type.isBlank(item, response);
		});
		expect(blank.map(({ id }) => id)).toEqual(['empty', 'review']);
	});
});
