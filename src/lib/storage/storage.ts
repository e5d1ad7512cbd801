// The store as the pages know it: one door for everything that is saved, over a database with a journal beside it.
import type { CompiledBank, HashedItem } from '$lib/banks/catalogue';
import type { PairScope } from '$lib/progress/rollups';
import type { ProgressStore } from '$lib/progress/store';
import { eventSchema } from '$lib/session/event-schema';
import type { SessionEvent } from '$lib/session/events';
import type { BankStage, BankStore, Saved, StorageProblem } from '$lib/session/store';
import { parse } from '$lib/validation/parse';
import type { Backend } from './backend.js';
import { backupStore } from './backup-store.js';
import type { BuiltAnew } from './build-anew.js';
import { installWhole, stage, tidy } from './bank-stage.js';
import { problemOf, StorageFailure } from './errors.js';
import { encodeLines } from './journal-lines.js';
import type { Journal } from './journal.js';
import { LOCAL_KEYS, type LocalStore } from './local.js';
import { appendedTo } from './messages.js';
import { PROBLEMS } from './problems.js';
import type { Tables } from './rows.js';
import { resultStore } from './result-store.js';
import type { SettingsStore } from './settings.js';
import { settingsStore } from './settings-store.js';
import type { Shelf, ShelfName } from './shelves.js';
import { Listeners, type StatusHolder, type StorageStatus } from './status.js';
import type { Storage } from './store.js';

export interface StorageParts {
	readonly backend: Backend;
	readonly journal: Journal;
	readonly local: LocalStore;
	readonly status: StatusHolder;
	readonly channel: BroadcastChannel | undefined;
	readonly locks: LockManager | undefined;
	readonly newId: () => string;
	/** Drops a database that cannot be read and fills a new one. */
	readonly buildAnew: () => Promise<BuiltAnew>;
	/** Stops everything that writes, for good. */
	readonly end: () => void;
}

/** After this long without an answer the learner is told; promised is one second. */
const SLOW_MS = 800;
/** An import of many receipts shows its own progress. */
const SLOW_IMPORT_MS = 60_000;

export class MiliumStorage implements Storage {
	readonly settings: SettingsStore;
	readonly results: Storage['results'];
	readonly backups: Storage['backups'];
	#parts: StorageParts;
	#queue: Promise<unknown> = Promise.resolve();
	#changes = new Listeners<string>();

	constructor(parts: StorageParts) {
		this.#parts = parts;
		this.settings = settingsStore(
			() => parts.backend,
			parts.local,
			(work) => this.#read(work),
			(work) => this.#save(work)
		);
		this.results = resultStore(
			() => parts.backend.results(),
			(work) => this.#read(work),
			(work) => this.#save(work, SLOW_IMPORT_MS)
		);
		this.backups = backupStore(
			() => parts.backend,
			(items) => this.stageBank(items),
			parts.journal,
			parts.newId,
			(work) => this.#read(work),
			(work) => this.#save(work, SLOW_IMPORT_MS)
		);
		parts.channel?.addEventListener('message', (event: MessageEvent) => {
			const session = appendedTo(event.data);
			if (session !== undefined) this.#changes.tell(session);
		});
	}

	get status(): StorageStatus {
		return this.#parts.status.now;
	}
	onstatus(listener: (status: StorageStatus) => void): () => void {
		return this.#parts.status.changes.add(listener);
	}
	onchange(listener: (session: string) => void): () => void {
		return this.#changes.add(listener);
	}

	append(event: SessionEvent, contents: readonly HashedItem[] = []): Promise<Saved> {
		// One after the other, so that the log keeps the order in which things happened.
		return this.#inTurn(() => this.#append(event, contents));
	}

	events(session: string) {
		return this.#read(() => this.#parts.backend.events(session));
	}
	openSession() {
		return this.#read(() => this.#parts.backend.openSession());
	}
	recent(limit: number) {
		return this.#read(() => this.#parts.backend.recent(limit));
	}
	history(items?: readonly string[]) {
		return this.#read(() => this.#parts.backend.history(items));
	}
	contents(hashes: readonly string[]) {
		return this.#read(() => this.#parts.backend.contents(hashes));
	}
	totals(kind: Parameters<ProgressStore['totals']>[0]) {
		return this.#read(() => this.#parts.backend.totals(kind));
	}
	days(from: string, to: string, topic?: string) {
		return this.#read(() => this.#parts.backend.days(from, to, topic));
	}
	pairs(scope: PairScope) {
		return this.#read(() => this.#parts.backend.pairs(scope));
	}
	answersWith(keyed: string, chosen: string, limit: number) {
		return this.#read(() => this.#parts.backend.answersWith(keyed, chosen, limit));
	}
	misconceptions(limit: number) {
		return this.#read(() => this.#parts.backend.misconceptions(limit));
	}

	dueCount(today: string, cap: number) {
		return this.#read(() => this.#parts.backend.dueCount(today, cap));
	}
	due(today: string, limit: number) {
		return this.#read(() => this.#parts.backend.due(today, limit));
	}
	cards() {
		return this.#read(() => this.#parts.backend.cards());
	}
	ahead(now: number, limit: number) {
		return this.#read(() => this.#parts.backend.ahead(now, limit));
	}
	leaveOut(items: readonly string[]) {
		return this.#read(() => this.#parts.backend.leaveOut(items));
	}

