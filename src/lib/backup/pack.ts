// From lines to bytes: gzip, the same bytes for the same lines in every browser, and encryption where there is a passphrase.
import { CompactEncrypt, compactDecrypt, errors } from 'jose';
import { GzipWriter } from '$lib/intake/gzip';
import { encode, headerLine, type Line } from './format.js';

/** PBKDF2 rounds that a passphrase goes through: what OWASP advises for SHA-256, and above what it advises for SHA-512. */
export const ROUNDS = 600_000;
/** More rounds than this in a file would freeze the device that opens it. */
export const MOST_ROUNDS = 5_000_000;
export const KEY_ALGORITHM = 'PBES2-HS512+A256KW';
export const CIPHER = 'A256GCM';

/** Packs a backup while its lines arrive. */
export class Packer {
	#gzip = new GzipWriter();
	#lines = 0;

	/** `at`: when the backup is made, `2026-11-22T04:00:00.000Z`. Nothing else in it depends on the time. */
	constructor(at: string) {
		this.#gzip.write(headerLine(at));
	}

	add(lines: readonly Line[]): void {
		this.#lines += lines.length;
		this.#gzip.write(encode(lines));
	}

	/** The whole backup. */
	end(): Blob {
		this.#gzip.write(encode([{ kind: 'end', lines: this.#lines }]), true);
		return new Blob([...this.#gzip.bytes], { type: 'application/gzip' });
	}
}

/** Encrypts packed bytes with a passphrase, as a JWE in compact form that any JOSE library can open. */
export async function seal(packed: Blob, passphrase: string): Promise<Blob> {
	const text = await new CompactEncrypt(new Uint8Array(await packed.arrayBuffer()))
		.setProtectedHeader({ alg: KEY_ALGORITHM, enc: CIPHER, typ: 'milium-backup' })
		.setKeyManagementParameters({ p2c: ROUNDS })
		.encrypt(new TextEncoder().encode(passphrase.normalize('NFKC')));
	return new Blob([text], { type: 'application/jose' });
}

/** The packed bytes, or undefined where the passphrase is not the one. Throws where the text is no such file. */
export async function unseal(text: string, passphrase: string): Promise<Blob | undefined> {
	try {
		const { plaintext } = await compactDecrypt(
			text,
			new TextEncoder().encode(passphrase.normalize('NFKC')),
			{
				keyManagementAlgorithms: [KEY_ALGORITHM],
				contentEncryptionAlgorithms: [CIPHER],
				maxPBES2Count: MOST_ROUNDS
			}
		);
		return new Blob([new Uint8Array(plaintext)]);
	} catch (error) {
		if (error instanceof errors.JWEDecryptionFailed) return undefined;
		throw error;
	}
}
