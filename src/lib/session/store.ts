// What a session needs of storage. Implemented in `src/lib/storage`.
import type { BankBrief, CompiledBank, HashedItem } from '$lib/banks/catalogue';
import type { SessionEvent, Mode } from './events.js';
import type { History } from './sampling.js';

/** Why something could not be stored or read, in words for the learner. */
export interface StorageProblem {
	readonly code:
		'full' | 'lost-connection' | 'newer-version' | 'lost' | 'unavailable' | 'damaged' | 'unknown';
	readonly happened: string;
	readonly safe: string;
	readonly todo: string;
}

export type Saved =
	{ readonly ok: true } | { readonly ok: false; readonly problem: StorageProblem };

/** A session in brief, for home and results. */
export interface SessionSummary {
	readonly id: string;
	readonly mode: Mode;
	readonly startedAt: number;
	readonly lastAt: number;
	/** Items in the session, and how many have been answered or responded to. */
	readonly count: number;
	readonly answered: number;
	readonly current: number;
	readonly points: number;
	readonly max: number;
	readonly finishedAt: number | undefined;
}

export interface SessionStore {
	/**
	 * The one door. Resolves `ok` only when the event is flushed to the journal *and* committed to the database together
	 * with everything derived from it; then, and not before, the page may say it is saved. Appending an event that is
	 * already there changes nothing. `contents` are the items of a session that starts, kept by hash.
	 */
	append(event: SessionEvent, contents?: readonly HashedItem[]): Promise<Saved>;
	/** Events of a session in order of id; damaged records are left out and counted. */
	events(
		session: string
	): Promise<{ readonly events: readonly SessionEvent[]; readonly damaged: number }>;
	/** The latest session that is not finished. */
	openSession(): Promise<SessionSummary | undefined>;
	/** Latest first. */
	recent(limit: number): Promise<readonly SessionSummary[]>;
	/** What the learner has done with these items, or with all where none are named. */
	history(items?: readonly string[]): Promise<History>;
	/** Items as they were asked, by content hash; hashes that are not there are missing from the map. */
	contents(hashes: readonly string[]): Promise<ReadonlyMap<string, HashedItem>>;
}

/** Banks that the learner has brought in, beside those that come with the app. */
export interface BankStore {
	/** Stores a bank; one with the same id is replaced. Attempts keep the wording they were asked with. */
	installBank(bank: CompiledBank): Promise<Saved>;
	/** Every installed bank in brief, by title. */
	installedBriefs(): Promise<readonly BankBrief[]>;
	/** An installed bank, or undefined where there is none of that id. */
	installedBank(id: string): Promise<CompiledBank | undefined>;
	/** Removes an installed bank; attempts at its items stay. */
	removeBank(id: string): Promise<Saved>;
}
