// From the bytes of a file to its text: looked at first, unpacked under a budget of bytes produced, and never held whole.
import { Unzip, UnzipInflate, type UnzipFile } from 'fflate';
import { fault, type Fault } from '$lib/validation/fault';

/** Larger files are refused before they are read, and text beyond this is not unpacked whatever a header says. */
export const LARGEST_FILE = 150_000_000;
/** Entries of a zip that are looked at. */
const MOST_ENTRIES = 2000;
/** Bytes handed to the unpacker at a time: at worst a thousand times as many come out. */
const PORTION = 16_384;

/** A file that cannot be read, with the reason. */
export class Refused extends Error {
	override readonly name = 'Refused';
	readonly fault: Fault;

	constructor(value: string, expected: string) {
		super(`${value}, expected ${expected}`);
		this.fault = { ...fault([], undefined, expected, 'file.read'), value };
	}
}

const megabytes = (bytes: number) => `${Math.ceil(bytes / 1_000_000)} MB`;

const tooLarge = (value: string) => new Refused(value, `at most ${megabytes(LARGEST_FILE)}`);

/** How the bytes of a file are packed, by its first bytes. */
export async function packingOf(file: Blob): Promise<'none' | 'gzip' | 'zip'> {
	const [a, b, c, d] = new Uint8Array(await file.slice(0, 4).arrayBuffer());
	if (a === 0x1f && b === 0x8b) return 'gzip';
	if (a === 0x50 && b === 0x4b && c === 3 && d === 4) return 'zip';
	return 'none';
}

/** The text of a file, of a gzip or of the one JSON file in a zip, part by part. Throws `Refused`. */
export async function* textOf(file: Blob, budget = LARGEST_FILE): AsyncGenerator<string> {
	if (file.size > budget) throw tooLarge(megabytes(file.size));
	const decoder = new TextDecoder('utf-8', { fatal: true });
	const decode = (bytes?: Uint8Array) => {
		try {
			return decoder.decode(bytes, { stream: bytes !== undefined });
		} catch {
			throw new Refused('bytes that are no text', 'a text file in UTF-8');
		}
	};
	let produced = 0;
	for await (const bytes of bytesOf(file, await packingOf(file))) {
		produced += bytes.length;
		if (produced > budget) throw tooLarge(`more than ${megabytes(budget)} once unpacked`);
		yield decode(bytes);
	}
	yield decode();
}

function bytesOf(file: Blob, packing: 'none' | 'gzip' | 'zip'): AsyncGenerator<Uint8Array> {
	if (packing === 'zip') return unzipped(file);
	if (packing === 'none') return chunksOf(file.stream());
	return damagedAsRefused(gunzipped(file), 'a gzip file that is damaged');
}

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
	const reader = stream.getReader();
	try {
		for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
	} finally {
		await reader.cancel().catch(() => undefined);
	}
}

/**
 * The unpacker is not canceled by who stops early, it is given no more and left: Node's hands on what it has unpacked by then all the
 * same, and throws where nobody can catch it (`Controller is already closed`).
 */
async function* gunzipped(file: Blob): AsyncGenerator<Uint8Array> {
	const stop = new AbortController();
	const unpacker = new DecompressionStream('gzip');
	const feeding = { signal: stop.signal, preventAbort: true };
	const reader = file.stream().pipeThrough(unpacker, feeding).getReader();
	try {
		for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
	} finally {
		stop.abort();
	}
}

async function* damagedAsRefused(
	bytes: AsyncGenerator<Uint8Array>,
	what: string
): AsyncGenerator<Uint8Array> {
	try {
		yield* bytes;
	} catch (error) {
		if (error instanceof Refused) throw error;
		throw new Refused(what, 'a whole file');
	}
}

/** The bytes of the one JSON file in a zip. */
async function* unzipped(file: Blob): AsyncGenerator<Uint8Array> {
	const out: Uint8Array[] = [];
	let entries = 0;
	let found = 0;
	let failed: unknown;
	const unzip = new Unzip((entry: UnzipFile) => {
		entries += 1;
		if (!isBank(entry.name)) return;
		found += 1;
		if (found > 1) return;
		entry.ondata = (error, bytes) => {
			if (error !== null) failed = error;
			else out.push(bytes);
		};
		entry.start();
	});
	unzip.register(UnzipInflate);
	for await (const chunk of chunksOf(file.stream())) {
		for (let at = 0; at < chunk.length; at += PORTION) {
			try {
				unzip.push(chunk.subarray(at, at + PORTION));
			} catch (error) {
				failed = error;
			}
			if (failed !== undefined) throw new Refused('a zip file that is damaged', 'a whole file');
			if (entries > MOST_ENTRIES)
				throw new Refused(`more than ${MOST_ENTRIES} files in a zip`, 'a zip with one bank');
			if (found > 1) throw new Refused('several JSON files in a zip', 'a zip with one bank');
			yield* out.splice(0);
		}
	}
	if (found === 0) throw new Refused('a zip without a JSON file', 'a zip with one bank');
}

const isBank = (name: string) => name.endsWith('.json') && !name.startsWith('__MACOSX/');
