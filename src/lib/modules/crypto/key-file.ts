// An educator's key as a file under a passphrase: JWE, PBES2-HS512+A256KW with 600,000 rounds, A256GCM; a JWK set within. Any
// JOSE library reads it.
import * as v from 'valibot';
import { fromJson, fromUtf8, toUtf8 } from '../bytes.js';
import { failed, succeeded, type Outcome } from '../problems.js';
import { keyOf, type EducatorKey, type FreshEducatorKey } from './keys.js';

const ROUNDS = 600_000;
const ALG = 'PBES2-HS512+A256KW';
const ENC = 'A256GCM';
const LONGEST_FILE = 20_000;
const TYPE = 'milium-key/1';

const part = v.pipe(v.string(), v.regex(/^[\w-]{43}$/));
const jwk = v.object({ kty: v.literal('EC'), crv: v.literal('P-256'), x: part, y: part, d: part });
const contentSchema = v.object({
	format: v.literal(TYPE),
	name: v.pipe(v.string(), v.minLength(1), v.maxLength(80)),
	made: v.number(),
	keys: v.tuple([jwk, jwk])
});

/** A passphrase as it is used: how a keyboard writes an accent makes no difference, nor do spaces at the ends. */
const plain = (passphrase: string) => toUtf8(passphrase.normalize('NFKC').trim());

/** The text of a key file. Takes about a second: that is what makes guessing dear. */
export async function writeKeyFile(
	{ secret }: Pick<FreshEducatorKey, 'secret'>,
	passphrase: string
): Promise<string> {
	const { CompactEncrypt } = await import('jose/jwe/compact/encrypt');
	return new CompactEncrypt(toUtf8(JSON.stringify(secret)))
		.setProtectedHeader({ alg: ALG, enc: ENC, typ: TYPE, cty: 'jwk-set+json' })
		.setKeyManagementParameters({ p2c: ROUNDS })
		.encrypt(plain(passphrase));
}

/** The key that a file holds. */
export async function readKeyFile(text: string, passphrase: string): Promise<Outcome<EducatorKey>> {
	const bare = text.trim();
	const type = typeOf(bare);
	if (type === undefined || !type.startsWith('milium-key/')) return failed('key/none');
	if (type !== TYPE) return failed('key/newer');
	const { compactDecrypt } = await import('jose/jwe/compact/decrypt');
	let bytes: Uint8Array;
	try {
		const opened = await compactDecrypt(bare, plain(passphrase), {
			keyManagementAlgorithms: [ALG],
			contentEncryptionAlgorithms: [ENC],
			maxPBES2Count: ROUNDS
		});
		bytes = opened.plaintext;
	} catch {
		return failed('key/passphrase');
	}
	const read = v.safeParse(contentSchema, fromJson(fromUtf8(bytes)));
	if (!read.success) return failed('key/damaged');
	try {
		return succeeded(await keyOf(read.output, true));
	} catch {
		return failed('key/damaged');
	}
}

/** What a file says that it is. */
function typeOf(text: string): string | undefined {
	if (text.length > LONGEST_FILE || text.split('.').length !== 5) return undefined;
	try {
		const header: unknown = JSON.parse(
			atob((text.split('.')[0] ?? '').replaceAll('-', '+').replaceAll('_', '/'))
		);
		const read = v.safeParse(v.object({ typ: v.string() }), header);
		return read.success ? read.output.typ : undefined;
	} catch {
		return undefined;
	}
}
