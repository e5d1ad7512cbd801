// The state of storage, for a banner that is shown while it is true.
import type { StorageProblem } from '$lib/session/store';
import type { JournalKind } from './journal.js';

export interface StorageStatus {
	/** `memory`: the browser gives no database, and answers are gone when the window is closed. */
	readonly mode: 'database' | 'memory';
	/** Where the second copy of every answer goes. */
	readonly journal: JournalKind;
	/** Answers that were brought back from the journal. */
	readonly restored: number;
	/** Journal lines that could not be read: as a rule one that a crash cut short. */
	readonly damaged: number;
	/** Texts of the journal that could not be opened, where there are such; they are tried again at the next start. */
	readonly unread?: number;
	/** The database came back empty: what the journal does not hold, such as banks, is in snapshots only. */
	readonly lost?: true;
	/** The database cannot be read, and may be built anew from the journal. */
	readonly unreadable?: boolean;
	/** There is something to tell beside a problem: what was brought back, or what can be done. */
	readonly notice?: true;
	readonly problem?: StorageProblem;
}

/** Listeners that can be taken off again. */
export class Listeners<T> {
	#all = new Set<(value: T) => void>();

	/** Adds a listener; the result takes it off. */
	add(listener: (value: T) => void): () => void {
		this.#all.add(listener);
		return () => this.#all.delete(listener);
	}

	/** A listener that throws is reported and holds up nothing. */
	tell(value: T): void {
		for (const one of this.#all) {
			try {
				one(value);
			} catch (error) {
				reportError(error);
			}
		}
	}
}

/** Holds the status and tells of its changes. */
export class StatusHolder {
	#now: StorageStatus = { mode: 'database', journal: 'none', restored: 0, damaged: 0 };
	#lasting: StorageProblem | undefined;
	readonly changes = new Listeners<StorageStatus>();

	get now(): StorageStatus {
		return this.#now;
	}

	set(change: Partial<Omit<StorageStatus, 'problem' | 'notice'>>): void {
		this.#put({ ...this.#now, ...change });
	}

	/** A problem that stays until the page is reloaded, whatever is saved meanwhile. */
	get lasting(): StorageProblem | undefined {
		return this.#lasting;
	}

	setLasting(problem: StorageProblem): void {
		this.#lasting = problem;
		this.setProblem(problem);
	}

	/** A lasting problem has an end after all. */
	settle(problem: StorageProblem): void {
		if (this.#lasting === problem) this.#lasting = undefined;
		this.setProblem(undefined);
	}

	/** The problem of the moment. Without one, the lasting problem shows, if there is one. */
	setProblem(problem: StorageProblem | undefined): void {
		const shown = problem ?? this.#lasting;
		if (shown === this.#now.problem) return;
		const { problem: _problem, ...rest } = this.#now;
		this.#put(shown === undefined ? rest : { ...rest, problem: shown });
	}

	#put({ notice: _notice, ...next }: StorageStatus): void {
		const notice = next.restored > 0 || next.unreadable === true;
		this.#now = notice ? { ...next, notice } : next;
		this.changes.tell(this.#now);
	}
}
