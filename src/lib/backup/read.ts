// Reads a backup from bytes that anybody may have made: looked at first, unpacked under a budget, split into lines that are
// neither too long nor too deep, each read by a schema. Banks go through the same checks as a bank that is brought in.
import type { BankHead } from '$lib/banks/catalogue';
import { canonicalJson } from '$lib/banks/canonical';
import { readBank } from '$lib/banks/read-bank';
import { LARGEST_FILE, packingOf, Refused, textOf } from '$lib/intake/unpack';
import { eventSchema } from '$lib/session/event-schema';
import type { SessionEvent } from '$lib/session/events';
import { sentence } from '$lib/validation/fault';
import { parse } from '$lib/validation/parse';
import type * as v from 'valibot';
import {
	BACKUP_FORMAT,
	headerSchema,
	lineSchema,
	type Chunk,
	type Reading,
	type Refusal
} from './format.js';
import { frozenItem } from './frozen.js';
import { Lines, NotWhole } from './lines.js';
import { unseal } from './pack.js';
import { leftOut, type LeftRow } from './rows.js';
import { isSealed } from './sealed.js';

export interface Source {
	readonly file: Blob;
	readonly passphrase?: string;
	readonly sha256: (bytes: Uint8Array) => Promise<Uint8Array>;
}

/** Records handed on at a time. */
const BATCH = 500;

type AnyLine = v.InferOutput<typeof lineSchema>;
type LineOf<K extends AnyLine['kind']> = Extract<AnyLine, { kind: K }>;

/** Reads a backup. Rejects only on a bug. */
export async function* readBackup(source: Source): AsyncGenerator<Reading> {
	try {
		const packed = await opened(source);
		if ('says' in packed) yield { kind: 'refused', refusal: packed };
		else yield* readPlain(packed, source.sha256);
	} catch (error) {
		if (error instanceof Refused) {
			const large = error.fault.expected.startsWith('at most');
			yield refused(large ? 'large' : 'damaged', `The file cannot be read: ${error.message}.`);
		} else if (error instanceof NotWhole) yield refused('damaged', error.message);
		else throw error;
	}
}

const refused = (code: Refusal['code'], says: string): Reading => ({
	kind: 'refused',
	refusal: { code, says }
});

async function opened({ file, passphrase }: Source): Promise<Blob | Refusal> {
	if (!(await isSealed(file))) return file;
	if (file.size > LARGEST_FILE)
		return { code: 'large', says: 'The file is too large to be a backup of Milium.' };
	const damaged: Refusal = {
		code: 'damaged',
		says: 'The file looks encrypted, but it is damaged or not from Milium.'
	};
	const packed = await unseal((await file.text()).trim(), passphrase ?? '').catch(() => damaged);
	return packed ?? { code: 'passphrase', says: 'The passphrase does not open this backup.' };
}

async function* readPlain(file: Blob, sha256: Source['sha256']): AsyncGenerator<Reading> {
	const foreign = 'This file is not a backup of Milium.';
	if ((await packingOf(file)) === 'none' && !(await file.slice(0, 1).text()).startsWith('{')) {
		yield refused('foreign', foreign);
		return;
	}
	const lines = new Lines(textOf(file));
	const first = await lines.next();
	const header = first === undefined ? undefined : parse(headerSchema, first.value);
	const format =
		typeof first?.value === 'object' ? Reflect.get(first.value ?? {}, 'format') : undefined;
	if (header?.ok !== true || format !== BACKUP_FORMAT) {
		yield wrongFormat(format) ?? refused('foreign', foreign);
		return;
	}
	yield { kind: 'begins', at: header.value.at };
	yield* new BackupReader(lines, sha256).read();
}

function wrongFormat(format: unknown): Reading | undefined {
	if (typeof format !== 'string') return undefined;
	if (format.startsWith('milium-bank/'))
		return refused(
			'bank',
			'This file is a bank of questions, not a backup. Bring it in under Banks.'
		);
	if (format.startsWith('milium-backup/'))
		return refused(
			'newer',
			'This backup was made by a newer version of Milium. Update Milium, then restore it.'
		);
	return undefined;
}

/** Reads the lines after the first. */
class BackupReader {
	#lines: Lines;
	#sha256: Source['sha256'];
	#count = 0;
	#left = 0;

	constructor(lines: Lines, sha256: Source['sha256']) {
		this.#lines = lines;
		this.#sha256 = sha256;
	}

