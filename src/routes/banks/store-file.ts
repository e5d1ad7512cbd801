// Stores a bank that was made here, through the checks that any bank goes through.
import { importBank } from '$lib/banks/import';
import type { BankFile } from '$lib/banks/own-copy';
import { sentence } from '$lib/validation/fault';
import type { App } from '../app.svelte.js';

const sha256 = async (bytes: Uint8Array) =>
	new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

/** Stores the bank; gives what went wrong in words, or undefined when it is stored. */
export async function storeFile(app: App, file: BankFile): Promise<string | undefined> {
	const read = await importBank(JSON.stringify(file), sha256);
	if (!read.ok) {
		const first = read.faults[0];
		return `The bank could not be made. Nothing was stored. ${first === undefined ? '' : sentence(first)}`;
	}
	const saved = await (await app.storage()).installBank(read.value);
	if (saved.ok) return undefined;
	const { happened, safe, next } = saved.problem;
	return `${happened} ${safe} ${next}`;
}
