// Reads the file that a learner chose, up to the bank in it.
import type { CompiledBank } from '$lib/banks/catalogue';
import { importBank, LARGEST_FILE } from '$lib/banks/import';
import { fault } from '$lib/validation/fault';
import type { Parsed } from '$lib/validation/parse';

const sha256 = async (bytes: Uint8Array) =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

/** The bank in a file, or every fault of it. `taken` are ids that an imported bank may not have. */
export async function readBankFile(
	file: Blob,
	taken: ReadonlySet<string>
): Promise<Parsed<CompiledBank>> {
	if (file.size > LARGEST_FILE) {
		const size = `${Math.ceil(file.size / 1_000_000)} MB`;
		return refuse(size, `at most ${LARGEST_FILE / 1_000_000} MB`);
	}
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
	} catch {
		return refuse('bytes that are no text', 'a text file in UTF-8');
	}
	const read = await importBank(text, sha256);
	if (read.ok && taken.has(read.value.id)) {
		return {
			ok: false,
			faults: [fault(['id'], read.value.id, 'an id that no bank of Milium itself has', 'id.unique')]
		};
	}
	return read;
}

const refuse = (value: string, expected: string): Parsed<never> => ({
	ok: false,
	faults: [fault([], value, expected, 'file.read')]
});
