// A key in four words, to be compared by eye or over the telephone.
import { sha256 } from '@noble/hashes/sha2.js';
import { toUtf8 } from './bytes.js';
import type { ModuleContent } from './format.js';
import { WORDS } from './words.js';

/** Words in a fingerprint: 40 bits, so that looking for another key with the same words takes a trillion tries. */
const FINGERPRINT_WORDS = 4;
/** Bits that one word of the list stands for. */
const BITS = 10;

/** The 5 bytes from which the words of an educator's two public keys follow. */
export function fingerprintBytes({
	sign,
	seal
}: Pick<ModuleContent['educator'], 'sign' | 'seal'>): Uint8Array {
	return sha256(toUtf8(`milium/fingerprint/1\n${sign}\n${seal}`)).slice(
		0,
		(FINGERPRINT_WORDS * BITS) / 8
	);
}

/** The words that the 5 bytes of a fingerprint stand for. */
export const fingerprintWords = (bytes: Uint8Array): string =>
	Array.from({ length: FINGERPRINT_WORDS }, (_, at) => wordAt(bytes, at)).join(' ');

/** The four words of an educator's two public keys. */
export const fingerprint = (keys: Pick<ModuleContent['educator'], 'sign' | 'seal'>): string =>
	fingerprintWords(fingerprintBytes(keys));

/** A passphrase of random words. `random` gives that many random bytes. */
export function randomWords(count: number, random: (length: number) => Uint8Array): string {
	const bytes = random(Math.ceil((count * BITS) / 8));
	return Array.from({ length: count }, (_, at) => wordAt(bytes, at)).join(' ');
}

/** The word for the bits from `at` times ten on. */
function wordAt(bytes: Uint8Array, at: number): string {
	const from = at * BITS;
	const first = Math.floor(from / 8);
	const pair = ((bytes[first] ?? 0) << 8) | (bytes[first + 1] ?? 0);
	return WORDS[(pair >> (16 - BITS - (from % 8))) & (2 ** BITS - 1)] ?? '';
}
