// The tables as they are, and as they must be.
import { recordsOf } from '$lib/progress/item-record';
import { misconceptionsOf } from '$lib/progress/misconceptions';
import { rollUp } from '$lib/progress/rollups';
import { cardsOf } from '$lib/schedule/cards';
import type { SessionEvent } from '$lib/session/events';
import { countedIn } from '$lib/session/standing';
import { MiliumDatabase } from '$lib/storage/database';
import { attemptsOf, byId, foldAll, groupBy, sessionRow } from '$lib/storage/derive';
import { IDBKeyRange } from 'fake-indexeddb';
import type { Device } from './ground';

type Snapshot = Record<string, unknown[]>;

/** Opens the device's database behind the store's back. */
export async function openRaw(device: Device): Promise<MiliumDatabase> {
	const db = new MiliumDatabase({ indexedDB: device.indexedDB, IDBKeyRange });
	await db.open();
	return db;
}

/** Every row of the log and of what is derived from it, as plain JSON. */
export async function tables(device: Device): Promise<Snapshot> {
	const db = await openRaw(device);
	try {
		const [events, attempts, rollups, items, misconceptions, cards, sessions] = await Promise.all([
			db.events.toArray(),
			db.attempts.toArray(),
			db.rollups.toArray(),
			db.items.toArray(),
			db.misconceptions.toArray(),
			db.cards.toArray(),
			db.sessions.toArray()
		]);
		return plain({ events, attempts, rollups, items, misconceptions, cards, sessions });
	} finally {
		db.close();
	}
}

/** What the tables must hold for a log. */
export function expected(log: readonly SessionEvent[], retention = 0.9): Snapshot {
	const events = byId([...new Map(log.map((one) => [one.id, one])).values()]);
	const counting = countedIn(events);
	const sessions = [...groupBy(events, (one) => one.session).values()];
	return plain({
		events,
		attempts: byId(counting.flatMap(attemptsOf)),
		rollups: sorted([...rollUp(counting).values()], (one) => one.key),
		items: sorted([...recordsOf(counting).values()], (one) => one.item),
		misconceptions: sorted([...misconceptionsOf(counting).values()], (one) => one.text),
		cards: sorted([...cardsOf(counting, retention).values()], (one) => one.item),
		sessions: sorted(
			sessions.flatMap((one) => sessionRow(foldAll(one)) ?? []),
			(one) => one.id
		)
	});
}

function sorted<T>(rows: T[], key: (row: T) => string): T[] {
	return rows.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const plain = (snapshot: Snapshot) => JSON.parse(JSON.stringify(snapshot)) as Snapshot;
