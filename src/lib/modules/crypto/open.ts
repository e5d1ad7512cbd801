// Opens a sealed receipt, however it came, and looks at everything that can be looked at without the questions: for whom it is, for
// which module, whether it is whole and bears the signature of the device it names.
import * as v from 'valibot';
import { fromBase64url, fromJson, fromUtf8 } from '../bytes.js';
import {
	LONGEST_RECEIPT,
	readEnvelope,
	RECEIPT_TEXT,
	textBytes,
	type Envelope
} from '../envelope.js';
import { fingerprint, fingerprintWords } from '../fingerprint.js';
import { hashSchema, itemsIn, moduleId, signatureSchema, type SignedModule } from '../format.js';
import { decompressed } from '../point.js';
import { failed, succeeded, type Outcome } from '../problems.js';
import { unpackReceipt } from '../receipt-pack.js';
import { readReceipt, type SignedReceipt } from '../receipt.js';
import type { EducatorKey } from './keys.js';
import { FILE_ALGORITHMS, FILE_TYPE, hpke, HPKE_INFO } from './seal.js';
import { verifyReceipt } from './sign.js';

/** What an educator's device has to open receipts with. */
export interface Ground {
	readonly keys: readonly EducatorKey[];
	/** The module of that id, as it was signed; undefined where it is not here. */
	module(id: string): SignedModule | undefined | Promise<SignedModule | undefined>;
}

/** Opens a receipt from the text of a file or a message, or from the bytes of QR codes. Never throws for what it is given. */
export async function openReceipt(
	input: string | Uint8Array,
	ground: Ground
): Promise<Outcome<SignedReceipt>> {
	if (typeof input !== 'string') return openBytes(input, ground);
	if (input.length > LONGEST_RECEIPT) return failed('receipt/too-large');
	if (input.replace(/\s+/g, '').startsWith(RECEIPT_TEXT)) {
		const bytes = textBytes(input);
		return bytes.ok ? openBytes(bytes.value, ground) : bytes;
	}
	return openFile(input.replace(/\s+/g, ''), ground);
}

async function openBytes(bytes: Uint8Array, ground: Ground): Promise<Outcome<SignedReceipt>> {
	const read = readEnvelope(bytes);
	if (!read.ok) return read;
	const envelope = read.value;
	const place = await placeOf(envelope.module, fingerprintWords(envelope.educator), ground);
	if (!place.ok) return place;
	const { key, module } = place.value;
	const plain = await unsealed(envelope, key);
	if (plain === undefined) return failed('receipt/undecryptable');
	const receipt = unpackReceipt(plain, module, envelope.attempt);
	return receipt.ok ? examined(receipt.value, module) : receipt;
}

async function unsealed(envelope: Envelope, key: EducatorKey): Promise<Uint8Array | undefined> {
	const enc = decompressed(envelope.enc);
	if (enc === undefined) return undefined;
	const suite = await hpke();
	try {
		const recipient = await suite.createRecipientContext({
			recipientKey: key.sealing,
			enc,
			info: HPKE_INFO
		});
		return new Uint8Array(
			await recipient.open(Uint8Array.from(envelope.sealed), Uint8Array.from(envelope.clear))
		);
	} catch {
		return undefined;
	}
}

const headerSchema = v.object({
	typ: v.string(),
	kid: v.string(),
	mod: hashSchema,
	att: v.number()
});
const signedSchema = v.strictObject({ content: v.unknown(), signature: signatureSchema });

async function openFile(text: string, ground: Ground): Promise<Outcome<SignedReceipt>> {
	const parts = text.split('.');
	const header = fromJson(fromUtf8(fromBase64url(parts[0] ?? '') ?? new Uint8Array()));
	const read = v.safeParse(headerSchema, header);
	if (!read.success || !read.output.typ.startsWith('milium-receipt/'))
		return failed('receipt/none');
	if (read.output.typ !== FILE_TYPE) return failed('receipt/newer');
	if (parts.length !== 5 || parts.at(-1)?.length !== 22) return failed('receipt/cut-off');
	const { kid, mod, att } = read.output;
	const place = await placeOf(mod, kid, ground);
	if (!place.ok) return place;
	const { key, module } = place.value;
	const { compactDecrypt } = await import('jose/jwe/compact/decrypt');
	let plain: Uint8Array;
	try {
		const opened = await compactDecrypt(text, key.sealing.privateKey, {
			keyManagementAlgorithms: [FILE_ALGORITHMS.alg],
			contentEncryptionAlgorithms: [FILE_ALGORITHMS.enc]
		});
		plain = opened.plaintext;
	} catch {
		return failed('receipt/undecryptable');
	}
	const signed = v.safeParse(signedSchema, fromJson(fromUtf8(plain)));
	const receipt = signed.success ? readReceipt(signed.output.content) : undefined;
	if (!signed.success || receipt?.ok !== true) return failed('receipt/damaged');
	if (receipt.value.module !== mod || receipt.value.attempt !== att)
		return failed('receipt/undecryptable');
	return examined({ content: receipt.value, signature: signed.output.signature }, module);
}

/** The key and the module that a receipt is for. */
async function placeOf(
	module: string,
	words: string,
	{ keys, ...ground }: Ground
): Promise<Outcome<{ key: EducatorKey; module: SignedModule }>> {
	const key = keys.find((one) => fingerprint(one) === words);
	const found = await ground.module(module);
	if (key === undefined) {
		const own = found !== undefined && fingerprint(found.content.educator) === words;
		const detail = `The words of its key: ${shown(words)}.`;
		return failed(own ? 'receipt/other-key' : 'receipt/other-educator', detail);
	}
	if (found === undefined) return failed('receipt/unknown-module');
	return succeeded({ key, module: found });
}

/** Words of unknown origin, for a message. */
const shown = (words: string) => words.slice(0, 60);

/** The receipt, where it is signed, for this module, and about this module's questions. */
async function examined(
	receipt: SignedReceipt,
	module: SignedModule
): Promise<Outcome<SignedReceipt>> {
	const verified = await verifyReceipt(receipt);
	if (!verified.ok) return verified;
	const { content } = receipt;
	if (content.module !== moduleId(module.content) || content.moduleSignature !== module.signature)
		return failed('receipt/wrong-module');
	const items = itemsIn(module.content);
	const differing = content.answers.filter(({ item, hash }) => items[item]?.hash !== hash).length;
	if (differing > 0) return failed('receipt/questions-differ', `It is about ${differing} of them.`);
	return verified;
}
