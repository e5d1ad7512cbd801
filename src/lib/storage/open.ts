// Puts the store together: journal and database opened side by side, memory where there is no database.
import { uuidv7 } from '$lib/session/uuid';
import type { StorageProblem } from '$lib/session/store';
import { Connection } from './connection.js';
import { MiliumDatabase, type Platform } from './database.js';
import { causeName } from './errors.js';
import { inDatabase } from './in-database.js';
import { inMemory } from './in-memory.js';
import { Journal, type JournalParts } from './journal.js';
import { LOCAL_KEYS, type LocalStore } from './local.js';
import { PROBLEMS } from './problems.js';
import { admit, restoreAll, type Recovery } from './recover.js';
import { StatusHolder } from './status.js';
import { MiliumStorage, type Storage } from './storage.js';

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
}

/** Opens the store on the given ground. Never rejects. */
export async function openOn(ground: Ground, options: OpenOptions): Promise<Storage> {
	const status = new StatusHolder();
	const newId = () => uuidv7(options.now(), options.random);
	let lasting: StorageProblem | undefined;
	const last = (problem: StorageProblem) => {
		lasting = problem;
		status.setProblem(problem);
	};
	const { local, locks, worker } = ground;
	const journalOpened = Journal.open({
		local,
		locks,
		worker,
		// A name that no file has yet: a tab keeps its id when it is duplicated or reloaded.
		name: `${options.tabId}-${newId().slice(-8)}`.replaceAll(/[^\w-]/g, '_'),
		onkind: (kind) => status.set({ journal: kind })
	});
	const report = (found: Recovery) => {
		status.set({
			restored: status.now.restored + found.restored,
			damaged: status.now.damaged + found.damaged
		});
		if (found.lost && (found.restored === 0 || status.now.journal !== 'opfs')) last(PROBLEMS.lost);
	};
	const recovery = async () => ({
		journal: await journalOpened,
		local,
		locks,
		newGeneration: newId
	});
	const connection = new Connection({
		make: () => new MiliumDatabase(ground.platform),
		admit: async (db) => admit(db, await recovery(), report),
		onnewer: () => last(PROBLEMS.newerVersion),
		onretry: () => status.setProblem(PROBLEMS.lostConnection),
		wait: ground.wait
	});
	const failure = await connection.open().then(
		() => undefined,
		(error: unknown) => ({ error })
	);
	const journal = await journalOpened;
	status.set({ journal: journal.kind });
	const database = inDatabase(connection, async (db, gen) => restoreAll(db, gen, await recovery()));
	if (failure !== undefined) {
		status.set({ mode: 'memory' });
		last(refusal(failure.error, journal));
	}
	const parts = { journal, local, status, channel: ground.channel, lasting: () => lasting };
	const backend = failure === undefined ? database : inMemory();
	const storage = new MiliumStorage({ ...parts, backend });
	if (failure === undefined) await mirrorOpenSession(storage, local);
	return storage;
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
