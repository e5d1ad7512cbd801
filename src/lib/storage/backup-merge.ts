// Compares a backup with what is here, and adds it. Merging is a union: what is there already is left alone, so that restoring
// twice, or from two devices, loses nothing and doubles nothing.
import type { Chunk } from '$lib/backup/format';
import type { Comparing, Differences, Merging, Prefer } from '$lib/backup/store';
import type { BankHead } from '$lib/banks/catalogue';
import { answersIn, type SessionEvent } from '$lib/session/events';
import type { BankStage, BankStore, Saved } from '$lib/session/store';
import type { Backend } from './backend.js';
import type { BackupPart } from './backup-part.js';
import { DEVICE_SETTINGS, same } from './backup-rows.js';
import type { RestoreLog } from './restore-log.js';

export interface MergeParts {
	readonly backend: Backend;
	readonly part: BackupPart;
	/** Runs a save and says how it went. */
	readonly save: (work: () => Promise<void>) => Promise<Saved>;
	readonly stageBank: BankStore['stageBank'];
}

type ChunkOf<K extends Chunk['kind']> = Extract<Chunk, { kind: K }>;

const answersOf = (events: readonly SessionEvent[]) =>
	events.reduce((sum, one) => sum + answersIn(one).length + (one.kind === 'round' ? 1 : 0), 0);

/** A comparison that counts. */
export class Comparison implements Comparing {
	#backend: Backend;
	#part: BackupPart;
	#answers = { add: 0, there: 0 };
	#banks = { add: [] as string[], differ: [] as string[], same: 0, left: [] as string[] };
	#settings = { add: 0, differ: 0, same: 0 };
	#rows = { add: 0, differ: 0, same: 0 };
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
			else if (same(one, row)) this.#rows.same += 1;
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

/** A merge that remembers what it did. */
export class Merge implements Merging {
	#parts: MergeParts;
	#prefer: Prefer;
	#log: RestoreLog;
	#stage: BankStage | undefined;

	constructor(parts: MergeParts, prefer: Prefer, now: number) {
		this.#parts = parts;
		this.#prefer = prefer;
		this.#log = {
			at: now,
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
		await backend.commit({ events: [], contents });
		this.#log.contents.push(...contents.map((one) => one.hash));
	}

	async #rows({ table, rows }: ChunkOf<'rows'>): Promise<void> {
		const { part } = this.#parts;
		const there = await part.rowsThere(table, rows);
		if (there === undefined) return;
		const wanted = rows.filter((row, index) => {
			const one = there[index];
			return one === undefined || (this.#prefer === 'backup' && !same(one, row));
		});
		if (wanted.length > 0) this.#log.rows.push(...(await part.putRows(table, wanted)));
	}

	async #events({ events }: ChunkOf<'events'>): Promise<void> {
		const { backend, part } = this.#parts;
		const known = await part.knownEvents(events.map((one) => one.id));
		const fresh = events.filter((one) => !known.has(one.id));
		if (fresh.length === 0) return;
		await backend.commit({ events: fresh, contents: [] });
		this.#log.events.push(...fresh.map((one) => one.id));
		this.#log.answers += answersOf(fresh);
	}
}
