// What the tables hold. The shapes are stored: add, never change.
import type { BankBrief, BankHead, HashedItem } from '$lib/banks/catalogue';
import type { ModuleDraft } from '$lib/modules/draft';
import type { Digest } from '$lib/cohort/digest';
import type { PassMarkDraft } from '$lib/cohort/pass-mark-draft';
import type { SetAside } from '$lib/cohort/set-aside';
import type { CohortRow, ImportRow, ReceiptRow } from '$lib/cohort/store';
import type { EducatorKey, KnownEducator, LearnerKey } from '$lib/modules/crypto/keys';
import type { MadeModule, TakenModule } from '$lib/modules/kept';
import type { ItemRecord } from '$lib/progress/item-record';
import type { MisconceptionRecord } from '$lib/progress/misconceptions';
import type { Rollup } from '$lib/progress/rollups';
import type { Card } from '$lib/schedule/cards';
import type { RestoreLog } from './restore-log.js';
import type { Answer, SessionEvent } from '$lib/session/events';
import type { SessionSummary } from '$lib/session/store';

/** One answer of the log as a row of its own. */
export interface AttemptRow extends Answer {
	/** Id of the event that the answer came with. */
	readonly event: string;
	readonly session: string;
	readonly at: number;
	/** The learner's calendar day. */
	readonly day: string;
}

/** A session in brief, with what tells whether the row is up to date. */
export interface SessionRow extends SessionSummary {
	/** 1 while it is not finished: booleans cannot be indexed. */
	readonly open: 0 | 1;
	/** Readable events of the session, and the highest of their ids. */
	readonly events: number;
	readonly last: string;
}

/** An installed bank without its items. */
export interface BankRow extends BankHead {
	/** Names its items in `bankItems`. A bank that is brought in again gets a new one. */
	readonly set: string;
}

/** An item of an installed bank, or of one that is being brought in. */
export interface BankItemRow {
	readonly set: string;
	/** Its place, as `Shelf` gave it. */
	readonly kind: number;
	readonly n: number;
	readonly id: string;
	/** Index in the file. */
	readonly at: number;
	readonly item: HashedItem;
}

export interface SettingRow {
	readonly key: string;
	readonly value: unknown;
}

export interface MetaRow {
	/** `derived`: the `DERIVATION` that everything derived was last rebuilt by; empty where it must be rebuilt. */
	readonly key: 'gen' | 'derived' | 'backedUp' | 'restored';
	readonly value: string;
	/** Of `backedUp`: when the last backup file was made, in ms since 1970, and how many answers are in one. */
	readonly made?: { readonly at: number; readonly answers: number };
	/** Of `restored`: what the last restore did. */
	readonly log?: RestoreLog;
}

/** Rows by table. */
export interface Tables {
	readonly events: SessionEvent;
	readonly attempts: AttemptRow;
	readonly sessions: SessionRow;
	readonly rollups: Rollup;
	readonly items: ItemRecord;
	readonly cards: Card;
	readonly misconceptions: MisconceptionRecord;
	readonly contents: HashedItem;
	readonly banks: BankRow;
	readonly bankBriefs: BankBrief;
	readonly bankItems: BankItemRow;
	readonly moduleDrafts: ModuleDraft;
	readonly receipts: ReceiptRow;
	readonly digests: Digest;
	readonly cohorts: CohortRow;
	readonly setAside: SetAside;
	readonly imports: ImportRow;
	readonly passMarks: PassMarkDraft;
	readonly madeModules: MadeModule;
	readonly takenModules: TakenModule;
	readonly educatorKeys: EducatorKey;
	readonly learnerKeys: LearnerKey;
	readonly knownEducators: KnownEducator;
	readonly settings: SettingRow;
	readonly meta: MetaRow;
}
