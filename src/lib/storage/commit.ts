// The one transaction that adds events: log, attempts, sums, item records, misconceptions, cards, session rows and contents change together or
// not at all. Nothing foreign is awaited inside: Dexie would commit what came before it.
import type { HashedItem } from '$lib/banks/catalogue';
import { mergeRecords, recordsOf } from '$lib/progress/item-record';
import { mergeMisconceptions, misconceptionsOf } from '$lib/progress/misconceptions';
import { add, rollUp } from '$lib/progress/rollups';
import { reviewsIn, type Review } from '$lib/schedule/cards';
import type { SessionEvent } from '$lib/session/events';
import { counted, standingAfter } from '$lib/session/standing';
import { cardsAfter, cardsFromLog } from './cards.js';
import type { MiliumDatabase } from './database.js';
import {
	attemptsOf,
	byId,
	foldAll,
	foldMore,
	groupBy,
	readEvents,
	sessionRow,
	type Folded
} from './derive.js';
import { StoreLost } from './errors.js';
import type { SessionRow } from './rows.js';
import { retentionFrom } from './settings.js';

/** Events to add, each readable by the schema, and the items that a session among them asks. */
export interface Batch {
	readonly events: readonly SessionEvent[];
	readonly contents: readonly HashedItem[];
}

/** Sessions as folded after the last commit of this tab, so that an answer need not read its whole session again. */
export type Folds = Map<string, Folded>;

/** How many sessions are kept folded: a tab works on one at a time. */
const FOLDS_KEPT = 4;

/**
 * Adds what is not there yet. `gen` is the generation that the database must have, undefined while it is being restored
 * and has none. Gives the events that were new.
 *
 * Of two answers to one question of a session the first counts. Where it arrives second, what is derived from the other is
 * in the way: `displaced` says so, the database has a note of it, and a rebuild puts it right.
 */
export async function commit(
	db: MiliumDatabase,
	gen: string | undefined,
	batch: Batch,
	folds: Folds
): Promise<{ readonly added: readonly SessionEvent[]; readonly displaced: boolean }> {
	const events = [...new Map(batch.events.map((one) => [one.id, one])).values()];
	const plan = planOf(events);
	const after: Folds = new Map();
	const done = await db.transaction('rw', db.tables, async () => {
		const [meta, known, sums, records, beliefs, cards, wish, sessions] = await Promise.all([
			db.meta.get('gen'),
			db.events.bulkGet(plan.ids),
			db.rollups.bulkGet([...plan.sums.keys()]),
			db.items.bulkGet([...plan.records.keys()]),
			plan.beliefs.size === 0 ? [] : db.misconceptions.bulkGet([...plan.beliefs.keys()]),
			db.cards.bulkGet([...plan.reviews.keys()]),
			db.settings.get('retention'),
			db.sessions.bulkGet(plan.sessions)
		]);
		if (meta?.value !== gen) throw new StoreLost('The generation of the database has changed');
		const added = events.filter((_, index) => known[index] === undefined);
		const { carried, stale } = carryOn(added, present(sessions), folds);
		const { folded, displaced } = await foldFromLog(db, added, stale);
		for (const [id, one] of [...carried, ...folded]) after.set(id, one);
		const counting = added.flatMap((one) => {
			const standing = after.get(one.session)?.standing;
			return standing === undefined ? one : (counted(one, standing) ?? []);
		});
		const whole =
			counting.length === events.length && counting.every((one, n) => one === events[n]);
		const adding = whole ? plan : planOf(counting);
		const retention = retentionFrom(wish);
		const due = cardsAfter(adding.reviews, present(cards), retention);
		await Promise.all([
			added.length > 0 && db.events.bulkAdd(added),
			displaced && db.meta.put({ key: 'derived', value: '' }),
			putAll(db.attempts, counting.flatMap(attemptsOf)),
			putAll(
				db.rollups,
				merged(adding.sums, sums, (one) => one.key, add)
			),
			putAll(
				db.items,
				merged(adding.records, records, (one) => one.item, mergeRecords)
			),
			putAll(
				db.misconceptions,
				merged(adding.beliefs, beliefs, (one) => one.text, mergeMisconceptions)
			),
			putAll(db.cards, due.cards),
			putAll(db.contents, batch.contents),
			putAll(db.sessions, rowsOf(after))
		]);
		await putAll(db.cards, await cardsFromLog(db, due.stale, retention));
		return { added, displaced };
	});
	// Only now: a fold of a transaction that failed would be a fold of events that are not there.
	for (const [id, folded] of after) remember(folds, id, folded);
	return done;
}

