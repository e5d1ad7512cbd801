// The lines of a backup: JSON, one value a line, packed with gzip. docs/backup-format.md says it in words.
import * as v from 'valibot';
import type { BankHead, HashedItem } from '$lib/banks/catalogue';
import { canonicalJson } from '$lib/banks/canonical';
import type { NumberedItem } from '$lib/banks/read-bank';
import type { BaseItem } from '$lib/items/contract';
import type { SessionEvent } from '$lib/session/events';
import type { LeftRow } from './rows.js';

export const BACKUP_FORMAT = 'milium-backup/1';

/** What a line after the first can be. */
export type Line =
	| { readonly kind: 'setting'; readonly key: string; readonly value: unknown }
	/** An installed bank; its items follow, as its file holds them. */
	| { readonly kind: 'bank'; readonly head: BankHead }
	/** `at`: its index in the bank's file. */
	| { readonly kind: 'item'; readonly at: number; readonly item: BaseItem }
	/** A question with the wording it was asked in. */
	| { readonly kind: 'content'; readonly item: HashedItem }
	/** A row of a table that has no kind of its own: modules, receipts. */
	| { readonly kind: 'row'; readonly table: string; readonly row: object }
	| { readonly kind: 'event'; readonly event: SessionEvent }
	/** The last line; `lines`: how many there are between the first and this one. */
	| { readonly kind: 'end'; readonly lines: number };

/** The first line. Nothing else in a backup depends on when it was made. */
export interface Header {
	readonly format: typeof BACKUP_FORMAT;
	/** When it was made, `2026-11-22T04:00:00.000Z`. */
	readonly at: string;
}

export const headerLine = (at: string): string =>
	`${JSON.stringify({ format: BACKUP_FORMAT, at } satisfies Header)}\n`;

/** Lines as text: keys in one order, so that equal states give equal bytes. */
export const encode = (lines: readonly Line[]): string =>
	lines.map((line) => `${canonicalJson(line)}\n`).join('');

export const headerSchema = v.object({
	format: v.string(),
	at: v.pipe(v.string(), v.isoTimestamp())
});

const name = v.pipe(v.string(), v.minLength(1), v.maxLength(80));

/** Lines as they come from outside; what is in them is looked at kind by kind. */
export const lineSchema = v.variant('kind', [
	v.object({ kind: v.literal('setting'), key: name, value: v.unknown() }),
	v.object({ kind: v.literal('bank'), head: v.looseObject({ id: name }) }),
	v.object({
		kind: v.literal('item'),
		at: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000)),
		item: v.looseObject({})
	}),
	v.object({ kind: v.literal('content'), item: v.looseObject({ hash: name }) }),
	v.object({ kind: v.literal('row'), table: name, row: v.looseObject({}) }),
	v.object({ kind: v.literal('event'), event: v.looseObject({ id: name }) }),
	v.object({ kind: v.literal('end'), lines: v.pipe(v.number(), v.integer()) })
]);

/** Why a file cannot be restored from. */
export interface Refusal {
	readonly code: 'foreign' | 'bank' | 'newer' | 'damaged' | 'large' | 'passphrase' | 'time';
	/** What is wrong with it, for a person. */
	readonly says: string;
}

/** A part of a backup that was read and found sound. */
export type Chunk =
	| { readonly kind: 'settings'; readonly settings: readonly (readonly [string, unknown])[] }
	/** A bank begins: its items come next, then its head, or that it was left out. */
	| { readonly kind: 'bank-begins'; readonly id: string; readonly items: number }
	| { readonly kind: 'items'; readonly bank: string; readonly items: readonly NumberedItem[] }
	| { readonly kind: 'bank'; readonly head: BankHead }
	| { readonly kind: 'bank-left'; readonly id: string; readonly reason: string }
	| { readonly kind: 'contents'; readonly items: readonly HashedItem[] }
	| { readonly kind: 'rows'; readonly table: string; readonly rows: readonly object[] }
	/** Rows that are not sound, or of a kind that is not known here. */
	| { readonly kind: 'rows-left'; readonly left: readonly LeftRow[] }
	| { readonly kind: 'events'; readonly events: readonly SessionEvent[] };

/** What reading a backup tells on its way; the last thing told is `done` or `refused`. */
export type Reading =
	| { readonly kind: 'begins'; readonly at: string }
	| { readonly kind: 'chunk'; readonly chunk: Chunk }
	| { readonly kind: 'refused'; readonly refusal: Refusal }
	/** `left`: records and questions that this version cannot read. */
	| { readonly kind: 'done'; readonly left: number };
