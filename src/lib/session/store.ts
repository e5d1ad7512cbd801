// What a session needs of storage. Implemented in `src/lib/storage`.
import type { ItemRef } from '$lib/banks/bank';
import type { BankBrief, BankHead, CompiledBank, HashedItem } from '$lib/banks/catalogue';
import type { NumberedItem } from '$lib/banks/read-bank';
import type { Place } from '$lib/banks/shelf';
import type { SessionEvent, Mode } from './events.js';
import type { History } from './sampling.js';

/** Why something could not be stored or read, in words for the learner. */
export interface StorageProblem {
	readonly code:
		| 'full'
		| 'lost-connection'
		| 'newer-version'
		| 'lost'
		| 'unavailable'
		| 'erased'
		| 'damaged'
		| 'unknown';
	readonly happened: string;
	readonly safe: string;
	readonly next: string;
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

/** Items of a bank on their way in. No page sees any of it before `install`, and `discard` leaves nothing behind. */
export interface BankStage {
	/** Stores items of the bank, a few hundred at a time and in any order. */
	add(items: readonly NumberedItem[]): Promise<Saved>;
	/** Makes what was added a bank, in one step; one with the same id is replaced. */
	install(head: BankHead): Promise<Saved>;
	discard(): Promise<void>;
}

/** Banks that the learner has brought in, beside those that come with the app. */
export interface BankStore {
	/** Stores a bank; one with the same id is replaced. Attempts keep the wording they were asked with. */
	installBank(bank: CompiledBank): Promise<Saved>;
	/** Begins to bring in a bank of so many items. */
	stageBank(items: number): BankStage;
	/** Every installed bank in brief, by title. */
	installedBriefs(): Promise<readonly BankBrief[]>;
	/**
	 * Hands out the items of an installed bank, some at a time and in no order, each with its index in the file. Gives the
	 * bank without them, or undefined where there is none of that id.
	 */
	readBank(
		id: string,
		take: (items: readonly NumberedItem[]) => void
	): Promise<BankHead | undefined>;
	/** Items of installed banks with the wording that is named; the others are missing from the list. */
	installedItems(refs: readonly ItemRef[]): Promise<readonly HashedItem[]>;
	/** The items at these places of an installed bank, as far as they are there. */
	itemsAt(bank: string, places: readonly Place[]): Promise<readonly HashedItem[]>;
	/** Items of an installed bank by id, in their present wording; ids that it does not hold are missing from the list. */
	itemsById(bank: string, ids: readonly string[]): Promise<readonly HashedItem[]>;
	/** Items of an installed bank whose last answer did not earn full points, up to `limit`. */
	missedItems(bank: string, limit: number): Promise<readonly HashedItem[]>;
	/** Removes an installed bank; attempts at its items stay. */
	removeBank(id: string): Promise<Saved>;
	/** Deletes what imports that were broken off, and banks that were removed, have left on the disk. */
	tidyBanks(): Promise<void>;
}