/** What a batch touches, computed before the transaction. */
function planOf(events: readonly SessionEvent[]) {
	return {
		ids: events.map((one) => one.id),
		sums: rollUp(events),
		records: recordsOf(events),
		beliefs: misconceptionsOf(events),
		reviews: groupBy<Review>(events.flatMap(reviewsIn), (one) => one.ref.item),
		sessions: [...new Set(events.map((one) => one.session))]
	};
}

/** Dexie takes a round trip even for an empty list. */
function putAll<T>(
	table: { bulkPut(rows: readonly T[]): PromiseLike<unknown> },
	rows: readonly T[]
) {
	return rows.length > 0 ? table.bulkPut(rows) : undefined;
}

const present = <T>(rows: readonly (T | undefined)[]): T[] =>
	rows.filter((row) => row !== undefined);

const rowsOf = (folds: Folds): SessionRow[] =>
	[...folds.values()].flatMap((one) => sessionRow(one) ?? []);

/** What rows become by changes to them; a row that is not there yet is the change itself. */
function merged<T>(
	changes: ReadonlyMap<string, T>,
	before: readonly (T | undefined)[],
	keyOf: (row: T) => string,
	join: (a: T, b: T) => T
): T[] {
	const old = new Map(present(before).map((one) => [keyOf(one), one]));
	return [...changes].map(([key, one]) => {
		const row = old.get(key);
		return row === undefined ? one : join(row, one);
	});
}

/** Folds the new events onto the sessions that this tab has folded; `stale` names the others. */
function carryOn(
	added: readonly SessionEvent[],
	rows: readonly SessionRow[],
	folds: Folds
): { carried: Folds; stale: readonly string[] } {
	const carried: Folds = new Map();
	const stale: string[] = [];
	for (const [session, events] of groupBy(added, (one) => one.session)) {
		const row = rows.find((one) => one.id === session);
		const folded = continued(folds.get(session), row, events);
		if (folded === undefined) stale.push(session);
		else carried.set(session, folded);
	}
	return { carried, stale };
}

/** Folds sessions from the log with what is being added to it; `displaced`: an answer that counted does so no more. */
async function foldFromLog(
	db: MiliumDatabase,
	added: readonly SessionEvent[],
	sessions: readonly string[]
): Promise<{ readonly folded: Folds; readonly displaced: boolean }> {
	const folded: Folds = new Map();
	let displaced = false;
	if (sessions.length === 0) return { folded, displaced };
	const records = await db.events.where('session').anyOf(sessions).toArray();
	const there = groupBy(readEvents(records).events, (one) => one.session);
	const more = groupBy(added, (one) => one.session);
	for (const session of sessions) {
		const before = there.get(session) ?? [];
		const after = foldAll([...before, ...(more.get(session) ?? [])]);
		folded.set(session, after);
		for (const [index, event] of standingAfter(new Map(), byId(before)))
			displaced ||= after.standing.get(index) !== event;
	}
	return { folded, displaced };
}

/** The fold carried on, if it is that of exactly the events that the row was made from; another tab may have added some. */
function continued(
	folded: Folded | undefined,
	row: SessionRow | undefined,
	events: readonly SessionEvent[]
): Folded | undefined {
	if (folded === undefined || row === undefined) return undefined;
	if (row.events !== folded.count || row.last !== folded.last) return undefined;
	return foldMore(folded, events);
}

function remember(folds: Folds, id: string, folded: Folded): void {
	folds.delete(id);
	folds.set(id, folded);
	for (const oldest of folds.keys()) {
		if (folds.size <= FOLDS_KEPT) break;
		folds.delete(oldest);
	}
}
