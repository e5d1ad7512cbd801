// Packs text with gzip while it arrives: the same bytes for the same text in every browser.
import { Gzip } from 'fflate';

export class GzipWriter {
	#parts: Uint8Array<ArrayBuffer>[] = [];
	// No time in the header: nothing but the text decides the bytes.
	#gzip = new Gzip({ level: 6, mtime: 0 }, (bytes) => this.#parts.push(bytes.slice()));

	/** Takes the next part of the text; `last` ends it. */
	write(text: string, last = false): void {
		this.#gzip.push(new TextEncoder().encode(text), last);
	}

	/** The packed bytes, once the text has ended. */
	get bytes(): readonly Uint8Array<ArrayBuffer>[] {
		return this.#parts;
	}
}