	async installBank({ items, ...head }: CompiledBank) {
		const saved = await installWhole(this.stageBank(items.length), head, items);
		void this.tidyBanks();
		return saved;
	}
	stageBank(items: number): BankStage {
		const save = (work: () => Promise<void>) => this.#save(work);
		return stage({ ...this.#parts, save }, this.#parts.newId(), items);
	}
	async removeBank(id: string) {
		const saved = await this.#save(() => this.#parts.backend.deleteBank(id));
		void this.tidyBanks();
		return saved;
	}
	/** What is not deleted now is deleted the next time. */
	tidyBanks() {
		return tidy(this.#parts).catch(() => undefined);
	}
	installedBriefs() {
		return this.#read(() => this.#parts.backend.installedBriefs());
	}
	readBank(...parameters: Parameters<BankStore['readBank']>) {
		return this.#read(() => this.#parts.backend.readBank(...parameters));
	}
	installedItems(refs: Parameters<BankStore['installedItems']>[0]) {
		return this.#read(() => this.#parts.backend.installedItems(refs));
	}
	itemsAt(...parameters: Parameters<BankStore['itemsAt']>) {
		return this.#read(() => this.#parts.backend.itemsAt(...parameters));
	}
	itemsById(bank: string, ids: readonly string[]) {
		return this.#read(() => this.#parts.backend.itemsById(bank, ids));
	}
	missedItems(bank: string, limit: number) {
		return this.#read(() => this.#parts.backend.missedItems(bank, limit));
	}

	shelf<N extends ShelfName>(name: N): Shelf<Tables[N]> {
		const parts = this.#parts;
		return {
			all: () => this.#read(() => parts.backend.shelfRows(name)),
			get: (id) => this.#read(() => parts.backend.shelfRow(name, id)),
			put: (row) => this.#save(() => parts.backend.putOnShelf(name, row)),
			remove: (id) => this.#save(() => parts.backend.takeOffShelf(name, id))
		};
	}

	/** Waits its turn among the saves, so that it need not begin anew for those of this tab. */
	rebuild() {
		return this.#inTurn(() => this.#read(() => this.#parts.backend.rebuild()));
	}
	buildAnew() {
		return this.#inTurn(this.#parts.buildAnew);
	}

	async erase() {
		const { channel, locks, end } = this.#parts;
		const { eraseAll } = await import('./erase.js');
		await this.#queue;
		const tell = () => channel?.postMessage({ kind: 'erased' });
		tell();
		end();
		const left = await eraseAll(locks);
		// Again, for a window that was opened meanwhile and may have read what is gone now.
		tell();
		return left;
	}

	#inTurn<T>(work: () => Promise<T>): Promise<T> {
		const done = this.#queue.then(work);
		this.#queue = done.catch(() => undefined);
		return done;
	}

	async #append(event: SessionEvent, contents: readonly HashedItem[]): Promise<Saved> {
		// What is stored is exactly what the journal holds, whatever proxies the page works with.
		const record = asJson(event);
		const items = asJson(contents);
		if (record === undefined || items === undefined || !parse(eventSchema, record).ok) {
			return this.#failed(PROBLEMS.damaged);
		}
		const { backend, journal } = this.#parts;
		const saved = await this.#save(async () => {
			const text = encodeLines(record, await this.#unknown(items));
			const journalled = journal.write(record.id, text);
			const committed = backend.commit({ events: [record], contents: items });
			await Promise.all([journalled, committed]);
		});
		if (saved.ok) this.#afterAppend(record);
		return saved;
	}

	/** Items that no session has asked before: the journal, which only grows, holds each once. */
	async #unknown(items: readonly HashedItem[]): Promise<readonly HashedItem[]> {
		if (items.length === 0) return items;
		const known = await this.#parts.backend.known(items.map((one) => one.hash));
		return items.filter((one) => !known.has(one.hash));
	}

	async #save(work: () => Promise<void>, slowMs = SLOW_MS): Promise<Saved> {
		const slow = setTimeout(() => this.#parts.status.setProblem(PROBLEMS.slow), slowMs);
		try {
			await work();
			const { status } = this.#parts;
			status.setProblem(undefined);
			// Old code beside a newer schema keeps answers in memory and journal only.
			const { lasting } = status;
			return lasting?.code === 'newer-version' ? { ok: false, problem: lasting } : { ok: true };
		} catch (error) {
			return this.#failed(problemOf(error));
		} finally {
			clearTimeout(slow);
		}
	}

	#failed(problem: StorageProblem): Saved {
		this.#parts.status.setProblem(problem);
		return { ok: false, problem };
	}

	#afterAppend({ kind, session }: SessionEvent): void {
		const { local, channel } = this.#parts;
		if (kind === 'started') local.set(LOCAL_KEYS.openSession, session);
		else if (kind === 'finished' && local.get(LOCAL_KEYS.openSession) === session) {
			local.remove(LOCAL_KEYS.openSession);
		}
		channel?.postMessage({ kind: 'appended', session });
	}

	async #read<T>(work: () => Promise<T>): Promise<T> {
		try {
			const value = await work();
			const { status } = this.#parts;
			if (status.now.problem === PROBLEMS.lostConnection) status.setProblem(undefined);
			return value;
		} catch (error) {
			const problem = problemOf(error);
			this.#parts.status.setProblem(problem);
			// The window is told and can only be left: there is nothing that who asked could do with an answer, or with a failure.
			if (problem === PROBLEMS.erased) return new Promise<never>(() => undefined);
			throw new StorageFailure(problem, error);
		}
	}
}

/** The value as plain JSON, or undefined where it has no such form. */
function asJson<T>(value: T): T | undefined {
	try {
		return JSON.parse(JSON.stringify(value)) as T;
	} catch {
		return undefined;
	}
}
