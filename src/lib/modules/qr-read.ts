// Reads a QR code from a picture. Large: load it where a picture or a camera is read.
import decodeQR from 'qr/decode.js';

/** Pixels as a canvas gives them: four bytes each, row by row. */
export interface Picture {
	readonly width: number;
	readonly height: number;
	readonly data: Uint8ClampedArray | Uint8Array;
}

/**
 * The text of the QR code in a picture, or undefined where none can be read. `timeMs` bounds how long it looks: a camera shows
 * another picture soon, a file does not.
 */
export function readQrCode(picture: Picture, timeMs: number): string | undefined {
	try {
		return decodeQR(picture, { format: 'RGBA', timeLimit: timeMs });
	} catch {
		return undefined;
	}
}
