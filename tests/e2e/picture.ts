// A QR code as a picture file, as a phone would send it.
import { deflateSync, crc32 } from 'node:zlib';
import { QUIET_ZONE, qrCode } from '$lib/modules/qr-write';

/** A PNG of the code of a text, each square so many pixels wide. */
export function qrPicture(text: string, scale = 6): Buffer {
	const { rows } = qrCode(text);
	const side = (rows.length + 2 * QUIET_ZONE) * scale;
	const lines = Buffer.alloc(side * (side + 1), 255);
	for (let y = 0; y < side; y += 1) {
		lines[y * (side + 1)] = 0;
		for (let x = 0; x < side; x += 1) {
			const [row, column] = [y, x].map((at) => Math.floor(at / scale) - QUIET_ZONE);
			if (rows[row ?? -1]?.[column ?? -1] === true) lines[y * (side + 1) + 1 + x] = 0;
		}
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(side, 0);
	head.writeUInt32BE(side, 4);
	// Eight bits a pixel, grey.
	head.set([8, 0, 0, 0, 0], 8);
	return Buffer.concat([
		Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(lines)),
		chunk('IEND', Buffer.alloc(0))
	]);
}

function chunk(type: string, data: Buffer): Buffer {
	const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
	const frame = Buffer.alloc(8);
	frame.writeUInt32BE(data.length, 0);
	frame.writeUInt32BE(crc32(body), 4);
	return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
