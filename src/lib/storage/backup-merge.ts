// Adds a backup to what is here. Merging is a union: what is there already is left alone, so that restoring twice, or from two
// devices, loses nothing and doubles nothing.
import type { Chunk } from '$lib/backup/format';
import type { Merging, Prefer } from '$lib/backup/store';
import type { BankHead, HashedItem } from '$lib/banks/catalogue';
import type { SessionEvent } from '$lib/session/events';
import type { BankStage, BankStore, Saved } from '$lib/session/store';
import type { Backend } from './backend.js';
import { answersOf } from './backup-compare.js';
import type { BackupPart } from './backup-part.js';
import { DEVICE_SETTINGS, same, sameRow } from './backup-rows.js';
import { encodeAll } from './journal-lines.js';
import type { RestoreLog } from './restore-log.js';

export interface MergeParts {
	readonly backend: Backend;
	readonly part: BackupPart;
	/** Runs a save and says how it went. */
	readonly save: (work: () => Promise<void>) => Promise<Saved>;
	readonly stageBank: BankStore['stageBank'];
	/** Keeps the lines of events in the journal, under the name of this restore; false where it cannot. */
	readonly keep: (restore: string, text: string) => Promise<boolean>;
	/** Name of this restore; never used before. */
	readonly name: string;
}

type ChunkOf<K extends Chunk['kind']> = Extract<Chunk, { kind: K }>;

/** A merge that remembers what it did. */
export class Merge implements Merging {
	#parts: MergeParts;
	#prefer: Prefer;
	#log: RestoreLog;
	#stage: BankStage | undefined;
	copied = true;

	constructor(parts: MergeParts, prefer: Prefer, now: number) {
		this.#parts = parts;
		this.#prefer = prefer;
		this.#log = {
			at: now,
			journal: parts.name,
			events: [],
			answers: 0,
			contents: [],
			settings: [],
			banks: [],
			rows: []
		};
	}

	async take(chunk: Chunk): Promise<Saved> {
		switch (chunk.kind) {
			case 'settings':
				return this.#parts.save(() => this.#settings(chunk));
			case 'bank-begins':
				return this.#begin(chunk);
			case 'items':
				return (await this.#stage?.add(chunk.items)) ?? { ok: true };
			case 'bank':
				return this.#bank(chunk.head);
			case 'bank-left':
				await this.#drop();
				return { ok: true };
			case 'contents':
				return this.#parts.save(() => this.#contents(chunk));
			case 'rows':
				return this.#parts.save(() => this.#rows(chunk));
			case 'rows-left':
				return { ok: true };
			case 'events':
				return this.#parts.save(() => this.#events(chunk));
		}
	}

	end(): Promise<Saved> {
		return this.#parts.save(() => this.#parts.part.keepLog(this.#log));
	}

	async giveUp(): Promise<void> {
		await this.#drop();
		await this.end();
	}

	async #settings({ settings }: ChunkOf<'settings'>): Promise<void> {
		const { backend } = this.#parts;
		const here = await backend.settings();
		const change = settings.filter(
			([key, value]) =>
				!DEVICE_SETTINGS.has(key) &&
				(!here.has(key) || (this.#prefer === 'backup' && !same(here.get(key), value)))
		);
		if (change.length === 0) return;
		await backend.changeSettings(new Map(change));
		for (const [key] of change)
			this.#log.settings.push({ key, ...(here.has(key) && { before: here.get(key) }) });
	}

	async #begin({ id, items }: ChunkOf<'bank-begins'>): Promise<Saved> {
		await this.#drop();
		const there = await this.#parts.part.bankRow(id);
		if (there === undefined || this.#prefer === 'backup')
			this.#stage = this.#parts.stageBank(items);
		return { ok: true };
	}

	async #bank(head: BankHead): Promise<Saved> {
		if (this.#stage === undefined) return { ok: true };
		const before = await this.#parts.part.bankRow(head.id);
		const saved = await this.#stage.install(head);
		if (saved.ok) {
			this.#log.banks.push({ id: head.id, ...before });
			this.#stage = undefined;
		}
		return saved;
	}

	async #drop(): Promise<void> {
		await this.#stage?.discard().catch(() => undefined);
		this.#stage = undefined;
	}

	async #contents({ items }: ChunkOf<'contents'>): Promise<void> {
		const { backend, part } = this.#parts;
		const known = await part.knownContents(items.map((one) => one.hash));
		const contents = items.filter((one) => !known.has(one.hash));
		if (contents.length === 0) return;
		await Promise.all([this.#keep([], contents), backend.commit({ events: [], contents })]);
		this.#log.contents.push(...contents.map((one) => one.hash));
	}

	async #rows({ table, rows }: ChunkOf<'rows'>): Promise<void> {
		const { part } = this.#parts;
		const there = await part.rowsThere(table, rows);
		if (there === undefined) return;
		const wanted = rows.filter((row, index) => {
			const one = there[index];
			return one === undefined || (this.#prefer === 'backup' && !sameRow(table, one, row));
		});
		if (wanted.length > 0) this.#log.rows.push(...(await part.putRows(table, wanted)));
	}

	async #events({ events }: ChunkOf<'events'>): Promise<void> {
		const { backend, part } = this.#parts;
		const known = await part.knownEvents(events.map((one) => one.id));
		const fresh = events.filter((one) => !known.has(one.id));
		if (fresh.length === 0) return;
		// As for an answer that is given here: it is restored once it is in both copies.
		await Promise.all([this.#keep(fresh, []), backend.commit({ events: fresh, contents: [] })]);
		this.#log.events.push(...fresh.map((one) => one.id));
		this.#log.answers += answersOf(fresh);
	}

	async #keep(events: readonly SessionEvent[], contents: readonly HashedItem[]): Promise<void> {
		const kept = await this.#parts.keep(this.#parts.name, encodeAll(events, contents));
		this.copied &&= kept;
	}
}
