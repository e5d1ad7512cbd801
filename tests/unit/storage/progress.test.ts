// What progress reads, beside sums: the answers behind a cell of the confusion map, and misconceptions by how often.
import { describe, expect, it } from 'vitest';
import { checked, started } from './events';
import { Device } from './ground';

describe('the store of progress', () => {
	it('lists the latest answers of a pair of diagnoses, that way round', async () => {
		const tab = await new Device().tab();
		const log = [
			started('s', 5),
			checked('s', 0),
			checked('s', 1, { pairs: [['acne', 'milia']] }),
			checked('s', 2, {
				pairs: [
					['milia', 'milia'],
					['milia', 'acne']
				]
			}),
			checked('s', 3)
		];
		for (const event of log) await tab.store.append(event);
		const listed = await tab.store.answersWith('milia', 'acne', 2);
		expect(listed.map((one) => [one.ref.item, one.session, one.day])).toEqual([
			['item-3', 's', '2026-11-21'],
			['item-2', 's', '2026-11-21']
		]);
		expect(await tab.store.answersWith('acne', 'milia', 9)).toHaveLength(1);
		expect(await tab.store.answersWith('acne', 'acne', 9)).toEqual([]);
	});

	it('lists misconceptions chosen most often first, the latest of those chosen equally often', async () => {
		const tab = await new Device().tab();
		const chosen = [['A.'], ['B.', 'C.'], ['B.'], ['D.']];
		await tab.store.append(started('s', 5));
		for (const [index, misconceptions] of chosen.entries())
			await tab.store.append(checked('s', index, { misconceptions }));
		const listed = await tab.store.misconceptions(3);
		expect(listed.map((one) => [one.text, one.n, one.ref.item])).toEqual([
			['B.', 2, 'item-2'],
			['D.', 1, 'item-3'],
			['C.', 1, 'item-1']
		]);
	});
});
