// The outside of a sealed receipt as text or QR code: what it is for, in the clear, and what was sealed. The clear part is bound to the
// sealed one, so that neither can be moved to another module, attempt or educator.
//
// Bytes: 0x21 · module id 16 · attempt 2 · fingerprint of the educator's key 5 · encapsulated key 33 · sealed
import { fromBase64url, joined, toBase64url } from './bytes.js';
import { bytesNumber, checked, numberBytes, withCheck } from './compact.js';
import { failed, succeeded, type Outcome } from './problems.js';

/** First byte of a sealed receipt: version 1, in suite p256/1. */
const SEALED_RECEIPT = 0x21;
/** How a receipt begins as text. */
export const RECEIPT_TEXT = 'MIL1R.';
/** Longer ones are not looked at, in characters. */
export const LONGEST_RECEIPT = 1_000_000;
const CLEAR = 1 + 16 + 2 + 5;

/** What stands on the outside. */
export interface Address {
	/** Id of the module. */
	readonly module: string;
	readonly attempt: number;
	/** The 5 bytes from which the words of the educator's key follow (`fingerprintBytes`). */
	readonly educator: Uint8Array;
}

export interface Envelope extends Address {
	/** The outside as bytes: what is authenticated with the sealed part. */
	readonly clear: Uint8Array;
	/** Encapsulated key, a compressed point. */
	readonly enc: Uint8Array;
	readonly sealed: Uint8Array;
}

/** The outside as bytes. */
export const clearBytes = ({ module, attempt, educator }: Address): Uint8Array<ArrayBuffer> =>
	joined(
		Uint8Array.of(SEALED_RECEIPT),
		fromBase64url(module) ?? new Uint8Array(),
		numberBytes(attempt, 2),
		educator
	);

/** A sealed receipt as bytes, for QR codes. */
export const envelopeBytes = (
	clear: Uint8Array,
	enc: Uint8Array,
	sealed: Uint8Array
): Uint8Array<ArrayBuffer> => withCheck(joined(clear, enc, sealed));

/** A sealed receipt as text. */
export const envelopeText = (bytes: Uint8Array): string => RECEIPT_TEXT + toBase64url(bytes);

/** The bytes of a text that begins as receipts do. White space that mail programs put in is left out. */
export function textBytes(text: string): Outcome<Uint8Array> {
	if (text.length > LONGEST_RECEIPT) return failed('receipt/too-large');
	const bare = text.replace(/\s+/g, '');
	if (!bare.startsWith(RECEIPT_TEXT)) return failed('receipt/none');
	const bytes = fromBase64url(bare.slice(RECEIPT_TEXT.length));
	return bytes === undefined ? failed('receipt/cut-off') : succeeded(bytes);
}

/** Takes a sealed receipt apart. */
export function readEnvelope(bytes: Uint8Array): Outcome<Envelope> {
	const [kind = 0] = bytes;
	if (kind !== SEALED_RECEIPT)
		return failed(kind > SEALED_RECEIPT && kind < 0x30 ? 'receipt/newer' : 'receipt/none');
	const body = checked(bytes);
	if (body === undefined || body.length < CLEAR + 33 + 16) return failed('receipt/cut-off');
	return succeeded({
		module: toBase64url(body.subarray(1, 17)),
		attempt: bytesNumber(body.subarray(17, 19)),
		educator: body.slice(19, CLEAR),
		clear: body.slice(0, CLEAR),
		enc: body.slice(CLEAR, CLEAR + 33),
		sealed: body.slice(CLEAR + 33)
	});
}
