// The store on the database. Reads cost the same after ten answers and after a million: they go by key or by index.
import type { Backend } from './backend.js';
import { banksIn } from './banks.js';
import { moveDue, scheduleIn } from './cards.js';
import { commit, type Folds } from './commit.js';
import { checkGeneration, type Connection } from './connection.js';
import type { MiliumDatabase } from './database.js';
import { byId, latestFirst, readEvents, summaryOf } from './derive.js';
import { isItem } from './journal-lines.js';
import { progressIn } from './progress.js';
import { DERIVATION, rebuild } from './rebuild.js';
import type { SessionRow } from './rows.js';
import { retentionFrom } from './settings.js';
import { shelvesIn } from './shelves.js';

const LOWEST = -Infinity;
const HIGHEST = Infinity;

/** `restore` brings back what journals hold and the database lacks; a rebuild begins with it. */
export function inDatabase(
	connection: Connection,
	restore: (...opened: Parameters<Parameters<Connection['run']>[0]>) => Promise<unknown>
): Backend {
	const folds: Folds = new Map();
	const renew = async () => {
		const events = await connection.read(async (db) =>
			(await db.meta.get('derived'))?.value === DERIVATION ? undefined : db.events.count()
		);
		if (events === undefined) return;
		const renewed = connection.run(async (db, gen) => {
			if (events > 0) await rebuild(db, gen);
			else await db.meta.put({ key: 'derived', value: DERIVATION });
		}, REBUILD_MS);
		// A long log is rebuilt while the learner goes on; until then its sums and cards are as they were.
		if (events <= AT_ONCE) await renewed;
		else renewed.catch(() => undefined);
	};
	return {
		commit: async (batch) => {
			const { displaced } = await connection.run((db, gen) => commit(db, gen, batch, folds));
			// The events are in; what cannot be renewed now is tried again at the next start.
			if (displaced) await renew().catch(() => undefined);
		},

		events: (session) =>
			connection.read(async (db) => {
				const read = readEvents(await db.events.where('session').equals(session).toArray());
				return { events: byId(read.events), damaged: read.damaged };
			}),

		openSession: () =>
			connection.read(async (db) => {
				const row = await db.sessions
					.where('[open+lastAt]')
					.between([1, LOWEST], [1, HIGHEST])
					.last();
				return row === undefined ? undefined : summaryOf(row);
			}),

		recent: (limit) =>
			connection.read(async (db) => {
				const latest = (open: 0 | 1) =>
					db.sessions
						.where('[open+lastAt]')
						.between([open, LOWEST], [open, HIGHEST])
						.reverse()
						.limit(limit)
						.toArray();
				const rows: SessionRow[] = (await Promise.all([latest(0), latest(1)])).flat();
				return rows.sort(latestFirst).slice(0, limit).map(summaryOf);
			}),

		history: (items) =>
			connection.read(async (db) => {
				const records = await recordsFor(db, items);
				return new Map(records.flatMap((one) => (one === undefined ? [] : [[one.item, one]])));
			}),

		contents: (hashes) =>
			connection.read(async (db) => {
				const items = await db.contents.bulkGet([...hashes]);
				return new Map(items.filter(isItem).map((one) => [one.hash, one]));
			}),

		known: async (hashes) => {
			const items = await connection.attempt((db) => db.contents.bulkGet([...hashes]));
			return new Set(items?.flatMap((one) => (one === undefined ? [] : [one.hash])));
		},

		rebuild: () =>
			connection.run(async (db, gen) => {
				await restore(db, gen);
				folds.clear();
				return rebuild(db, gen);
			}, REBUILD_MS),

		renew,

		...banksIn(connection),
		...scheduleIn(connection),
		...progressIn(connection),
		...shelvesIn(connection),
		backups: async () => (await import('./backup-part.js')).backupsIn(connection),
		results: async () => (await import('./results.js')).resultsIn(connection),

		settings: () =>
			connection.read(async (db) => {
				const rows = await db.settings.toArray();
				return new Map(rows.map((row) => [row.key, row.value]));
			}),

		changeSettings: (change) =>
			connection.run((db, gen) =>
				db.transaction('rw', [db.settings, db.cards, db.meta], async () => {
					await checkGeneration(db, gen);
					const before = await db.settings.get('retention');
					await db.settings.bulkPut([...change].map(([key, value]) => ({ key, value })));
					const after = change.get('retention');
					if (after !== undefined && after !== before?.value)
						await moveDue(db, retentionFrom({ value: after }));
				})
			)
	};
}

/** Events whose rebuild is not felt at the start. */
const AT_ONCE = 5000;

/** Up to so many records are read one by one; more are found faster in one sweep, where there are not many others. */
const FEW = 50;

async function recordsFor(db: MiliumDatabase, items: readonly string[] | undefined) {
	if (items === undefined) return db.items.toArray();
	if (items.length > FEW) {
		const limit = 2 * items.length;
		const all = await db.items.limit(limit).toArray();
		if (all.length < limit) {
			const wanted = new Set(items);
			return all.filter((one) => wanted.has(one.item));
		}
	}
	return db.items.bulkGet([...items]);
}

/** Minutes for a million answers; still an end, should the browser hang. */
const REBUILD_MS = 600_000;
