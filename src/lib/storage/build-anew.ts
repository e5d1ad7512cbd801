// Builds a database anew that can be opened or read no more: what is left of it is dropped, and a new one filled from the journal.
// Some browsers never make a damaged database anew by themselves, and answer every request with an error.
import type { StorageProblem } from '$lib/session/store';
import type { Backend } from './backend.js';
import type { Connection } from './connection.js';
import { DATABASE_NAME, type Platform } from './database.js';
import { deleteDatabase, Held } from './delete-database.js';
import { problemOf } from './errors.js';
import { LOCAL_KEYS, type LocalStore } from './local.js';
import { PROBLEMS } from './problems.js';
import { underRecovery, type Recovery } from './recover.js';

/** What came of it. `sound`: the database can be read after all, and nothing was dropped. */
export type BuiltAnew =
	| {
			readonly kind: 'sound' | 'built';
			/** Lines and texts of the journal that could not be read. */
			readonly damaged: number;
			readonly unread: number;
	  }
	| { readonly kind: 'failed'; readonly problem: StorageProblem };

export interface AnewParts {
	readonly connection: Pick<Connection, 'close'>;
	/** The store on that connection. */
	readonly database: Pick<Backend, 'rebuild'>;
	readonly platform: Platform;
	readonly local: LocalStore;
	readonly locks: LockManager | undefined;
	/** What was found each time that the database has been opened since this began. */
	readonly found: readonly Recovery[];
}

/** Other windows let go of the database when they are told. */
const WAIT_MS = 5000;
/** A new database would not help, or must not be made by this window. */
const KEEP: readonly StorageProblem['code'][] = ['full', 'newer-version', 'erased'];

/** Drops the database, unless it can be read after all, and fills a new one. Never rejects. */
export async function buildAnew(parts: AnewParts): Promise<BuiltAnew> {
	const { local } = parts;
	const before = local.get(LOCAL_KEYS.gen);
	const readable = await look(parts);
	if (readable.kind !== 'failed' || KEEP.includes(readable.problem.code)) return readable;
	try {
		await underRecovery(parts.locks, async () => {
			parts.connection.close();
			// Another window may have done it while this one waited.
			if (local.get(LOCAL_KEYS.gen) !== before) return;
			await drop(parts.platform);
			// Says so to windows that wait, and to the next start, should this one come no further.
			local.set(LOCAL_KEYS.gen, 'dropped');
		});
	} catch (error) {
		return { kind: 'failed', problem: error instanceof Held ? PROBLEMS.held : PROBLEMS.kept };
	}
	const built = await look(parts);
	return built.kind === 'failed'
		? { kind: 'failed', problem: PROBLEMS.notMade }
		: { ...built, kind: 'built' };
}

const drop = ({ indexedDB = globalThis.indexedDB }: Platform) =>
	deleteDatabase(indexedDB, DATABASE_NAME, WAIT_MS);

/** Opens the database, adds what the journal holds and it lacks, and reads the whole log. */
async function look({ database, found }: AnewParts): Promise<BuiltAnew> {
	try {
		await database.rebuild();
		const sum = (of: (one: Recovery) => number) => found.reduce((all, one) => all + of(one), 0);
		return {
			// One that the browser has emptied meanwhile, or another window has dropped, is built anew as well.
			kind: found.some((one) => one.lost) ? 'built' : 'sound',
			damaged: sum((one) => one.damaged),
			unread: sum((one) => one.unread)
		};
	} catch (error) {
		return { kind: 'failed', problem: problemOf(error) };
	}
}

/** Adds to the database what was answered in memory. The journal holds it too, unless it failed as well. */
export async function carryOver(memory: Backend, database: Backend): Promise<void> {
	for (const { id } of await memory.recent(Infinity)) {
		const { events } = await memory.events(id);
		const hashes = events.flatMap((one) =>
			one.kind === 'started' ? one.plan.items.map((item) => item.hash) : []
		);
		const contents = [...(await memory.contents(hashes)).values()];
		await database.commit({ events, contents });
	}
}
