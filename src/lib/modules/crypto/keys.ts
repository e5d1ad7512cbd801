// Keys, by WebCrypto. Private keys that are kept cannot be taken out of the browser (`extractable: false`); only a key that has just been
// made can be written to a key file.
import { fromBase64url, toBase64url } from '../bytes.js';
import { compressed, decompressed } from '../point.js';

/** An educator's keys as they are kept, row of the table `educatorKeys`. The latest `made` is the one in use. */
export interface EducatorKey {
	/** The public signing key. */
	readonly id: string;
	readonly name: string;
	/** ms since 1970. */
	readonly made: number;
	/** Public keys, base64url of the compressed points: what a module carries. */
	readonly sign: string;
	readonly seal: string;
	/** Private, ECDSA. */
	readonly signing: CryptoKey;
	/** Private and public, ECDH. */
	readonly sealing: { readonly privateKey: CryptoKey; readonly publicKey: CryptoKey };
	/** Whether a key file was saved. */
	readonly saved: boolean;
	/** The text of that file, encrypted as it is, so that it can be saved again. Absent where it was saved before that was kept. */
	readonly file?: string | undefined;
}

/** A key that was just made: what is to be kept, and what its file will hold. Never stored as it is. */
export interface FreshEducatorKey {
	readonly key: EducatorKey;
	/** The private keys in the clear. */
	readonly secret: KeyFileContent;
}

/** What a key file holds once it is opened: a JWK set with a name. */
export interface KeyFileContent {
	readonly format: 'milium-key/1';
	readonly name: string;
	readonly made: number;
	/** Signing key, sealing key. */
	readonly keys: readonly [JsonWebKey, JsonWebKey];
}

/** The key of a learner's device for one module, row of the table `learnerKeys`. */
export interface LearnerKey {
	/** Id of the module. */
	readonly id: string;
	/** Public key, base64url of the compressed point: what a receipt carries. */
	readonly public: string;
	/** Private, ECDSA. */
	readonly signing: CryptoKey;
}

/** An educator's keys as a learner's device first met them, row of the table `knownEducators`. */
export interface KnownEducator {
	/** The name, as `knownName` writes it. */
	readonly id: string;
	readonly name: string;
	readonly sign: string;
	readonly seal: string;
	/** ms since 1970. */
	readonly since: number;
}

export const ECDSA = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const ECDH = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** Whether keys can be made here: WebCrypto is there only on pages that came by https or from this device. */
export const canUseKeys = (): boolean =>
	typeof crypto !== 'undefined' && typeof crypto.subtle === 'object';

/** Makes an educator's keys. The private keys can be written to a file as long as the result is held, and no longer. */
export async function makeEducatorKey(name: string, made: number): Promise<FreshEducatorKey> {
	const { subtle } = crypto;
	const signing = await subtle.generateKey(ECDSA, true, ['sign', 'verify']);
	const sealing = await subtle.generateKey(ECDH, true, ['deriveBits']);
	const keys = await Promise.all([
		subtle.exportKey('jwk', signing.privateKey),
		subtle.exportKey('jwk', sealing.privateKey)
	]);
	const secret = { format: 'milium-key/1', name, made, keys } as const;
	return { key: await keyOf(secret, false), secret };
}

/** The key to be kept that a key file holds. Throws where its keys are none. */
export async function keyOf(
	{ name, made, keys }: KeyFileContent,
	saved: boolean
): Promise<EducatorKey> {
	const { subtle } = crypto;
	const [signing, sealing] = keys;
	const priv = ({ kty, crv, x, y, d }: JsonWebKey): JsonWebKey =>
		({ kty, crv, x, y, d }) as JsonWebKey;
	const pub = ({ kty, crv, x, y }: JsonWebKey): JsonWebKey => ({ kty, crv, x, y }) as JsonWebKey;
	const [signPrivate, sealPrivate, sealPublic] = await Promise.all([
		subtle.importKey('jwk', priv(signing), ECDSA, false, ['sign']),
		subtle.importKey('jwk', priv(sealing), ECDH, false, ['deriveBits']),
		subtle.importKey('jwk', pub(sealing), ECDH, true, [])
	]);
	const [sign, seal] = [signing, sealing].map(publicOf);
	if (sign === undefined || seal === undefined) throw new Error('A key file without public keys');
	return {
		id: sign,
		name,
		made,
		sign,
		seal,
		signing: signPrivate,
		sealing: { privateKey: sealPrivate, publicKey: sealPublic },
		saved
	};
}

/** The compressed public key of a JWK; undefined where it holds none. */
function publicOf({ x, y }: JsonWebKey): string | undefined {
	const [left, right] = [x, y].map((one) => fromBase64url(one ?? ''));
	if (left?.length !== 32 || right?.length !== 32) return undefined;
	return toBase64url(compressed(Uint8Array.of(4, ...left, ...right)));
}

/** Makes the key of this device for a module. */
export async function makeLearnerKey(module: string): Promise<LearnerKey> {
	const { subtle } = crypto;
	const pair = await subtle.generateKey(ECDSA, false, ['sign', 'verify']);
	const whole = new Uint8Array(await subtle.exportKey('raw', pair.publicKey));
	return { id: module, public: toBase64url(compressed(whole)), signing: pair.privateKey };
}

/** A public key for WebCrypto; undefined where it is none. */
export async function importPublic(
	key: string,
	use: typeof ECDSA | typeof ECDH
): Promise<CryptoKey | undefined> {
	const whole = decompressed(fromBase64url(key) ?? new Uint8Array());
	if (whole === undefined) return undefined;
	return crypto.subtle.importKey('raw', whole, use, true, use === ECDSA ? ['verify'] : []);
}
