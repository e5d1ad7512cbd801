import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mergeRecords, recordOf, recordsOf, type ItemRecord } from '$lib/progress/item-record';
import { answersIn } from '$lib/session/events';
import { answer, checked, finished, orderlyLog } from '../storage/events';

/** Records of one item, each of an attempt of its own. */
const records: fc.Arbitrary<ItemRecord[]> = fc
	.uniqueArray(fc.uuid({ version: 7 }), { minLength: 3, maxLength: 3 })
	.chain((ids) =>
		fc.tuple(
			...ids.map((lastAttempt) =>
				fc.record({
					item: fc.constant('a'),
					bank: fc.constantFrom('core', 'more'),
					seen: fc.integer({ min: 1, max: 50 }),
					lastAttempt: fc.constant(lastAttempt),
					lastCorrect: fc.boolean()
				})
			)
		)
	);
const three = (list: readonly ItemRecord[]) =>
	list as readonly [ItemRecord, ItemRecord, ItemRecord];

describe('merging records of one item', () => {
	it('gives the same whichever comes first', () => {
		fc.assert(
			fc.property(records.map(three), ([a, b]) => {
				expect(mergeRecords(a, b)).toEqual(mergeRecords(b, a));
			})
		);
	});

	it('gives the same whichever two are merged first', () => {
		fc.assert(
			fc.property(records.map(three), ([a, b, c]) => {
				expect(mergeRecords(mergeRecords(a, b), c)).toEqual(mergeRecords(a, mergeRecords(b, c)));
			})
		);
	});

	it('adds up what was seen and keeps how the latest attempt went', () => {
		fc.assert(
			fc.property(records.map(three), (list) => {
				const merged = list.reduce(mergeRecords);
				const latest = [...list].sort((a, b) => (a.lastAttempt < b.lastAttempt ? 1 : -1))[0];
				expect(merged).toEqual({ ...latest, seen: list.reduce((sum, one) => sum + one.seen, 0) });
			})
		);
	});
});

describe('the records of a log', () => {
	it('are the same in any order of its events', () => {
		const logs = orderlyLog.chain((events) =>
			fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length }))
		);
		fc.assert(
			fc.property(logs, ([events, order]) => {
				expect(recordsOf(order)).toEqual(recordsOf(events));
			})
		);
	});

	it('hold each item that was answered, as often as it was', () => {
		fc.assert(
			fc.property(orderlyLog, (events) => {
				const items = events.flatMap((one) => answersIn(one)).map((one) => one.ref.item);
				const seen = [...recordsOf(events)].map(([item, record]) => [item, record.seen]);
				const counts = [...new Set(items)].map((item) => [
					item,
					items.filter((one) => one === item).length
				]);
				expect(Object.fromEntries(seen)).toEqual(Object.fromEntries(counts));
			})
		);
	});

	it('say whether the last answer earned full points', () => {
		const log = [
			checked('s', 0, { points: 0 }),
			checked('s', 1),
			finished('s', [answer(0), answer(1, { points: 1, max: 2 })])
		];
		const records = recordsOf(log);
		expect(records.get('item-0')).toMatchObject({ bank: 'core', seen: 2, lastCorrect: true });
		expect(records.get('item-1')).toMatchObject({ seen: 2, lastCorrect: false });
	});

	it('begin with one attempt', () => {
		const one = answer(4, { points: 0 });
		expect(recordOf(one)).toEqual({
			item: 'item-4',
			bank: 'core',
			seen: 1,
			lastAttempt: one.id,
			lastCorrect: false,
			missed: 1
		});
	});
});
