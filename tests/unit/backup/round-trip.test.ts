// Your data is yours: whatever is here goes into a file and comes back from it, byte for byte.
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { CompiledBank } from '$lib/banks/catalogue';
import { checked, started } from '../storage/events';
import { Device } from '../storage/ground';
import { tables } from '../storage/rows';
import { anyState, backUp, compare, fill, restore, someBank } from './state';

vi.setConfig({ testTimeout: 300_000 });
/** The promise is 1,000; `npm run faults` asks for them all. */
const RUNS = { numRuns: Number(process.env['MILIUM_STATES'] ?? 20) };

const banks = new Map<string, CompiledBank>();
beforeAll(async () => {
	banks.set('ward-one', await someBank('ward-one'));
	banks.set('ward-two', await someBank('ward-two', false));
});

describe('a backup', () => {
	it('restored on a new device gives the same backup and the same progress', async () => {
		await fc.assert(
			fc.asyncProperty(anyState, async (state) => {
				const [old, fresh] = [new Device(), new Device()];
				const from = await old.tab();
				await fill(from.store, state, banks);
				const bytes = await backUp(from.store);
				const to = await fresh.tab();
				await restore(to.store, bytes);
				expect(await backUp(to.store)).toEqual(bytes);
				expect(await tables(fresh)).toEqual(await tables(old));
				expect(await compare(to.store, bytes)).toMatchObject({
					total: 0,
					banks: { add: [], differ: [] }
				});
			}),
			RUNS
		);
	});

	it('merges with what is here: a union, the same from either side, and undone by one step', async () => {
		await fc.assert(
			fc.asyncProperty(anyState, anyState, async (a, b) => {
				const [one, two] = [new Device(), new Device()];
				const [left, right] = [await one.tab(), await two.tab()];
				await fill(left.store, a, banks);
				await fill(right.store, b, banks);
				const [before, other] = [await backUp(left.store), await backUp(right.store)];
				const rows = await tables(one);
				await restore(left.store, other);
				await restore(right.store, before);
				expect(await tables(one)).toMatchObject({ events: (await tables(two))['events'] });
				expect(await left.store.rebuild()).toMatchObject({ corrected: 0 });
				expect(await left.store.backups.undo()).toEqual({ ok: true });
				expect(await backUp(left.store)).toEqual(before);
				expect(await tables(one)).toEqual(rows);
			}),
			{ numRuns: Math.ceil(RUNS.numRuns / 3) }
		);
	});

	it('says beforehand what it would add, change and leave', async () => {
		const tab = await new Device().tab();
		await fill(
			tab.store,
			{
				log: [started('s'), checked('s', 0)],
				settings: { theme: 'dark', quizLength: 5 },
				banks: ['ward-one'],
				drafts: []
			},
			banks
		);
		const bytes = await backUp(tab.store);
		const other = await new Device().tab();
		await other.store.settings.write({ theme: 'light' });
		expect(await compare(other.store, bytes)).toMatchObject({
			answers: { add: 1, there: 0 },
			banks: { add: [banks.get('ward-one')!.title], differ: [], same: 0, left: [] },
			settings: { add: 1, differ: 1, same: 0 }
		});
		await restore(other.store, bytes, 'here');
		expect(await other.store.settings.read()).toMatchObject({ theme: 'light', quizLength: 5 });
		await restore(other.store, bytes, 'backup');
		expect(await other.store.settings.read()).toMatchObject({ theme: 'dark' });
		expect(await other.store.backups.undo()).toEqual({ ok: true });
		expect(await other.store.settings.read()).toMatchObject({ theme: 'light' });
	});

	it('made in memory is restored to a database, and the other way round', async () => {
		const device = new Device();
		device.prepare = () => {
			throw new DOMException('No', 'SecurityError');
		};
		const memory = await device.tab();
		expect(memory.store.status.mode).toBe('memory');
		const state = {
			log: [started('s'), checked('s', 0)],
			settings: {},
			banks: ['ward-one'],
			drafts: []
		};
		await fill(memory.store, state, banks);
		const bytes = await backUp(memory.store);
		const tab = await new Device().tab();
		await restore(tab.store, bytes);
		expect(await backUp(tab.store)).toEqual(bytes);
	});

	it('counts the answers that are in no file', async () => {
		const tab = await new Device().tab();
		const { backups } = tab.store;
		await tab.store.append(started('s'));
		await tab.store.append(checked('s', 0));
		expect(await backups.state()).toMatchObject({ lastAt: undefined, uncovered: 1 });
		await backups.noteMade(5);
		expect(await backups.state()).toMatchObject({ lastAt: 5, uncovered: 0, since: undefined });
		await tab.store.append(checked('s', 1));
		expect(await backups.state()).toMatchObject({ lastAt: 5, uncovered: 1, since: 5 });
	});
});
