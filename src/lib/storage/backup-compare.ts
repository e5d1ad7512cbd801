// Compares a backup with what is here, part by part, and changes nothing.
import type { Chunk } from '$lib/backup/format';
import type { LeftRow } from '$lib/backup/rows';
import type { Comparing, Differences } from '$lib/backup/store';
import type { BankHead } from '$lib/banks/catalogue';
import { answersIn, type SessionEvent } from '$lib/session/events';
import type { Backend } from './backend.js';
import type { BackupPart } from './backup-part.js';
import { DEVICE_SETTINGS, same, sameRow } from './backup-rows.js';

type ChunkOf<K extends Chunk['kind']> = Extract<Chunk, { kind: K }>;

/** Answers that a backup's events hold. */
export const answersOf = (events: readonly SessionEvent[]) =>
	events.reduce((sum, one) => sum + answersIn(one).length + (one.kind === 'round' ? 1 : 0), 0);

/** A comparison that counts. */
export class Comparison implements Comparing {
	#backend: Backend;
	#part: BackupPart;
	#answers = { add: 0, there: 0 };
	#banks = { add: [] as string[], differ: [] as string[], same: 0, left: [] as string[] };
	#settings = { add: 0, differ: 0, same: 0 };
	#rows = { add: 0, differ: 0, same: 0, left: [] as LeftRow[] };
	#total = 0;
	/** Whether the bank that is being read differs in its items from the one installed. */
	#bankDiffers = false;

	constructor(backend: Backend, part: BackupPart) {
		this.#backend = backend;
		this.#part = part;
	}

	async take(chunk: Chunk): Promise<void> {
		switch (chunk.kind) {
			case 'settings':
				return this.#compareSettings(chunk);
			case 'bank-begins':
				this.#bankDiffers = await this.#countDiffers(chunk);
				return;
			case 'items':
				this.#bankDiffers ||= await this.#itemsDiffer(chunk);
				return;
			case 'bank':
				return this.#compareBank(chunk.head);
			case 'bank-left':
				this.#banks.left.push(`${chunk.id}: ${chunk.reason}`);
				return;
			case 'contents': {
				const there = await this.#part.knownContents(chunk.items.map((one) => one.hash));
				this.#total += chunk.items.length - there.size;
				return;
			}
			case 'rows':
				return this.#compareRows(chunk);
			case 'rows-left':
				this.#rows.left.push(...chunk.left);
				return;
			case 'events':
				return this.#compareEvents(chunk);
		}
	}

	end(): Differences {
		const added = this.#banks.add.length + this.#settings.add + this.#rows.add;
		return {
			answers: this.#answers,
			banks: this.#banks,
			settings: this.#settings,
			rows: this.#rows,
			total: this.#total + added
		};
	}

	async #compareSettings({ settings }: ChunkOf<'settings'>): Promise<void> {
		const here = await this.#backend.settings();
		for (const [key, value] of settings) {
			if (DEVICE_SETTINGS.has(key)) continue;
			if (!here.has(key)) this.#settings.add += 1;
			else if (same(here.get(key), value)) this.#settings.same += 1;
			else this.#settings.differ += 1;
		}
	}

	async #countDiffers({ id, items }: ChunkOf<'bank-begins'>): Promise<boolean> {
		const briefs = await this.#backend.installedBriefs();
		const brief = briefs.find((one) => one.id === id);
		if (brief === undefined) return false;
		const kinds = brief.kinds?.reduce((sum, one) => sum + one.count, 0) ?? 0;
		return brief.items.length + kinds !== items;
	}

	async #itemsDiffer({ bank, items }: ChunkOf<'items'>): Promise<boolean> {
		const ids = items.map(([, item]) => item.id);
		const there = await this.#backend.itemsById(bank, ids);
		const hashes = new Set(there.map((one) => one.hash));
		return items.some(([, item]) => !hashes.has(item.hash));
	}

	async #compareBank(head: BankHead): Promise<void> {
		const there = await this.#part.bankRow(head.id);
		if (there === undefined) this.#banks.add.push(head.title);
		else {
			const { set: _set, ...row } = there.row;
			if (this.#bankDiffers || !same(row, head)) this.#banks.differ.push(head.title);
			else this.#banks.same += 1;
		}
	}

	async #compareRows({ table, rows }: ChunkOf<'rows'>): Promise<void> {
		const there = await this.#part.rowsThere(table, rows);
		for (const [index, row] of rows.entries()) {
			const one = there?.[index];
			if (there === undefined) continue;
			if (one === undefined) this.#rows.add += 1;
			else if (sameRow(table, one, row)) this.#rows.same += 1;
			else this.#rows.differ += 1;
		}
	}

	async #compareEvents({ events }: ChunkOf<'events'>): Promise<void> {
		const known = await this.#part.knownEvents(events.map((one) => one.id));
		const fresh = events.filter((one) => !known.has(one.id));
		const add = answersOf(fresh);
		this.#answers.add += add;
		this.#answers.there += answersOf(events) - add;
		this.#total += fresh.length;
	}
}
