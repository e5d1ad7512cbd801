// The store where the browser gives no database: everything works, until the window is closed.
import { recordsOf } from '$lib/progress/item-record';
import { misconceptionsOf, type MisconceptionRecord } from '$lib/progress/misconceptions';
import { pairRange, rollUp, type Rollup } from '$lib/progress/rollups';
import type { HashedItem } from '$lib/banks/catalogue';
import { cardsOf, type Card } from '$lib/schedule/cards';
import type { SessionEvent } from '$lib/session/events';
import { countedIn } from '$lib/session/standing';
import type { Backend } from './backend.js';
import { banksInMemory } from './banks-in-memory.js';
import {
	attemptsOf,
	byId,
	foldAll,
	groupBy,
	latestFirst,
	sessionRow,
	summaryOf
} from './derive.js';
import type { ResultPart } from './results.js';
import { retentionFrom } from './settings.js';
import { shelvesInMemory, type RowsInMemory } from './shelves.js';

/** A store in memory. One visit's events are few, so everything derived is made when it is asked for. */
export function inMemory(): Backend {
	const log = new Map<string, SessionEvent>();
	const items = new Map<string, HashedItem>();
	const settings = new Map<string, unknown>();
	const summaries = () =>
		[...groupBy([...log.values()], (one) => one.session).values()]
			.flatMap((events) => sessionRow(foldAll(events)) ?? [])
			.map(summaryOf)
			.sort(latestFirst);
	const counting = () => countedIn(log.values());
	let leftOut: readonly string[] = [];
	const cards = (until = Infinity): Card[] => {
		const events = counting().filter((one) => one.at <= until);
		return [...cardsOf(events, retentionFrom({ value: settings.get('retention') })).values()];
	};
	const dueBy = (today: string) => cards().filter((one) => one.due <= today);
	const sums = (fits: (key: string) => boolean): Rollup[] =>
		[...rollUp(counting()).values()].filter((one) => fits(one.key)).sort(byKey);

	let results: Promise<ResultPart> | undefined;
	const tables: RowsInMemory = new Map();
	const keep = (kept: readonly HashedItem[]) => {
		for (const item of kept) items.set(item.hash, item);
	};

	const backend: Backend = {
		backups: async () =>
			(await import('./backup-in-memory.js')).backupsInMemory({ log, items, tables, backend }),
		results: () =>
			(results ??= import('./results-in-memory.js').then((one) =>
				one.resultsInMemory(tables, keep)
			)),
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
			const records = recordsOf(counting());
			return wanted === undefined ? records : pick(records, wanted);
		},
		contents: async (hashes) => pick(items, hashes),
		known: async (hashes) => new Set(hashes.filter((hash) => items.has(hash))),
		totals: async (kind) => sums((key) => key.startsWith(`${kind}/`)),
		days: async (from, to, topic) => {
			const prefix = topic === undefined ? 'day/' : `topic-day/${topic}/`;
			return sums((key) => key >= prefix + from && key <= prefix + to);
		},
		pairs: async (scope) => {
			const { from, to } = pairRange(scope);
			return sums((key) => key >= from && key <= to);
		},
		answersWith: async (keyed, chosen, limit) =>
			counting()
				.flatMap(attemptsOf)
				.filter(({ pairs }) => pairs.some(([key, pick]) => key === keyed && pick === chosen))
				.sort((a, b) => (a.id < b.id ? 1 : -1))
				.slice(0, limit),
		misconceptions: async (limit) =>
			[...misconceptionsOf(counting()).values()].sort(byCount).slice(0, limit),
		dueCount: async (today, cap) =>
			Math.min(cap, dueBy(today).filter((one) => !leftOut.includes(one.item)).length),
		due: async (today, limit) => dueBy(today).sort(byPlace).slice(0, limit),
		cards: async () => cards().sort((a, b) => (a.item < b.item ? -1 : 1)),
		ahead: async (now, limit) => {
			const later = cards().filter((one) => one.last > now);
			const items = later.slice(0, limit).map((one) => one.item);
			return {
				count: later.length,
				latest: Math.max(0, ...cards().map((one) => one.last)),
				cards: cards(now).filter((one) => items.includes(one.item))
			};
		},
		leaveOut: async (wanted) => {
			leftOut = wanted;
		},
		renew: async () => undefined,
		rebuild: async () => ({ events: log.size, corrected: 0, damaged: 0 }),
		...banksInMemory(() => recordsOf(counting())),
		...shelvesInMemory(tables),
		settings: async () => settings,
		changeSettings: async (change) => {
			for (const [key, value] of change) settings.set(key, value);
		}
	};
	return backend;
}

function pick<T>(all: ReadonlyMap<string, T>, keys: readonly string[]): Map<string, T> {
	return new Map(
		keys.flatMap((key) => {
			const value = all.get(key);
			return value === undefined ? [] : [[key, value] as const];
		})
	);
}

const byCount = (a: MisconceptionRecord, b: MisconceptionRecord) =>
	b.n - a.n || descending(a.lastAttempt, b.lastAttempt) || descending(a.text, b.text);
const descending = (a: string, b: string) => (a < b ? 1 : a > b ? -1 : 0);
const byKey = (a: Rollup, b: Rollup) => (a.key < b.key ? -1 : 1);
const byPlace = (a: Card, b: Card) =>
	a.rank - b.rank || (a.due < b.due ? -1 : a.due > b.due ? 1 : a.item < b.item ? -1 : 1);
