// Bytes as text and back. Strict: of all texts that could stand for some bytes exactly one is read, so that nothing can be
// changed without being noticed.

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/** base64url without padding (RFC 4648, section 5). */
export function toBase64url(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 3) {
		const [a = 0, b, c] = bytes.subarray(at, at + 3);
		const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0);
		text += letter(bits >> 18) + letter(bits >> 12);
		if (b !== undefined) text += letter(bits >> 6);
		if (c !== undefined) text += letter(bits);
	}
	return text;
}

const letter = (bits: number) => LETTERS.charAt(bits & 63);

/** The bytes of a text in base64url; undefined where it is none, or not the one text that stands for these bytes. */
export function fromBase64url(text: string): Uint8Array | undefined {
	if (text.length % 4 === 1) return undefined;
	const bytes = new Uint8Array(Math.floor((text.length * 3) / 4));
	let bits = 0;
	let held = 0;
	let filled = 0;
	for (const one of text) {
		const value = LETTERS.indexOf(one);
		if (value < 0) return undefined;
		bits = ((bits << 6) | value) & 0xffff;
		held += 6;
		if (held >= 8) {
			held -= 8;
			bytes[filled] = (bits >> held) & 0xff;
			filled += 1;
		}
	}
	const left = bits & ((1 << held) - 1);
	return left === 0 ? bytes : undefined;
}

/** UTF-8. */
export const toUtf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

/** The text of bytes in UTF-8; undefined where they are none. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
	} catch {
		return undefined;
	}
}

/** The value of a JSON text; undefined where it is none. */
export function fromJson(text: string | undefined): unknown {
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return undefined;
	}
}

/** Several runs of bytes as one. */
export function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
