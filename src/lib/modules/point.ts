// Points of the curve P-256: compressed for links and codes, whole for WebCrypto, which not everywhere reads compressed ones.
// SEC 1, 2.3.3 and 2.3.4; the curve is that of NIST SP 800-186, 3.2.1.3.
import { bytesNumber } from './compact.js';

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const B = 0x5ac635d8aa3a93e7b3ebbd55769886bc651d06b0cc53b0f63bce3c3e27d2604bn;

/** 33 bytes for the 65 of a whole point. */
export function compressed(whole: Uint8Array): Uint8Array {
	const out = whole.slice(0, 33);
	out[0] = 2 + ((whole[64] ?? 0) & 1);
	return out;
}

/** The 65 bytes of a compressed point; undefined where it is not on the curve. */
export function decompressed(short: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
	const sign = bytesNumber(short.subarray(0, 1)) - 2;
	if (short.length !== 33 || (sign !== 0 && sign !== 1)) return undefined;
	const x = toBigInt(short.subarray(1));
	if (x >= P) return undefined;
	const square = ((((x * x - 3n) * x + B) % P) + P) % P;
	// P is 3 modulo 4, so this is the root where there is one.
	const root = power(square, (P + 1n) / 4n);
	if ((root * root) % P !== square) return undefined;
	const y = root % 2n === BigInt(sign) ? root : P - root;
	const out = new Uint8Array(65);
	out[0] = 4;
	out.set(short.subarray(1), 1);
	out.set(toBytes(y), 33);
	return out;
}

const toBigInt = (bytes: Uint8Array) => bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
const toBytes = (value: bigint) =>
	Uint8Array.from({ length: 32 }, (_, at) => Number((value >> BigInt(8 * (31 - at))) & 255n));

function power(base: bigint, exponent: bigint): bigint {
	let [result, square] = [1n, base];
	for (let left = exponent; left > 0n; left >>= 1n) {
		if (left & 1n) result = (result * square) % P;
		square = (square * square) % P;
	}
	return result;
}
