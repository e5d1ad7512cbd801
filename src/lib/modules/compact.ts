// Small enough for a link or a QR code: text deflated with the words that every such text holds known beforehand, and a checksum,
// so that what was cut off or mistyped is told from what was tampered with.
import { deflateSync, inflateSync } from 'fflate';
import { fromUtf8, joined, toUtf8 } from './bytes.js';

/** No module and no receipt that fits a link or a code is larger unpacked. */
const MOST_UNPACKED = 400_000;
/** Deflate never makes more of a byte. */
const MOST_TIMES = 1032;

/**
 * Words that stand in most modules. Frozen: what was packed with one dictionary is unpacked with the same alone. The likeliest
 * come last, where they are cheapest to name.
 */
export const MODULE_WORDS = toUtf8(
	'"case-studies""look-alikes""diagnosis""counselling""types-of-milia""milia-basics"Answer without looking anything up. ' +
		'Please finish this before our next class. Good luck! Questions: ask me. Dr. Prof. Milia, week quiz module ' +
		'America/Los_AngelesAmerica/ChicagoAmerica/New_YorkEurope/LondonEurope/BerlinUTC"closed""due""never""each"' +
		'"as-written""per-learner""average""last""first""refuse""extraAttempts":1,"extraMinutes":10,"due":17' +
		'"correctness","points","rationales","key"],"factor":1.25,"factor":1.5,"factor":2,"who":"}],"u":[{"who":"' +
		',"k":0,"a":"0.1.0","b":["1.0.0"],"c":17,"d":17,"e":4,"f":["finished",[' +
		'],"h":1800,"m":"","n":"Dr. ","o":"same","p":70,"q":"exam","s":[[0,20]],"t":"Milia","z":"Europe/'
);

/** Words that stand in most receipts. Frozen like the others. */
export const RECEIPT_WORDS = toUtf8(
	'{"condition":"","actions":["","parameters":["{"groups":{"{"columns":{"{"rows":{"{"regions":["{"spans":["s1","s2"]}' +
		'{"blanks":{"b1":"","b2":"{"order":["{"value":{"choices":["a","b","c","d","e"]}' +
		'"]},3,2],[{"choice":"a"},0,1],["b"},2,0],"c"},1,["d"},3,"]},"a":"0.1.0","b":["1.0.0"],"d":17,"g":[[0,1,2],"k":12,"n":"","r":[[0,{"choice":"'
);

/** The text packed, smallest first. */
export const packed = (text: string, words: Uint8Array): Uint8Array =>
	deflateSync(toUtf8(text), { level: 9, mem: 8, dictionary: words });

/** The text that was packed; undefined where it is damaged or unpacks to more than any module or receipt. */
export function unpacked(bytes: Uint8Array, words: Uint8Array): string | undefined {
	const out = new Uint8Array(Math.min(MOST_UNPACKED, bytes.length * MOST_TIMES + 1));
	try {
		const text = inflateSync(bytes, { dictionary: words, out });
		return text.length < out.length ? fromUtf8(text) : undefined;
	} catch {
		return undefined;
	}
}

/** CRC-32 (ISO 3309, as in zip). */
export function crc32(bytes: Uint8Array): number {
	let crc = 0xffffffff;
	for (const byte of bytes) {
		crc ^= byte;
		for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
	}
	return ~crc >>> 0;
}

/** A number as so many bytes, the highest first. */
export const numberBytes = (value: number, length: number): Uint8Array =>
	Uint8Array.from({ length }, (_, at) => Math.floor(value / 256 ** (length - 1 - at)) & 255);

/** The number that so many bytes stand for. */
export const bytesNumber = (bytes: Uint8Array): number =>
	bytes.reduce((sum, byte) => sum * 256 + byte, 0);

/** Bytes with their checksum. */
export const withCheck = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
	joined(bytes, numberBytes(crc32(bytes), 4));

/** Bytes without their checksum; undefined where it is not theirs. */
export function checked(bytes: Uint8Array): Uint8Array | undefined {
	const body = bytes.subarray(0, Math.max(0, bytes.length - 4));
	return bytes.length > 4 && bytesNumber(bytes.subarray(-4)) === crc32(body) ? body : undefined;
}
