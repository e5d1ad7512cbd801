import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	mergeMisconceptions,
	misconceptionsOf,
	type MisconceptionRecord
} from '$lib/progress/misconceptions';
import { answer, checked, finished, orderlyLog, responded } from '../storage/events';

describe('misconceptions', () => {
	it('are counted by sentence over all items, and point at the latest answer', () => {
		const spread = 'Thinks that milia spread.';
		const log = [
			checked('s', 0, { misconceptions: [spread, spread] }),
			checked('t', 1, { misconceptions: ['Other.', spread] }),
			responded('t', 2)
		];
		const found = misconceptionsOf(log).get(spread);
		expect(found).toMatchObject({ text: spread, n: 2, session: 't', ref: { item: 'item-1' } });
		expect(misconceptionsOf(log).get('Other.')?.n).toBe(1);
	});

	it('are found in answers of an exam, and absent in answers of before', () => {
		const exam = finished('s', [answer(0, { misconceptions: ['A.'] }), answer(1)]);
		expect([...misconceptionsOf([exam]).keys()]).toEqual(['A.']);
	});

	it('are the same however the log is cut', () => {
		fc.assert(
			fc.property(orderlyLog, fc.nat(), (events, at) => {
				const cut = at % (events.length + 1);
				const merged = new Map<string, MisconceptionRecord>();
				const halves = [events.slice(cut), events.slice(0, cut)];
				for (const one of halves.flatMap((half) => [...misconceptionsOf(half).values()])) {
					const before = merged.get(one.text);
					merged.set(one.text, before === undefined ? one : mergeMisconceptions(before, one));
				}
				expect(merged).toEqual(misconceptionsOf(events));
			})
		);
	});
});
