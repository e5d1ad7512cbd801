// Bytes as one or more QR codes: `MIL1.<id>.<i>/<n>.<crc>.<base45>`. Every character is of the alphanumeric set of QR codes. Parts come
// in any order, any number of times; each is checked by itself, and all of them together by the id, which is a hash.
import { sha256 } from '@noble/hashes/sha2.js';
import { joined, toUtf8 } from './bytes.js';
import { crc32 } from './compact.js';
import { failed, succeeded, type Outcome } from './problems.js';

/** Bytes in a part: a code of version 15 at level M, which a phone reads from a screen. */
const PART_BYTES = 360;
/** Bytes that are still put into a single code: version 20 at level M. */
const SINGLE_BYTES = 600;
const MOST_PARTS = 99;

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

/** Base45 (RFC 9285). */
export function toBase45(bytes: Uint8Array): string {
	let text = '';
	for (let at = 0; at < bytes.length; at += 2) {
		const [high = 0, low] = bytes.subarray(at, at + 2);
		let value = low === undefined ? high : high * 256 + low;
		for (let digit = 0; digit < (low === undefined ? 2 : 3); digit += 1) {
			text += DIGITS.charAt(value % 45);
			value = Math.floor(value / 45);
		}
	}
	return text;
}

/** The bytes of a text in Base45; undefined where it is none. */
export function fromBase45(text: string): Uint8Array | undefined {
	if (text.length % 3 === 1) return undefined;
	const bytes: number[] = [];
	for (let at = 0; at < text.length; at += 3) {
		const digits = [...text.slice(at, at + 3)].map((one) => DIGITS.indexOf(one));
		const value = digits.reduceRight((sum, digit) => sum * 45 + digit, 0);
		if (digits.includes(-1) || value >= (digits.length === 2 ? 256 : 65_536)) return undefined;
		if (digits.length === 3) bytes.push(value >> 8);
		bytes.push(value & 255);
	}
	return Uint8Array.from(bytes);
}

const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
const idOf = (bytes: Uint8Array) => hex(new DataView(sha256(bytes).buffer).getUint32(0));

/** The texts of the QR codes for some bytes: one where they fit, else several of equal size. Throws for more than 99: use a file. */
export function splitIntoParts(bytes: Uint8Array): string[] {
	const count = bytes.length <= SINGLE_BYTES ? 1 : Math.ceil(bytes.length / PART_BYTES);
	if (count > MOST_PARTS) throw new Error(`${bytes.length} bytes are too many for QR codes`);
	const size = Math.ceil(bytes.length / count);
	const id = idOf(bytes);
	return Array.from({ length: count }, (_, at) => {
		const place = `${id}.${at + 1}/${count}`;
		const data = toBase45(bytes.subarray(at * size, (at + 1) * size));
		return `MIL1.${place}.${hex(crc32(toUtf8(`${place}.${data}`)))}.${data}`;
	});
}

/** Whether some bytes fit QR codes at all. */
export const fitsParts = (bytes: Uint8Array): boolean => bytes.length <= MOST_PARTS * PART_BYTES;

/** Whether a text read from a QR code is a part. */
export const isPart = (text: string): boolean => text.startsWith('MIL1.');

/** The parts of one code that were read so far. Plain data; `addPart` gives the next. */
export interface Parts {
	readonly id: string;
	readonly count: number;
	/** By number, from 1. */
	readonly read: ReadonlyMap<number, Uint8Array>;
}

const PART = /^MIL1\.([0-9A-F]{8})\.([1-9]\d?)\/([1-9]\d?)\.([0-9A-F]{8})\.([0-9A-Z $%*+\-./:]+)$/;

/** The parts with one more; those there are stay as they are where it cannot be used. */
export function addPart(parts: Parts | undefined, text: string): Outcome<Parts> {
	if (!isPart(text)) return failed('parts/none');
	const [, id = '', i = '', n = '', crc = '', data = ''] = PART.exec(text) ?? [];
	const [number, count] = [Number(i), Number(n)];
	const bytes = fromBase45(data);
	const whole = hex(crc32(toUtf8(`${id}.${i}/${n}.${data}`))) === crc;
	if (bytes === undefined || !whole || number < 1 || number > count) return failed('parts/damaged');
	if (parts !== undefined && (parts.id !== id || parts.count !== count))
		return failed('parts/mixed');
	return succeeded({ id, count, read: new Map(parts?.read).set(number, bytes) });
}

/** Numbers of the parts that have not been read yet. */
export const missingParts = ({ count, read }: Parts): number[] =>
	Array.from({ length: count }, (_, at) => at + 1).filter((number) => !read.has(number));

/** The bytes, once every part is there. */
export function joinParts(parts: Parts): Outcome<Uint8Array> {
	const missing = missingParts(parts);
	if (missing.length > 0) {
		const which = missing.length === 1 ? 'part' : 'parts';
		return failed(
			'parts/missing',
			`Still to read: ${which} ${missing.join(', ')} of ${parts.count}.`
		);
	}
	const bytes = joined(
		...Array.from({ length: parts.count }, (_, at) => parts.read.get(at + 1) ?? new Uint8Array())
	);
	return idOf(bytes) === parts.id ? succeeded(bytes) : failed('parts/spoilt');
}
