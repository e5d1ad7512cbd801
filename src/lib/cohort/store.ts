// What results need of storage. Implemented in `src/lib/storage`.
import type { HashedItem } from '$lib/banks/catalogue';
import type { Saved } from '$lib/session/store';
import type { Digest } from './digest.js';
import type { SetAside } from './set-aside.js';
import type { Summary } from './summary.js';
import type { Terms } from './terms.js';

/** A receipt as it was opened: what was signed, word for word, so that it can be scored anew at any time. */
export interface ReceiptRow {
	/** Hash of what was signed. */
	readonly id: string;
	readonly module: string;
	/** The import that it came with. */
	readonly import: string;
	/** When it was imported, milliseconds since 1970. */
	readonly received: number;
	readonly signed: string;
}

/** A module with results: its terms and the summary of its receipts, so that a page reads one row. */
export interface CohortRow {
	readonly module: string;
	readonly terms: Terms;
	readonly summary: Summary;
	/** Names or codes of those from whom a receipt is expected, as the educator listed them. */
	readonly expected: readonly string[];
	/** When a receipt last came or went, milliseconds since 1970. */
	readonly changed: number;
}

/** One import: what can be undone as a whole. */
export interface ImportRow {
	readonly id: string;
	readonly at: number;
	readonly added: number;
	readonly setAside: number;
	/** What had been set aside before and was dealt with; it comes back when the import is undone. */
	readonly settled?: readonly SetAside[] | undefined;
}

/** Everything that one import adds, stored all or nothing. */
export interface ImportBatch {
	readonly record: ImportRow;
	readonly receipts: readonly ReceiptRow[];
	readonly digests: readonly Digest[];
	readonly setAside: readonly SetAside[];
	/** The modules of the receipts. */
	readonly terms: readonly Terms[];
	/** The items of these modules with their keys, kept by hash. */
	readonly items: readonly HashedItem[];
	/** Receipts set aside before that are dealt with now. */
	readonly settled: readonly string[];
}

export interface ResultStore {
	/** Every module with results or with receipts expected, latest change first. */
	cohorts(): Promise<readonly CohortRow[]>;
	cohort(module: string): Promise<CohortRow | undefined>;
	receipt(id: string): Promise<ReceiptRow | undefined>;
	/** All receipts of a module, handed out some at a time. */
	readReceipts(module: string, take: (rows: readonly ReceiptRow[]) => void): Promise<void>;
	/** The digests of a module: what is needed to judge further receipts for it, and for statistics over attempts. */
	digests(module: string): Promise<readonly Digest[]>;
	/** What was set aside, latest first. */
	setAside(): Promise<readonly SetAside[]>;
	/** Latest first. */
	imports(): Promise<readonly ImportRow[]>;
	/** Stores an import in one transaction, with everything derived from it. */
	commitImport(batch: ImportBatch): Promise<Saved>;
	/** Takes an import back: its receipts, what it set aside, and everything derived. `now` in milliseconds since 1970. */
	undoImport(id: string, now: number): Promise<Saved>;
	/** Deletes something set aside. */
	discard(id: string): Promise<Saved>;
	/** Notes from whom receipts are expected. */
	expect(terms: Terms, expected: readonly string[], now: number): Promise<Saved>;
}
