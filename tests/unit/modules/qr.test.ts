import { describe, expect, it } from 'vitest';
import { linkText, packModule } from '$lib/modules/link';
import { readQrCode, type Picture } from '$lib/modules/qr-read';
import { QUIET_ZONE, qrCode, qrPath, type QrCode } from '$lib/modules/qr-write';
import { splitIntoParts } from '$lib/modules/parts';
import { aClass, knownOf, someItems } from './making.js';

/**
 * A picture of a screen with a code on it: grey around, squares of a size that is no whole number of pixels, as when a page is
 * scaled. Every pixel is the mean of four samples, so that edges blur.
 */
function pictureOf({ rows }: QrCode, width: number, height: number, codeWidth: number): Picture {
	const data = new Uint8ClampedArray(width * height * 4).fill(255);
	const size = rows.length + 2 * QUIET_ZONE;
	const squaresAlong = (pixels: number) =>
		Int16Array.from({ length: pixels * 2 }, (_, half) =>
			Math.floor(((half / 2 + 0.25 - (pixels - codeWidth) / 2) / codeWidth) * size)
		);
	const [across, down] = [squaresAlong(width), squaresAlong(height)];
	const lightAt = (row: number, column: number) => {
		if (Math.min(row, column) < 0 || Math.max(row, column) >= size) return 90;
		return rows[row - QUIET_ZONE]?.[column - QUIET_ZONE] === true ? 20 : 245;
	};
	for (let y = 0; y < height; y += 1) {
		for (let x = 0; x < width; x += 1) {
			const [top = 0, bottom = 0] = [down[2 * y], down[2 * y + 1]];
			const [left = 0, right = 0] = [across[2 * x], across[2 * x + 1]];
			const sum =
				lightAt(top, left) + lightAt(top, right) + lightAt(bottom, left) + lightAt(bottom, right);
			const at = (y * width + x) * 4;
			data[at] = data[at + 1] = data[at + 2] = sum / 4;
		}
	}
	return { width, height, data };
}

describe('a QR code', () => {
	it('of the link of a module of twenty questions is read from a screenshot of a phone', async () => {
		const { module } = await aClass({ sections: [{ items: someItems(20) }], timeLimitS: 1800 });
		const packed = packModule(module, knownOf(module.content));
		if (!packed.ok) throw new Error(packed.problem.code);
		const link = `https://milium.example.org/milium/modules/open/#${linkText(packed.value)}`;
		expect(link.length).toBeLessThanOrEqual(600);
		const code = qrCode(link);
		expect(code.version).toBeLessThanOrEqual(20);
		// 390 by 844 CSS pixels, twice as many on the screen; the code as wide as the page lets it be.
		expect(readQrCode(pictureOf(code, 780, 1688, 703), 5000)).toBe(link);
	});

	it('of a part is of version 15 at most, and is read', () => {
		const texts = splitIntoParts(Uint8Array.from({ length: 1400 }, (_, at) => (at * 89) & 255));
		for (const text of texts) {
			const code = qrCode(text);
			expect(code.version).toBeLessThanOrEqual(15);
			expect(readQrCode(pictureOf(code, 640, 480, 401), 5000)).toBe(text);
		}
	});

	it('is drawn as one path, margin included', () => {
		const { d, size } = qrPath(qrCode('MIL1'));
		expect(size).toBe(21 + 2 * QUIET_ZONE);
		// The top edge of the first corner mark.
		expect(d.startsWith(`M${QUIET_ZONE} ${QUIET_ZONE}h7v1h-7z`)).toBe(true);
	});

	it('that is not there is not read', () => {
		const data = new Uint8ClampedArray(200 * 200 * 4).fill(200);
		expect(readQrCode({ width: 200, height: 200, data }, 200)).toBeUndefined();
	});
});
