// Seals a receipt for the educator of its module: as a file (JWE, ECDH-ES + A256GCM) or as text and QR codes (HPKE, base mode).
import { canonicalJson } from '$lib/banks/canonical';
import { toUtf8 } from '../bytes.js';
import { clearBytes, envelopeBytes } from '../envelope.js';
import { fingerprint, fingerprintBytes } from '../fingerprint.js';
import type { SignedModule } from '../format.js';
import { compressed } from '../point.js';
import { packReceipt } from '../receipt-pack.js';
import type { SignedReceipt } from '../receipt.js';
import { ECDH, importPublic } from './keys.js';

/** Type of a receipt file, in its header. */
export const FILE_TYPE = 'milium-receipt/1';
export const FILE_ALGORITHMS = { alg: 'ECDH-ES', enc: 'A256GCM' } as const;
/** What an HPKE key is for. */
export const HPKE_INFO = toUtf8('milium/result/1');

async function sealingKey(module: SignedModule): Promise<CryptoKey> {
	const key = await importPublic(module.content.educator.seal, ECDH);
	if (key === undefined) throw new Error('A module was accepted whose sealing key is none');
	return key;
}

/** The text of a receipt file. */
export async function sealFile(receipt: SignedReceipt, module: SignedModule): Promise<string> {
	const { CompactEncrypt } = await import('jose/jwe/compact/encrypt');
	const { module: mod, attempt: att } = receipt.content;
	return new CompactEncrypt(toUtf8(canonicalJson(receipt)))
		.setProtectedHeader({
			...FILE_ALGORITHMS,
			typ: FILE_TYPE,
			kid: fingerprint(module.content.educator),
			mod,
			att
		})
		.encrypt(await sealingKey(module));
}

/** The HPKE suite: DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM. */
export async function hpke() {
	const { Aes128Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } = await import('@hpke/core');
	return new CipherSuite({
		kem: new DhkemP256HkdfSha256(),
		kdf: new HkdfSha256(),
		aead: new Aes128Gcm()
	});
}

/** A receipt as bytes for text (`envelopeText`) and QR codes (`splitIntoParts`). */
export async function sealBytes(
	receipt: SignedReceipt,
	module: SignedModule
): Promise<Uint8Array<ArrayBuffer>> {
	const clear = clearBytes({
		module: receipt.content.module,
		attempt: receipt.content.attempt,
		educator: fingerprintBytes(module.content.educator)
	});
	const suite = await hpke();
	const sender = await suite.createSenderContext({
		recipientPublicKey: await sealingKey(module),
		info: HPKE_INFO
	});
	const packed = Uint8Array.from(packReceipt(receipt, module));
	const sealed = new Uint8Array(await sender.seal(packed, clear));
	return envelopeBytes(clear, compressed(new Uint8Array(sender.enc)), sealed);
}
