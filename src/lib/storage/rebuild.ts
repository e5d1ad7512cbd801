// Makes everything derived anew from the log and corrects what differs. The log is only read; records in it that no schema reads
// stay where they are.
import { canonicalJson } from '$lib/banks/canonical';
import { mergeRecords, recordsOf, type ItemRecord } from '$lib/progress/item-record';
import {
	mergeMisconceptions,
	misconceptionsOf,
	type MisconceptionRecord
} from '$lib/progress/misconceptions';
import { add, incrementsOf, type Rollup } from '$lib/progress/rollups';
import { advance, cardOf, isAfter, reviewsIn, type Card, type Review } from '$lib/schedule/cards';
import type { SessionEvent } from '$lib/session/events';
import { counted, standingAfter } from '$lib/session/standing';
import { fold, apply } from '$lib/session/state';
import type { Table } from 'dexie';
import { checkGeneration } from './connection.js';
import type { MiliumDatabase } from './database.js';
import { attemptsOf, groupBy, readEvents, sessionRow, type Folded } from './derive.js';
import type { AttemptRow, SessionRow } from './rows.js';
import { retentionFrom } from './settings.js';

/**
 * Names the way in which rows are derived from the log. Raise it whenever that way changes: a database that an older one
 * filled is rebuilt once, when it is next opened.
 */
export const DERIVATION = '3';

/** What a rebuild found. */
export interface Rebuilt {
	readonly events: number;
	/** Derived rows that were missing, wrong or without ground in the log. */
	readonly corrected: number;
	/** The same by table; absent where nothing was corrected. */
	readonly differed?: Readonly<Partial<Record<DerivedTable, number>>>;
	readonly damaged: number;
}

/** The tables that are derived from the log. */
export type DerivedTable =
	'attempts' | 'rollups' | 'items' | 'misconceptions' | 'cards' | 'sessions';

/** Records read at a time. */
const CHUNK = 1000;
/** How often the log may change while it is read, before the rebuild takes the database for itself. */
const TRIES = 3;

/** Rebuilds in memory, then corrects in one transaction, if no event was added meanwhile. */
export async function rebuild(db: MiliumDatabase, gen: string): Promise<Rebuilt> {
	for (let tries = 1; ; tries += 1) {
		const before = tries < TRIES ? await derive(db) : undefined;
		const done = await db.transaction('rw', db.tables, async () => {
			await checkGeneration(db, gen);
			if (before !== undefined && !(await isOf(db, before))) return undefined;
			const derived = before ?? (await derive(db));
			const corrected = await correct(db, derived);
			await db.meta.put({ key: 'derived', value: DERIVATION });
			return { derived, corrected };
		});
		if (done === undefined) continue;
		const { events, damaged } = done.derived;
		const differed = Object.entries(done.corrected).filter(([, rows]) => rows > 0);
		const corrected = differed.reduce((sum, [, rows]) => sum + rows, 0);
		const parts = corrected > 0 && { differed: Object.fromEntries(differed) };
		return { events, damaged, corrected, ...parts };
	}
}

/** Whether a derivation is of the log and the desired retention as they are. */
async function isOf(db: MiliumDatabase, derived: Derived): Promise<boolean> {
	return (
		(await db.events.count()) === derived.records && (await readRetention(db)) === derived.retention
	);
}

const readRetention = async (db: MiliumDatabase) =>
	retentionFrom(await db.settings.get('retention'));

class Derived {
	records = 0;
	events = 0;
	damaged = 0;
	readonly attempts = new Map<string, AttemptRow>();
	readonly rollups = new Map<string, Rollup>();
	readonly items = new Map<string, ItemRecord>();
	readonly misconceptions = new Map<string, MisconceptionRecord>();
	readonly sessions = new Map<string, SessionFold>();
	readonly cards = new Map<string, Card>();
	/** Items of which a review came before one already counted, by a clock set back. */
	readonly #unordered = new Set<string>();
	readonly retention: number;

	constructor(retention: number) {
		this.retention = retention;
	}

	/** Takes in the next events; they must come in order of id. */
	take(events: readonly SessionEvent[]): void {
		for (const event of events) {
			this.events += 1;
			let session = this.sessions.get(event.session);
			if (session === undefined) this.sessions.set(event.session, (session = new SessionFold()));
			const counting = session.take(event);
			if (counting !== undefined) this.#count(counting);
		}
	}

