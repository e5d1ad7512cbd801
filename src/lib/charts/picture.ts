// A chart as a picture that stands by itself: dark on white, with what it shows written above it.
import type { ChartConfiguration, Plugin } from 'chart.js';
import { lines } from './accuracy.js';
import { Chart } from './library.js';
import type { Palette } from './palette.js';

/** Pixels of the picture for one of the page: sharp in print. */
const SCALE = 2;

/** Draws a chart apart from the page; rejects where the browser makes no picture of it. */
export async function pictureOf(
	config: ChartConfiguration,
	title: string,
	palette: Palette,
	{ width, height }: { readonly width: number; readonly height: number }
): Promise<Blob> {
	const canvas = document.createElement('canvas');
	canvas.width = width;
	canvas.height = height + 60;
	const chart = new Chart(canvas, {
		...config,
		options: {
			...config.options,
			animation: false,
			responsive: false,
			devicePixelRatio: SCALE,
			layout: { padding: 12 },
			plugins: {
				...config.options?.plugins,
				title: { display: true, color: palette.ink, text: lines(title, Math.floor(width / 8)) }
			}
		},
		plugins: [...(config.plugins ?? []), ground(palette.surface)]
	});
	try {
		return await new Promise((resolve, reject) => {
			canvas.toBlob((blob) => {
				if (blob === null) reject(new Error('The browser made no picture'));
				else resolve(blob);
			}, 'image/png');
		});
	} finally {
		chart.destroy();
	}
}

/** Paints the ground, which is see-through otherwise. */
const ground = (colour: string): Plugin => ({
	id: 'ground',
	beforeDraw({ ctx, width, height }) {
		ctx.save();
		ctx.fillStyle = colour;
		ctx.fillRect(0, 0, width, height);
		ctx.restore();
	}
});
