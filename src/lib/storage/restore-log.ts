// What a restore did, kept so that it can be taken back.
import type { BankBrief } from '$lib/banks/catalogue';
import type { BankRow } from './rows.js';

/** A row of a table, and what stood in its place; absent where nothing did. */
export interface RowBefore {
	readonly table: string;
	readonly key: string;
	readonly before?: object;
}

/** What a restore did: enough to take it back. */
export interface RestoreLog {
	readonly at: number;
	/** Name under which the journal keeps what was added; absent in a log of an older version. */
	readonly journal?: string;
	events: string[];
	answers: number;
	contents: string[];
	settings: { readonly key: string; readonly before?: unknown }[];
	banks: { readonly id: string; readonly row?: BankRow; readonly brief?: BankBrief }[];
	rows: RowBefore[];
}