	/** Makes anew the cards whose reviews did not come in the order of their time. */
	finish(): void {
		const late = [...this.attempts.values()].filter((one) => this.#unordered.has(one.ref.item));
		for (const [item, reviews] of groupBy(late, (one) => one.ref.item)) {
			const card = cardOf(reviews, this.retention);
			if (card !== undefined) this.cards.set(item, card);
		}
	}

	#count(event: SessionEvent): void {
		for (const row of attemptsOf(event)) this.attempts.set(row.id, row);
		for (const sum of incrementsOf(event)) merge(this.rollups, sum.key, sum, add);
		for (const [item, record] of recordsOf([event])) merge(this.items, item, record, mergeRecords);
		for (const [text, record] of misconceptionsOf([event]))
			merge(this.misconceptions, text, record, mergeMisconceptions);
		for (const review of reviewsIn(event)) this.#review(review);
	}

	#review(review: Review): void {
		const { item } = review.ref;
		const before = this.cards.get(item);
		if (before !== undefined && !isAfter(review, before)) {
			this.#unordered.add(item);
			return;
		}
		const card = advance(before, review, this.retention);
		if (card !== undefined) this.cards.set(item, card);
	}
}

/** A session folded event by event. Those that come before its start, by a clock set back, wait for it. */
class SessionFold {
	#folded: Folded = { count: 0, last: '', state: undefined, standing: new Map() };
	#early: SessionEvent[] = [];

	/** Takes in the next event and gives what of it counts. */
	take(event: SessionEvent): SessionEvent | undefined {
		const { count, state } = this.#folded;
		if (state === undefined) this.#early.push(event);
		const next = state === undefined ? fold(this.#early) : apply(state, event);
		if (next !== undefined) this.#early = [];
		const standing = standingAfter(this.#folded.standing, [event]);
		this.#folded = { count: count + 1, last: event.id, state: next, standing };
		return counted(event, standing);
	}

	row(): SessionRow | undefined {
		return sessionRow(this.#folded);
	}
}

function merge<T>(all: Map<string, T>, key: string, one: T, join: (a: T, b: T) => T): void {
	const before = all.get(key);
	all.set(key, before === undefined ? one : join(before, one));
}

async function derive(db: MiliumDatabase): Promise<Derived> {
	const derived = new Derived(await readRetention(db));
	let records: unknown[];
	let after = '';
	do {
		const chunk = await db.events.where('id').above(after).limit(CHUNK).toArray();
		records = chunk;
		after = chunk.at(-1)?.id ?? after;
		const { events, damaged } = readEvents(records);
		derived.records += records.length;
		derived.damaged += damaged;
		derived.take(events);
	} while (records.length === CHUNK);
	derived.finish();
	return derived;
}

/** Writes only what differs, so that rebuilding a sound database changes nothing. Gives the number of rows changed. */
async function correct(
	db: MiliumDatabase,
	derived: Derived
): Promise<Readonly<Record<DerivedTable, number>>> {
	const sessions = new Map<string, SessionRow>();
	for (const [id, session] of derived.sessions) {
		const row = session.row();
		if (row !== undefined) sessions.set(id, row);
	}
	return {
		attempts: await correctTable(db.attempts, derived.attempts),
		rollups: await correctTable(db.rollups, derived.rollups),
		items: await correctTable(db.items, derived.items),
		misconceptions: await correctTable(db.misconceptions, derived.misconceptions),
		cards: await correctTable(db.cards, derived.cards),
		sessions: await correctTable(db.sessions, sessions)
	};
}

async function correctTable<T>(
	table: Pick<Table<T, string>, 'bulkPut' | 'bulkDelete' | 'where' | 'schema'>,
	wanted: ReadonlyMap<string, T>
): Promise<number> {
	const key = String(table.schema.primKey.keyPath);
	const missing = new Map(wanted);
	const wrong: string[] = [];
	let rows: T[];
	let after = '';
	do {
		rows = await table.where(key).above(after).limit(CHUNK).toArray();
		for (const row of rows) {
			after = String(Reflect.get(row as object, key));
			const want = wanted.get(after);
			if (want === undefined) wrong.push(after);
			else if (canonicalJson(row) === canonicalJson(want)) missing.delete(after);
		}
	} while (rows.length === CHUNK);
	await table.bulkDelete(wrong);
	await table.bulkPut([...missing.values()]);
	return wrong.length + missing.size;
}
