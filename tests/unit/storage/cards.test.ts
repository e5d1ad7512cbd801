// What is due, as the store answers it.
import { describe, expect, it } from 'vitest';
import { checked, finished, started } from './events';
import { Device, type Tab } from './ground';
import { expected, tables } from './rows';

const TODAY = '2026-11-22';
const LATER = '2027-01-30';

async function answered(tab: Tab) {
	const log = [
		started('s', 5),
		checked('s', 0, { points: 0, confidence: 'guess' }),
		checked('s', 1, { confidence: 'certain' }),
		checked('s', 2, { points: 0, confidence: 'certain' }),
		checked('s', 3, { points: 1, max: 2 }),
		finished('s')
	];
	for (const event of log) await tab.store.append(event);
	return log;
}

const names = (cards: readonly { item: string }[]) => cards.map((one) => one.item);

describe('what is due', () => {
	it('is asked in the order of the queue: sure and wrong, wrong, right', async () => {
		const tab = await new Device().tab();
		await answered(tab);
		expect(names(await tab.store.due('2026-11-21', 9))).toEqual([]);
		expect(names(await tab.store.due(TODAY, 9))).toEqual(['item-2', 'item-0', 'item-3']);
		expect(names(await tab.store.due(LATER, 9))).toEqual(['item-2', 'item-0', 'item-3', 'item-1']);
		expect(names(await tab.store.due(LATER, 2))).toEqual(['item-2', 'item-0']);
	});

	it('is counted up to a cap, without items that are in no bank', async () => {
		const tab = await new Device().tab();
		await answered(tab);
		expect(await tab.store.dueCount(LATER, 99)).toBe(4);
		expect(await tab.store.dueCount(LATER, 3)).toBe(3);
		await tab.store.leaveOut(['item-0', 'item-9']);
		expect(await tab.store.dueCount(LATER, 99)).toBe(3);
		expect(await tab.store.dueCount(LATER, 3)).toBe(3);
		await tab.store.leaveOut([]);
		expect(await tab.store.dueCount(LATER, 99)).toBe(4);
	});

	it('moves with the desired retention, and a rebuild agrees', async () => {
		const device = new Device();
		const tab = await device.tab();
		const log = await answered(tab);
		await tab.store.settings.write({ retention: 0.97 });
		expect(await tables(device)).toEqual(expected(log, 0.97));
		expect(await tab.store.rebuild()).toMatchObject({ corrected: 0 });
		const next = checked('later', 1, { confidence: 'certain' });
		await tab.store.append(next);
		expect(await tables(device)).toEqual(expected([...log, next], 0.97));
		const [soon] = (await tab.store.cards()).filter((one) => one.item === 'item-1');
		await tab.store.settings.write({ retention: 0.8 });
		const [late] = (await tab.store.cards()).filter((one) => one.item === 'item-1');
		expect(soon!.due < late!.due).toBe(true);
	});

	it('leaves out answers dated ahead of the clock, and says from when they are', async () => {
		const tab = await new Device().tab();
		const log = await answered(tab);
		const ahead = { ...checked('later', 1), at: Date.UTC(2030, 0, 1) };
		await tab.store.append(ahead);
		const now = log.at(-1)!.at;
		expect(names(await tab.store.due(LATER, 9))).not.toContain('item-1');
		const found = await tab.store.ahead(now, 9);
		expect(found).toMatchObject({ count: 1, latest: ahead.at });
		expect(found.cards).toMatchObject([{ item: 'item-1', day: '2026-11-21', reps: 1 }]);
		expect(await tab.store.ahead(ahead.at, 9)).toMatchObject({ count: 0, cards: [] });
	});
});
