// The journal's files, as the worker keeps them: one a tab, appended to and flushed, and archive segments into which the files of
// closed tabs go. Written against the few methods it uses, so that it can be tested without a browser.

/** A `FileSystemSyncAccessHandle`; older Safari answers with promises. */
export interface SyncHandle {
	getSize(): number | Promise<number>;
	read(into: Uint8Array, options: { at: number }): number;
	write(from: Uint8Array, options: { at: number }): number;
	flush(): void | Promise<void>;
	close(): void | Promise<void>;
}
export interface FileHandle {
	createSyncAccessHandle(): Promise<SyncHandle>;
	getFile(): Promise<{
		readonly size: number;
		readonly lastModified: number;
		text(): Promise<string>;
	}>;
}
export interface Directory {
	getFileHandle(name: string, options?: { create?: boolean }): Promise<FileHandle>;
	removeEntry(name: string): Promise<void>;
	keys(): AsyncIterable<string>;
}

/** A file of the journal. `name` is that of the tab or of the archive segment. */
export interface JournalFile {
	readonly name: string;
	readonly archive: boolean;
	readonly size: number;
	readonly modified: number;
}

const SUFFIX = '.ndjson';
const ARCHIVE = /^archive-(\d+)$/;
/** What came with a restore, in files of its own, so that undoing it takes them away whole. Read like the archive. */
const RESTORED = 'restored-';
/** Segments are read whole when a database is restored; this keeps that to a few megabytes at a time. */
const SEGMENT_BYTES = 2 * 1024 * 1024;
const NEWLINE = 10;

/** The tab's own file; `part` counts how often it had to be made. */
interface OwnFile {
	readonly name: string;
	readonly file: string;
	readonly part: number;
	readonly handle: SyncHandle;
}

/** Name of the tab that wrote a file. */
export const tabOf = (file: string) => file.replace(/\.\d+$/, '');

export class JournalFiles {
	#find: () => Promise<Directory>;
	#open: OwnFile | undefined;

	constructor(find: () => Promise<Directory>) {
		this.#find = find;
	}

	/** Appends to the tab's own file and flushes it to the disk. */
	async write(name: string, text: string): Promise<void> {
		this.#open ??= await this.#create(name, 1);
		const { handle } = this.#open;
		append(handle, new TextEncoder().encode(text), await handle.getSize());
		await handle.flush();
	}

	/**
	 * Makes sure that the tab's own file is there. Where the browser has deleted it under us, the handle still reads what it
	 * held: that goes to a new file. The old handle is not closed, since Chromium never comes back from that.
	 */
	async restart(): Promise<void> {
		if (this.#open === undefined || (await this.#exists(this.#open.file))) return;
		const { name, handle, part } = this.#open;
		const bytes = await contentsOf(handle);
		this.#open = await this.#create(name, part + 1);
		append(this.#open.handle, bytes, 0);
		await this.#open.handle.flush();
	}

	async list(): Promise<JournalFile[]> {
		const directory = await this.#find();
		const files: JournalFile[] = [];
		for await (const entry of directory.keys()) {
			if (!entry.endsWith(SUFFIX)) continue;
			const name = entry.slice(0, -SUFFIX.length);
			const { size, lastModified } = await (await directory.getFileHandle(entry)).getFile();
			const archive = ARCHIVE.test(name) || name.startsWith(RESTORED);
			files.push({ name, archive, size, modified: lastModified });
		}
		return files;
	}

	async read(name: string): Promise<string> {
		if (this.#open?.name === name)
			return new TextDecoder().decode(await contentsOf(this.#open.handle));
		const handle = await (await this.#find()).getFileHandle(name + SUFFIX);
		return (await handle.getFile()).text();
	}

	/**
	 * Moves the files of closed tabs to the end of the archive. A crash in between leaves lines in both places, which
	 * does no harm. A file that a living tab holds cannot be opened and stays.
	 */
	async archive(names: readonly string[]): Promise<void> {
		const directory = await this.#find();
		for (const name of names) {
			const bytes = await this.#take(name);
			if (bytes === undefined) continue;
			if (bytes.length > 0) await this.#appendToArchive(bytes);
			await directory.removeEntry(name + SUFFIX);
		}
	}

	/** Appends what a restore adds to the last part of its file, or to a new one where that is full, and flushes it. */
	async keep(restore: string, text: string): Promise<void> {
		const bytes = new TextEncoder().encode(text);
		const prefix = `${RESTORED}${restore}-`;
		const parts = (await this.list()).filter((one) => one.name.startsWith(prefix));
		const last = parts.find((one) => one.name === `${prefix}${parts.length}`);
		const full = last === undefined || last.size + bytes.length > SEGMENT_BYTES;
		const handle = await this.#handle(`${prefix}${parts.length + (full ? 1 : 0)}`, true);
		try {
			append(handle, bytes, await handle.getSize());
			await handle.flush();
		} finally {
			await handle.close();
		}
	}

	/** Removes what was kept of a restore. */
	async forget(restore: string): Promise<void> {
		const directory = await this.#find();
		for (const { name } of await this.list())
			if (name.startsWith(`${RESTORED}${restore}-`)) await directory.removeEntry(name + SUFFIX);
	}

	async #take(name: string): Promise<Uint8Array | undefined> {
		let handle: SyncHandle;
		try {
			handle = await this.#handle(name, false);
		} catch {
			return undefined;
		}
		try {
			return await contentsOf(handle);
		} finally {
			await handle.close();
		}
	}

	async #appendToArchive(bytes: Uint8Array): Promise<void> {
		const segments = (await this.list()).filter((one) => ARCHIVE.test(one.name));
		const newest = Math.max(0, ...segments.map((one) => Number(ARCHIVE.exec(one.name)?.[1])));
		const size = segments.find((one) => one.name === `archive-${newest}`)?.size ?? 0;
		const full = size > 0 && size + bytes.length > SEGMENT_BYTES;
		const handle = await this.#handle(
			`archive-${full || newest === 0 ? newest + 1 : newest}`,
			true
		);
		try {
			const end = await handle.getSize();
			append(handle, bytes, end);
			// A line that a crash cut short must not run into the next one.
			if (bytes.at(-1) !== NEWLINE) append(handle, Uint8Array.of(NEWLINE), end + bytes.length);
			await handle.flush();
		} finally {
			await handle.close();
		}
	}

	async #create(name: string, part: number): Promise<OwnFile> {
		const file = part === 1 ? name : `${name}.${part}`;
		return { name, file, part, handle: await this.#handle(file, true) };
	}

	async #exists(file: string): Promise<boolean> {
		const directory = await this.#find();
		return directory.getFileHandle(file + SUFFIX).then(
			() => true,
			() => false
		);
	}

	async #handle(name: string, create: boolean): Promise<SyncHandle> {
		const file = await (await this.#find()).getFileHandle(name + SUFFIX, { create });
		return file.createSyncAccessHandle();
	}
}

function append(handle: SyncHandle, bytes: Uint8Array, at: number): void {
	const written = handle.write(bytes, { at });
	if (written < bytes.length) throw new Error(`Wrote ${written} of ${bytes.length} bytes`);
}

async function contentsOf(handle: SyncHandle): Promise<Uint8Array> {
	const bytes = new Uint8Array(await handle.getSize());
	handle.read(bytes, { at: 0 });
	return bytes;
}
