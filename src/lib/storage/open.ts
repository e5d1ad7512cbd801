// Puts the store together: journal and database opened side by side, memory where there is no database.
import type { StorageProblem } from '$lib/session/store';
import { uuidv7 } from '$lib/session/uuid';
import { Connection } from './connection.js';
import { MiliumDatabase, type Platform } from './database.js';
import { causeName } from './errors.js';
import { Footing } from './footing.js';
import { inDatabase } from './in-database.js';
import { Journal, type JournalParts } from './journal.js';
import { endable, LOCAL_KEYS, type LocalStore } from './local.js';
import { kindOf } from './messages.js';
import { PROBLEMS } from './problems.js';
import { admit, restoreAll } from './recover.js';
import { Reports } from './reports.js';
import { StatusHolder } from './status.js';
import { MiliumStorage } from './storage.js';
import type { Storage } from './store.js';

export interface OpenOptions {
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly random: (length: number) => Uint8Array;
	/** Names the tab; need not survive a reload. */
	readonly tabId: string;
}

/** What the store stands on; the browser's own, or a test's. */
export interface Ground {
	readonly platform: Platform;
	readonly local: LocalStore;
	readonly locks: LockManager | undefined;
	readonly worker: JournalParts['worker'];
	readonly channel: BroadcastChannel | undefined;
	readonly wait: (ms: number) => Promise<void>;
	/** Tells when the page is put away, to be shown again perhaps, and when it is; where a transaction would be put away with it. */
	readonly putAway?: (leave: () => void, back: () => void) => void;
	/** Forgets what the window itself keeps by key, when everything was erased in another one. */
	readonly forget: () => void;
}

/** Opens the store on the given ground. Never rejects. */
export async function openOn(given: Ground, options: OpenOptions): Promise<Storage> {
	const local = endable(given.local);
	const ground = { ...given, local };
	const { locks, channel } = ground;
	const status = new StatusHolder();
	const newId = () => uuidv7(options.now(), options.random);
	const opening = openJournal(ground, options.tabId, newId, status);
	const reports = new Reports(status);
	const connection = connect(ground, opening, newId, status, reports);
	ground.putAway?.(
		() => connection.leave(),
		() => connection.back()
	);
	let ended = false;
	let tellEnd = () => {};
	const atEnd = new Promise<void>((resolve) => (tellEnd = resolve));
	const end = () => {
		ended = true;
		tellEnd();
		connection.end();
		local.end();
		status.setLasting(PROBLEMS.erased);
		void opening.then((journal) => journal.end());
	};
	// From the beginning: a window that is still opening when everything is erased would write back what it has read.
	channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
		if (kindOf(data) !== 'erased') return;
		end();
		ground.forget();
	});
	const failure = await connection.open().then(
		() => undefined,
		(error: unknown) => ({ error })
	);
	const journal = await opening;
	const database = inDatabase(connection, async (db, gen) => {
		const restored = await restoreAll(db, gen, { locks, journal });
		status.set({ restored: status.now.restored + restored });
	});
	const footing = new Footing({ ...ground, connection, database, status, reports });
	const storage = new MiliumStorage({
		...{ journal, local, locks, status, channel, newId, end },
		buildAnew: footing.buildAnew,
		get backend() {
			return footing.backend;
		}
	});
	if (failure !== undefined && !ended) {
		footing.fallBack(refusal(failure.error, journal));
		return storage;
	}
	// What cannot be renewed now is tried again at the next start; the log is untouched.
	await database.renew().catch(() => undefined);
	// What is asked of an erased store is never answered, and the window must be told of that.
	await Promise.race([mirrorOpenSession(storage, local), atEnd]);
	return storage;
}

async function openJournal(
	{ local, locks, worker }: Ground,
	tabId: string,
	newId: () => string,
	status: StatusHolder
): Promise<Journal> {
	// A name that no file has yet: a tab keeps its id when it is duplicated or reloaded.
	const name = `${tabId}-${newId().slice(-8)}`.replaceAll(/[^\w-]/g, '_');
	const onkind = (journal: Journal['kind']) => status.set({ journal });
	const journal = await Journal.open({ local, locks, worker, name, onkind });
	status.set({ journal: journal.kind });
	return journal;
}

function connect(
	{ platform, wait, local, locks }: Ground,
	opening: Promise<Journal>,
	newGeneration: () => string,
	status: StatusHolder,
	reports: Reports
): Connection {
	return new Connection({
		make: () => new MiliumDatabase(platform),
		admit: async (db, before) =>
			admit(db, { journal: await opening, local, locks, newGeneration, before }, reports.tell),
		onnewer: () => status.setLasting(PROBLEMS.newerVersion),
		onretry: () => status.setProblem(PROBLEMS.lostConnection),
		wait
	});
}

function refusal(error: unknown, journal: Journal): StorageProblem {
	if (causeName(error) === 'NewerVersion') return PROBLEMS.newerVersion;
	return journal.kind === 'none' ? PROBLEMS.unavailable : PROBLEMS.unavailableJournal;
}

/** The mirror may be older than the database: localStorage is written lazily, and other windows go on. */
async function mirrorOpenSession(storage: Storage, local: LocalStore): Promise<void> {
	const open = await storage.openSession().catch(() => undefined);
	if (open === undefined) local.remove(LOCAL_KEYS.openSession);
	else local.set(LOCAL_KEYS.openSession, open.id);
}
