// The one transaction that adds events: log, attempts, sums, item records, session rows and contents change together or
// not at all. Nothing foreign is awaited inside: Dexie would commit what came before it.
import type { HashedItem } from '$lib/banks/catalogue';
import { mergeRecords, recordsOf, type ItemRecord } from '$lib/progress/item-record';
import { add, rollUp, type Rollup } from '$lib/progress/rollups';
import type { SessionEvent } from '$lib/session/events';
import type { MiliumDatabase } from './database.js';
import {
	attemptsOf,
	foldAll,
	foldMore,
	groupBy,
	readEvents,
	sessionRow,
	type Folded
} from './derive.js';
import { StoreLost } from './errors.js';
import type { SessionRow } from './rows.js';

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
 * and has none. Returns the events that were new.
 */
export async function commit(
	db: MiliumDatabase,
	gen: string | undefined,
	batch: Batch,
	folds: Folds
): Promise<readonly SessionEvent[]> {
	const events = [...new Map(batch.events.map((one) => [one.id, one])).values()];
	const plan = planOf(events);
	const after: Folds = new Map();
	const fresh = await db.transaction('rw', db.tables, async () => {
		const [meta, known, sums, records, sessions] = await Promise.all([
			db.meta.get('gen'),
			db.events.bulkGet(plan.ids),
			db.rollups.bulkGet([...plan.sums.keys()]),
			db.items.bulkGet([...plan.records.keys()]),
			db.sessions.bulkGet(plan.sessions)
		]);
		if (meta?.value !== gen) throw new StoreLost('The generation of the database has changed');
		const added = events.filter((_, index) => known[index] === undefined);
		const adding = added.length === events.length ? plan : planOf(added);
		await Promise.all([
			added.length > 0 && db.events.bulkAdd(added),
			putAll(db, added.flatMap(attemptsOf)),
			db.rollups.bulkPut(sumsAfter(adding.sums, sums)),
			db.items.bulkPut(recordsAfter(adding.records, records)),
			batch.contents.length > 0 && db.contents.bulkPut([...batch.contents])
		]);
		const rows = new Map(sessions.flatMap((row) => (row === undefined ? [] : [[row.id, row]])));
		await refresh(db, added, rows, folds, after);
		return added;
	});
	// Only now: a fold of a transaction that failed would be a fold of events that are not there.
	for (const [id, folded] of after) remember(folds, id, folded);
	return fresh;
}

/** What a batch touches, computed before the transaction. */
function planOf(events: readonly SessionEvent[]) {
	return {
		ids: events.map((one) => one.id),
		sums: rollUp(events),
		records: recordsOf(events),
		sessions: [...new Set(events.map((one) => one.session))]
	};
}

function putAll(db: MiliumDatabase, attempts: ReturnType<typeof attemptsOf>) {
	return attempts.length > 0 ? db.attempts.bulkPut(attempts) : undefined;
}

function sumsAfter(
	increments: ReadonlyMap<string, Rollup>,
	before: readonly (Rollup | undefined)[]
): Rollup[] {
	const old = new Map(before.flatMap((one) => (one === undefined ? [] : [[one.key, one]])));
	return [...increments.values()].map((one) => {
		const sum = old.get(one.key);
		return sum === undefined ? one : add(sum, one);
	});
}

function recordsAfter(
	changes: ReadonlyMap<string, ItemRecord>,
	before: readonly (ItemRecord | undefined)[]
): ItemRecord[] {
	const old = new Map(before.flatMap((one) => (one === undefined ? [] : [[one.item, one]])));
	return [...changes.values()].map((one) => {
		const record = old.get(one.item);
		return record === undefined ? one : mergeRecords(record, one);
	});
}

/** Brings the rows of the sessions that got events up to date. Runs inside the transaction, after the events were added. */
async function refresh(
	db: MiliumDatabase,
	added: readonly SessionEvent[],
	rows: ReadonlyMap<string, SessionRow>,
	folds: Folds,
	after: Folds
): Promise<void> {
	const bySession = groupBy(added, (one) => one.session);
	const unknown: string[] = [];
	for (const [session, events] of bySession) {
		const folded = continued(folds.get(session), rows.get(session), events);
		if (folded === undefined) unknown.push(session);
		else after.set(session, folded);
	}
	if (unknown.length > 0) {
		const records = await db.events.where('session').anyOf(unknown).toArray();
		const read = groupBy(readEvents(records).events, (one) => one.session);
		for (const [session, events] of read) after.set(session, foldAll(events));
	}
	const changed = [...after.values()].flatMap((one) => sessionRow(one) ?? []);
	if (changed.length > 0) await db.sessions.bulkPut(changed);
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
