// Whatever happens, in whatever order it arrives: the rows derived are those that the pure functions give for the log.
import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { ProgressStore } from '$lib/progress/store';
import type { ScheduleStore } from '$lib/schedule/store';
import { answersIn, type SessionEvent } from '$lib/session/events';
import type { SessionStore } from '$lib/session/store';
import { inMemory } from '$lib/storage/in-memory';
import { anyLog, orderlyLog } from './events';
import { Device, type Tab } from './ground';
import { expected, openRaw, tables } from './rows';

const RUNS = { numRuns: 40 };
vi.setConfig({ testTimeout: 60_000 });

async function appendAll(tabs: readonly Tab[], log: readonly SessionEvent[]): Promise<void> {
	for (const [index, event] of log.entries()) {
		const tab = tabs[index % tabs.length];
		expect(await tab?.store.append(event)).toEqual({ ok: true });
	}
}

describe('rows derived from the log', () => {
	it('equal the pure functions, from two tabs in any order, and a rebuild finds nothing to correct', async () => {
		await fc.assert(
			fc.asyncProperty(anyLog, async (log) => {
				const device = new Device();
				const tabs = [await device.tab(), await device.tab()];
				await appendAll(tabs, log);
				expect(await tables(device)).toEqual(expected(log));
				const events = new Set(log.map((one) => one.id)).size;
				expect(await tabs[0]?.store.rebuild()).toEqual({ events, corrected: 0, damaged: 0 });
			}),
			RUNS
		);
	});

	it('are carried on, not folded anew, while one tab answers', async () => {
		await fc.assert(
			fc.asyncProperty(orderlyLog, async (log) => {
				const device = new Device();
				let reads = 0;
				device.prepare = (db) =>
					db.use({
						stack: 'dbcore',
						name: 'count-reads-of-the-log',
						create: (core) => ({
							...core,
							table: (name) => {
								const table = core.table(name);
								if (name !== 'events') return table;
								const query: typeof table.query = (request) => {
									reads += 1;
									return table.query(request);
								};
								return { ...table, query };
							}
						})
					});
				await appendAll([await device.tab()], log);
				const starts = log.filter((one) => one.kind === 'started').length;
				expect(reads).toBeLessThanOrEqual(starts);
				expect(await tables(device)).toEqual(expected(log));
			}),
			RUNS
		);
	});

	it('come back when the database is lost between two visits', async () => {
		await fc.assert(
			fc.asyncProperty(anyLog, fc.integer({ min: 1, max: 5 }), async (log, visits) => {
				const device = new Device();
				const size = Math.ceil(log.length / visits);
				for (let at = 0; at < log.length; at += size) {
					const tab = await device.tab();
					await appendAll([tab], log.slice(at, at + size));
					tab.close();
				}
				device.loseDatabase();
				const tab = await device.tab();
				const unique = [...new Map(log.map((one) => [one.id, one])).values()];
				const answers = unique.flatMap(answersIn).length;
				expect(tab.store.status).toMatchObject({ mode: 'database', restored: answers, damaged: 0 });
				expect(await tables(device)).toEqual(expected(log));
			}),
			RUNS
		);
	});

	it('are put right by a rebuild, however wrong they were', async () => {
		await fc.assert(
			fc.asyncProperty(anyLog, fc.nat(), async (log, pick) => {
				const device = new Device();
				const tab = await device.tab();
				await appendAll([tab], log);
				const db = await openRaw(device);
				const all = [
					db.attempts,
					db.rollups,
					db.items,
					db.sessions,
					db.cards,
					db.misconceptions
				] as const;
				const table = all[pick % all.length] ?? db.rollups;
				const keys = await table.toCollection().primaryKeys();
				if (keys.length > 0) await table.delete(keys[pick % keys.length] ?? '');
				await db.rollups.put({ ...NOTHING, key: 'topic/never-asked', n: 3 });
				await db.rollups.update('all/', { n: 999 });
				db.close();
				const { corrected } = await tab.store.rebuild();
				expect(corrected).toBeGreaterThan(0);
				expect(await tables(device)).toEqual(expected(log));
			}),
			RUNS
		);
	});
});

describe('memory', () => {
	it('answers every question as the database does', async () => {
		await fc.assert(
			fc.asyncProperty(anyLog, async (log) => {
				const device = new Device();
				const tab = await device.tab();
				await appendAll([tab], log);
				const memory = inMemory();
				for (const event of log) await memory.commit({ events: [event], contents: [] });
				const asked = async (
					store: Omit<SessionStore, 'append'> & ProgressStore & ScheduleStore
				) => ({
					events: await Promise.all(['s1', 's2', 's3', 'none'].map((one) => store.events(one))),
					open: await store.openSession(),
					recent: await store.recent(2),
					history: sortedEntries(await store.history()),
					some: sortedEntries(await store.history(['item-1', 'item-9'])),
					topics: await store.totals('topic'),
					all: await store.totals('all'),
					days: await store.days('2026-11-01', '2026-11-30'),
					pairs: await store.pairs({}),
					pairsOfMonth: await store.pairs({ bank: 'core', months: ['2026-11', '2026-11'] }),
					answersWith: await store.answersWith('milia', 'acne', 3),
					misconceptions: await store.misconceptions(2),
					due: await store.due('2026-11-30', 9),
					cards: await store.cards(),
					dueCount: await store.dueCount('2026-11-22', 2),
					ahead: await store.ahead(Date.UTC(2026, 10, 21, 20, 0, 30), 9),
					visual: await store.totals('visual-pair'),
					ofTopic: await store.days('2026-11-21', '2026-11-22', 'neonatal-milia')
				});
				expect(await asked(tab.store)).toEqual(await asked(memory));
			}),
			RUNS
		);
	});
});

const sortedEntries = (map: ReadonlyMap<string, unknown>) =>
	[...map].sort(([a], [b]) => (a < b ? -1 : 1));

const NOTHING = {
	n: 0,
	correct: 0,
	partly: 0,
	points: 0,
	max: 0,
	firstN: 0,
	firstCorrect: 0,
	activeMs: 0
};
