// The store where the browser gives no database: everything works, until the window is closed.
import { recordsOf } from '$lib/progress/item-record';
import { rollUp, type Rollup } from '$lib/progress/rollups';
import { briefOf } from '$lib/banks/brief';
import type { CompiledBank, HashedItem } from '$lib/banks/catalogue';
import type { SessionEvent } from '$lib/session/events';
import type { Backend } from './backend.js';
import { byId, foldAll, groupBy, latestFirst, sessionRow, summaryOf } from './derive.js';

/** A store in memory. One visit's events are few, so everything derived is made when it is asked for. */
export function inMemory(): Backend {
	const log = new Map<string, SessionEvent>();
	const items = new Map<string, HashedItem>();
	const banks = new Map<string, CompiledBank>();
	const settings = new Map<string, unknown>();
	const summaries = () =>
		[...groupBy([...log.values()], (one) => one.session).values()]
			.flatMap((events) => sessionRow(foldAll(events)) ?? [])
			.map(summaryOf)
			.sort(latestFirst);
	const sums = (fits: (key: string) => boolean): Rollup[] =>
		[...rollUp(log.values()).values()].filter((one) => fits(one.key)).sort(byKey);

	return {
		commit: async (batch) => {
			for (const event of batch.events) if (!log.has(event.id)) log.set(event.id, event);
			for (const item of batch.contents) items.set(item.hash, item);
		},
		events: async (session) => ({
			events: byId([...log.values()].filter((one) => one.session === session)),
			damaged: 0
		}),
		openSession: async () => summaries().find((one) => one.finishedAt === undefined),
		recent: async (limit) => summaries().slice(0, limit),
		history: async (wanted) => {
			const records = recordsOf(log.values());
			return wanted === undefined ? records : pick(records, wanted);
		},
		contents: async (hashes) => pick(items, hashes),
		known: async (hashes) => new Set(hashes.filter((hash) => items.has(hash))),
		totals: async (kind) => sums((key) => key.startsWith(`${kind}/`)),
		days: async (from, to, topic) => {
			const prefix = topic === undefined ? 'day/' : `topic-day/${topic}/`;
			return sums((key) => key >= prefix + from && key <= prefix + to);
		},
		rebuild: async () => ({ events: log.size, corrected: 0, damaged: 0 }),
		putBank: async (bank) => {
			banks.set(bank.id, bank);
		},
		deleteBank: async (id) => {
			banks.delete(id);
		},
		installedBriefs: async () => [...banks.values()].map(briefOf),
		installedBank: async (id) => banks.get(id),
		settings: async () => settings,
		changeSettings: async (change) => {
			for (const [key, value] of change) settings.set(key, value);
		}
	};
}

function pick<T>(all: ReadonlyMap<string, T>, keys: readonly string[]): Map<string, T> {
	return new Map(
		keys.flatMap((key) => {
			const value = all.get(key);
			return value === undefined ? [] : [[key, value] as const];
		})
	);
}

const byKey = (a: Rollup, b: Rollup) => (a.key < b.key ? -1 : 1);
