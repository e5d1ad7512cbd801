// The second copy of the log, independent of the database: browsers have been seen to erase a whole database after a crash without
// a word. Every event is written and flushed here before it counts as saved. The journal never stands in the way of
// answering: what breaks is replaced by the next best, and the status says so.
import { tabOf, type JournalFile } from './journal-files.js';
import { OpfsJournal, type WorkerLike } from './journal-opfs.js';
import { JournalRing } from './journal-ring.js';
import type { LocalStore } from './local.js';

/** Where the journal is kept: private file system, localStorage, nowhere. */
export type JournalKind = 'opfs' | 'local' | 'none';

export interface JournalParts {
	readonly local: LocalStore;
	readonly locks: LockManager | undefined;
	/** The worker, or undefined where the browser has no private file system. */
	readonly worker: (() => WorkerLike) | undefined;
	/** Name of this tab's file; never used before. */
	readonly name: string;
	/** Told when the kind changes after the journal was opened. */
	readonly onkind: (kind: JournalKind) => void;
}

/** A text of the journal. */
export interface Source {
	readonly name: string;
	/** `dead`: the tab that wrote it is gone. `live`: a tab may still write to it. */
	readonly from: 'dead' | 'live' | 'archive' | 'ring';
	read(): Promise<string>;
}

const lockName = (name: string) => `milium-tab-${name}`;

export class Journal {
	#parts: JournalParts;
	#files: OpfsJournal | undefined;
	#ring: JournalRing;
	#kind: JournalKind = 'none';
	#ended = false;

	private constructor(parts: JournalParts) {
		this.#parts = parts;
		this.#ring = new JournalRing(parts.local);
	}

	/** Opens the best journal there is. */
	static async open(parts: JournalParts): Promise<Journal> {
		const journal = new Journal(parts);
		journal.#files = await openFiles(parts);
		if (journal.#files !== undefined) journal.#kind = 'opfs';
		else journal.#kind = journal.#ring.works() ? 'local' : 'none';
		return journal;
	}

	get kind(): JournalKind {
		return this.#kind;
	}

	/** Keeps the lines of an event; resolves when they are flushed, or when there is no journal that could. */
	async write(id: string, text: string): Promise<void> {
		if (this.#ended) return;
		try {
			if (this.#files !== undefined) return await this.#files.write(text);
		} catch (error) {
			this.#giveUp(String(error));
		}
		if (this.#ended) return;
		this.#say(this.#ring.write(id, text) ? 'local' : 'none');
	}

	/**
	 * Keeps what a restore adds, apart from what is answered here: read only where the database was lost, so that the next
	 * start need not look through it. False where it is not kept: the ring has no room beside what is answered here.
	 */
	async keep(restore: string, text: string): Promise<boolean> {
		if (this.#ended || this.#files === undefined) return false;
		return this.#files.keep(restore, text).then(
			() => true,
			() => false
		);
	}

	/** Removes what was kept of a restore that is being undone; rejects where that cannot be done. */
	async forget(restore: string): Promise<void> {
		await this.#files?.forget(restore);
	}

	/** What closed tabs left; `all`: also the archive and the files of living tabs, for a database that was lost. */
	async sources(scope: 'dead' | 'all'): Promise<Source[]> {
		const ring: Source = { name: '', from: 'ring', read: async () => this.#ring.read() };
		const files = this.#files;
		if (files === undefined) return [ring];
		const source = (name: string, from: Source['from']): Source => ({
			name,
			from,
			read: () => files.read(name)
		});
		// Our own file comes by name, since it may have been deleted while we hold it open.
		const own = source(files.name, 'live');
		try {
			const [listed, living] = await Promise.all([files.list(), livingTabs(this.#parts.locks)]);
			const others = listed
				.filter((file) => tabOf(file.name) !== own.name)
				.sort((a, b) => a.modified - b.modified)
				.map((file) => source(file.name, origin(file, living)));
			if (scope === 'all') return [ring, ...others, own];
			return [ring, ...others.filter((one) => one.from === 'dead')];
		} catch (error) {
			this.#giveUp(String(error));
			return [ring];
		}
	}

	/** Moves files of closed tabs, all of whose events the database holds, out of the way of the next start. */
	async archive(names: readonly string[]): Promise<void> {
		if (names.length === 0) return;
		// Left undone it is done at the next start.
		await this.#files?.archive(names).catch(() => undefined);
	}

	/** Begins anew where the browser may have deleted the tab's file under it. */
	async restart(): Promise<void> {
		await this.#files?.restart().catch((error: unknown) => this.#giveUp(String(error)));
	}

	/** Writes no more: everything was erased. */
	end(): void {
		this.#ended = true;
		this.#files?.close('Everything was erased');
		this.#files = undefined;
	}

	#giveUp(reason: string): void {
		this.#files?.close(reason);
		this.#files = undefined;
		this.#say('local');
	}

	#say(kind: JournalKind): void {
		if (kind === this.#kind) return;
		this.#kind = kind;
		this.#parts.onkind(kind);
	}
}

async function openFiles({ worker, locks, name }: JournalParts): Promise<OpfsJournal | undefined> {
	if (worker === undefined || locks === undefined) return undefined;
	try {
		// The lock comes first: without it another tab would take the file for one that was left behind.
		await hold(locks, lockName(name));
		const files = new OpfsJournal(name, worker());
		await files.list();
		return files;
	} catch {
		return undefined;
	}
}

/** Holds a lock until the page is gone. */
function hold(locks: LockManager, name: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = locks.request(name, { ifAvailable: true }, (lock) => {
			if (lock === null) throw new Error(`${name} is taken`);
			resolve();
			return new Promise<never>(() => undefined);
		});
		request.catch(reject);
	});
}

async function livingTabs(locks: LockManager | undefined): Promise<ReadonlySet<string>> {
	const held = (await locks?.query())?.held ?? [];
	return new Set(held.flatMap((one) => one.name ?? []));
}

function origin(file: JournalFile, living: ReadonlySet<string>): 'archive' | 'live' | 'dead' {
	if (file.archive) return 'archive';
	return living.has(lockName(tabOf(file.name))) ? 'live' : 'dead';
}
