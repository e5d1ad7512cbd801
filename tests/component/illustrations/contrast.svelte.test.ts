// Whether a lesion can be seen by brightness alone, measured on the drawn picture: no finding may rest on its hue.
import { expect, it } from 'vitest';
import { ILLUSTRATIONS } from '$lib/illustrations/catalogue';
import { draw } from '$lib/illustrations/draw';
import { TONES } from '$lib/illustrations/palette';
import { toSvgString } from '$lib/illustrations/tree';

/** Half the size of the sheet: details of under a pixel do not count as seen. */
const SCALE = 0.5;
const LEAST = 1.3;

async function pixels(svg: string, width: number, height: number): Promise<ImageData> {
	const sized = svg.replace('<svg ', `<svg width="${width}" height="${height}" `);
	const image = new Image();
	image.src = `data:image/svg+xml,${encodeURIComponent(sized)}`;
	await image.decode();
	const canvas = new OffscreenCanvas(width * SCALE, height * SCALE);
	const context = canvas.getContext('2d');
	if (context === null) throw new Error('No canvas');
	context.drawImage(image, 0, 0, canvas.width, canvas.height);
	return context.getImageData(0, 0, canvas.width, canvas.height);
}

/** Relative luminance (WCAG 2.2) of a pixel. */
function luminance(data: Uint8ClampedArray, at: number): number {
	const part = (value: number) =>
		value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
	const [r, g, b] = [0, 1, 2].map((channel) => part((data[at + channel] ?? 0) / 255));
	return 0.2126 * (r ?? 0) + 0.7152 * (g ?? 0) + 0.0722 * (b ?? 0);
}

/** Contrast of the lightest and the darkest fiftieth of a circle. */
function contrastIn(image: ImageData, { x, y, r }: { x: number; y: number; r: number }): number {
	const values: number[] = [];
	for (let row = 0; row < image.height; row += 1) {
		for (let column = 0; column < image.width; column += 1) {
			if (Math.hypot(column / SCALE - x, row / SCALE - y) > r) continue;
			values.push(luminance(image.data, (row * image.width + column) * 4));
		}
	}
	values.sort((a, b) => a - b);
	const at = (share: number) => values[Math.floor(values.length * share)] ?? 0;
	return (at(0.98) + 0.05) / (at(0.02) + 0.05);
}

it.each(ILLUSTRATIONS.filter(({ kind }) => kind === 'close-up').map(({ id }) => id))(
	'%s stands off the skin by brightness alone, on every shade',
	async (id) => {
		const faint: string[] = [];
		for (const tone of TONES) {
			const drawing = draw({ id, tone, seed: 11 });
			const image = await pixels(toSvgString(drawing), drawing.width, drawing.height);
			for (const { shape } of drawing.regions.filter((one) => /^lesion|^patch/.test(one.id))) {
				if (shape.kind !== 'circle') continue;
				const found = contrastIn(image, { ...shape, r: shape.r * 1.25 });
				if (found < LEAST) faint.push(`Monk ${tone}: ${found.toFixed(2)}`);
			}
		}
		expect(faint).toEqual([]);
	}
);