	async *read(): AsyncGenerator<Reading> {
		let line = await this.#next();
		while (line.kind !== 'end') {
			if (line.kind === 'bank') line = yield* this.#bank(line);
			else if (line.kind === 'item')
				throw new NotWhole(`The file is damaged: a question without its bank.`);
			else line = yield* this.#batch(line);
		}
		if (line.lines !== this.#count)
			throw new NotWhole('The file is damaged: some of its lines are missing.');
		// To the very end: only there does the checksum of the packing tell whether every byte is the one that was written.
		if ((await this.#lines.next()) !== undefined)
			throw new NotWhole('The file is damaged: something follows its end.');
		yield { kind: 'done', left: this.#left };
	}

	/** The next line; the end counts no line. */
	async #next(): Promise<AnyLine> {
		const next = await this.#lines.next();
		if (next === undefined) throw new NotWhole('The file is not complete: its end is missing.');
		const read = parse(lineSchema, next.value);
		if (!read.ok) throw new NotWhole(`The file is damaged at line ${next.number}.`);
		if (read.value.kind !== 'end') this.#count += 1;
		// As it stands in the file, so that fields of newer code survive.
		return { ...read.value, ...(next.value as object) } as AnyLine;
	}

	/** Lines of one kind that follow one another, some at a time. */
	async *#batch(first: AnyLine): AsyncGenerator<Reading, AnyLine> {
		const batch = [first];
		let line = await this.#next();
		const table = tableOf(first);
		while (line.kind === first.kind && tableOf(line) === table && batch.length < BATCH) {
			batch.push(line);
			line = await this.#next();
		}
		if (first.kind === 'row') yield* this.#rows(first.table, batch as readonly LineOf<'row'>[]);
		else yield { kind: 'chunk', chunk: await this.#chunkOf(batch) };
		return line;
	}

	async *#rows(table: string, lines: readonly LineOf<'row'>[]): AsyncGenerator<Reading> {
		const rows: object[] = [];
		const left: LeftRow[] = [];
		for (const { row } of lines) {
			const found = await leftOut(table, row, this.#sha256);
			if (found === undefined) rows.push(row);
			else left.push(found);
		}
		if (rows.length > 0) yield { kind: 'chunk', chunk: { kind: 'rows', table, rows } };
		if (left.length > 0) yield { kind: 'chunk', chunk: { kind: 'rows-left', left } };
	}

	async #chunkOf(batch: readonly AnyLine[]): Promise<Chunk> {
		const first = batch[0];
		if (first?.kind === 'setting') {
			const settings = (batch as readonly LineOf<'setting'>[]).map(
				({ key, value }) => [key, value] as const
			);
			return { kind: 'settings', settings };
		}
		if (first?.kind === 'event') {
			const all = (batch as readonly LineOf<'event'>[]).map((one) => one.event);
			const events = all.filter((one) => parse(eventSchema, one).ok) as unknown as SessionEvent[];
			this.#left += all.length - events.length;
			return { kind: 'events', events };
		}
		const raw = (batch as readonly LineOf<'content'>[]).map((one) => one.item);
		const items = await Promise.all(raw.map((one) => frozenItem(one, this.#sha256)));
		const sound = items.filter((one) => one !== undefined);
		this.#left += items.length - sound.length;
		return { kind: 'contents', items: sound };
	}

	async *#bank({ head }: LineOf<'bank'>): AsyncGenerator<Reading, AnyLine> {
		const texts: string[] = [];
		const places: number[] = [];
		let line = await this.#next();
		for (; line.kind === 'item'; line = await this.#next()) {
			texts.push(canonicalJson(line.item));
			places.push(line.at);
		}
		const { id } = head;
		yield { kind: 'chunk', chunk: { kind: 'bank-begins', id, items: texts.length } };
		const text = () => bankText(head, texts);
		for await (const told of readBank({ text, sha256: this.#sha256 })) {
			if (told.kind === 'items') {
				const items = told.items.map(([at, item]) => [places[at] ?? at, item] as const);
				yield { kind: 'chunk', chunk: { kind: 'items', bank: id, items } };
			} else if (told.kind === 'sound') {
				yield { kind: 'chunk', chunk: { kind: 'bank', head: told.head as BankHead } };
			} else if (told.kind === 'faulty') {
				const reason = told.faults[0] === undefined ? '' : sentence(told.faults[0]);
				yield { kind: 'chunk', chunk: { kind: 'bank-left', id, reason } };
			}
		}
		return line;
	}
}

const tableOf = (line: AnyLine) => (line.kind === 'row' ? line.table : '');

/** The bank as its file has it, part by part. */
async function* bankText(head: object, items: readonly string[]): AsyncGenerator<string> {
	yield `${JSON.stringify(head).slice(0, -1)},"items":[`;
	for (const [at, item] of items.entries()) yield at === 0 ? item : `,${item}`;
	yield ']}';
}
