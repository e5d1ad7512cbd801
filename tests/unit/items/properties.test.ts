// What must hold of every item type, asked of the registry: a new type is tested here by bringing its fixture.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseItem } from '$lib/banks/parse';
import type { AnyItemType, BaseItem, Shuffle } from '$lib/items/contract';
import { findItemType, ITEM_TYPES } from '$lib/items/registry';
import { FIXTURES, fixtureOf, fixturesOf } from '../../fixtures/items';
import { idsIn, junk, mapLists, responses, withOneMore } from './arbitraries';

const RUNS = { numRuns: 200 };
/** Types whose response is an order. */
const ORDER_MATTERS = new Set(['ordered-response']);

/** The fixtures under every rule and floor that their type allows. */
function variantsOf(type: AnyItemType): BaseItem[] {
	const scopes = type.floorScopes.length === 0 ? [undefined] : type.floorScopes;
	return fixturesOf(type.id).flatMap((item) =>
		type.rules.flatMap((rule) =>
			scopes.map((floorScope) => ({
				...item,
				rule,
				...(floorScope !== undefined && { floorScope })
			}))
		)
	);
}

/** Runs `property` for the fixture under each of its rules. */
function always(type: AnyItemType, property: (item: BaseItem) => fc.IPropertyWithHooks<[unknown]>) {
	for (const item of variantsOf(type)) fc.assert(property(item), RUNS);
}

const reversed: Shuffle = (list) => [...list].reverse();

it('has a fixture for every item type, and no other', () => {
	expect([...FIXTURES.keys()].sort()).toEqual(ITEM_TYPES.map((type) => type.id).sort());
});

describe.each(ITEM_TYPES.map((type) => [type.id, type] as const))('%s', (id, type) => {
	it('is found by its id and its fixture is a lawful item', () => {
		expect(findItemType(id)).toBe(type);
		for (const item of fixturesOf(id)) expect(parseItem(item)).toEqual({ ok: true, value: item });
	});

	it('gives the key full points under every rule', () => {
		for (const item of variantsOf(type)) {
			const score = type.score(item, type.key(item));
			expect(score.points).toBe(score.max);
			expect(score.max).toBeGreaterThanOrEqual(1);
			expect(type.isComplete(item, type.key(item))).toBe(true);
			expect(type.readResponse(item, type.key(item))).toEqual({
				response: type.key(item),
				faults: []
			});
		}
	});

	it('gives a blank response nothing', () => {
		for (const item of variantsOf(type)) {
			const empty = type.emptyResponse(item);
			expect(type.score(item, empty).points).toBe(0);
			expect([type.isBlank(item, empty), type.isComplete(item, empty)]).toEqual([true, false]);
			expect(type.isBlank(item, type.key(item))).toBe(false);
		}
	});

	it('keeps points between 0 and a maximum that no response changes', () => {
		always(type, (item) => {
			const { max, rule } = type.score(item, type.key(item));
			return fc.property(responses(type, item), (response) => {
				const score = type.score(item, response);
				expect(score).toMatchObject({ max, rule });
				expect(Number.isInteger(score.points)).toBe(true);
				expect(score.points).toBeGreaterThanOrEqual(0);
				expect(score.points).toBeLessThanOrEqual(max);
				const sum = score.parts.reduce((total, part) => total + part.points, 0);
				expect(score.points).toBe(score.floored ? 0 : sum);
			});
		});
	});

	it('takes no notice of the order of choosing, unless order is the answer', () => {
		always(type, (item) =>
			fc.property(responses(type, item), (response) => {
				const turned = mapLists(response, (list) => [...list].reverse());
				const same = type.score(item, turned).points === type.score(item, response).points;
				expect(same || ORDER_MATTERS.has(id)).toBe(true);
			})
		);
	});

	it('never raises a score for one more wrong choice, nor lowers it for a right one', () => {
		const chosenIn = (item: BaseItem, response: unknown) =>
			type.choices(item, response).filter((choice) => choice.chosen);
		always(type, (item) =>
			fc.property(responses(type, item), (response) => {
				const before = type.score(item, response).points;
				const chosen = chosenIn(item, response);
				const had = new Set(chosen.map((one) => `${one.part} ${one.option}`));
				// Compared by hand: an assertion for each of a hundred thousand choices takes longer than scoring them.
				const wrong: unknown[] = [];
				for (const raw of withOneMore(response, idsIn(item))) {
					const { response: more, faults } = type.readResponse(item, raw);
					if (faults.length > 0) continue;
					const now = chosenIn(item, more);
					const added = now.filter((one) => !had.has(`${one.part} ${one.option}`));
					const after = type.score(item, more).points;
					const fair = added.every((one) => !one.keyed) ? after <= before : after >= before;
					if (now.length !== chosen.length + 1 || !fair) wrong.push({ more, before, after, added });
				}
				expect(wrong).toEqual([]);
				expect(before).toBeGreaterThanOrEqual(0);
			})
		);
	});

	it('reads anything without throwing, and what it read scores and reads again as it is', () => {
		always(type, (item) =>
			fc.property(junk(type, item), (raw) => {
				const { response } = type.readResponse(item, raw);
				expect(type.readResponse(item, response)).toEqual({ response, faults: [] });
				expect(type.score(item, response).points).toBeGreaterThanOrEqual(0);
				expect(type.describe(item, response)).not.toBe('');
				expect(JSON.parse(JSON.stringify(response))).toEqual(response);
			})
		);
	});

	it('lists every option once, keyed as the key says', () => {
		for (const item of variantsOf(type)) {
			const choices = type.choices(item, type.key(item));
			const names = choices.map((choice) => `${choice.part} ${choice.option}`);
			expect(new Set(names).size).toBe(names.length);
			expect(choices.filter((choice) => choice.chosen !== choice.keyed)).toEqual([]);
			expect(
				type.choices(item, type.emptyResponse(item)).filter((choice) => choice.chosen)
			).toEqual([]);
		}
	});

	it('scores the same however its lists are arranged', () => {
		always(type, (item) =>
			fc.property(responses(type, item), (response) => {
				const arranged = type.arrange(item, reversed);
				expect(type.score(arranged, response).points).toBe(type.score(item, response).points);
				expect(parseItem(arranged).ok).toBe(true);
			})
		);
	});

	it('has words for the learner', () => {
		const item = fixtureOf(id);
		expect(type.instruction(item)).toMatch(/\.$/);
		expect(type.name).not.toBe('');
		expect(type.describe(item, type.key(item))).not.toBe(
			type.describe(item, type.emptyResponse(item))
		);
	});
});
