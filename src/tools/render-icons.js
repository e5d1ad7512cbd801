// Draws the PNG icons from `static/icons/icon.svg` with Chromium: node src/tools/render-icons.js
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { findChromium } from './chromium.js';
import { command, ROOT, Stop } from './setup.js';

const FOLDER = join(ROOT, 'static/icons');

/**
 * `bleed`: the ground fills the square, because the platform cuts its own shape out of it. `scale`: size of the drawing
 * within; a maskable icon may lose everything outside a circle of 80 % of its width.
 * @type {{ name: string, size: number, bleed?: boolean, scale?: number }[]}
 */
const ICONS = [
	{ name: 'favicon-32', size: 32 },
	{ name: 'icon-192', size: 192 },
	{ name: 'icon-512', size: 512 },
	{ name: 'apple-touch-icon', size: 180, bleed: true },
	{ name: 'icon-maskable-192', size: 192, bleed: true, scale: 0.92 },
	{ name: 'icon-maskable-512', size: 512, bleed: true, scale: 0.92 }
];

const MIDDLE = 256;
const SQUARE = /(<rect width="512" height="512") rx="\d+"( fill="#0f5c5c" \/>)([\s\S]*)<\/svg>/;

/**
 * @param {string} svg
 * @param {number} scale
 */
function withBleed(svg, scale) {
	if (!SQUARE.test(svg))
		throw new Stop('icon.svg has no ground square of 512 × 512 to fill the icon with.');
	const about = `translate(${MIDDLE} ${MIDDLE}) scale(${scale}) translate(${-MIDDLE} ${-MIDDLE})`;
	return svg.replace(SQUARE, `$1$2<g transform="${about}">$3</g></svg>`);
}

await command(async () => {
	const executablePath = findChromium();
	if (executablePath === undefined)
		throw new Stop('No Chromium found. Install one, or set MILIUM_CHROMIUM to its path.');
	const svg = readFileSync(join(FOLDER, 'icon.svg'), 'utf8');
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	try {
		const page = await browser.newPage();
		for (const { name, size, bleed = false, scale = 1 } of ICONS) {
			await page.setViewportSize({ width: size, height: size });
			const drawing = bleed ? withBleed(svg, scale) : svg;
			await page.setContent(
				`<style>body{margin:0}svg{display:block;width:${size}px}</style>${drawing}`
			);
			writeFileSync(join(FOLDER, `${name}.png`), await page.screenshot({ omitBackground: true }));
		}
	} finally {
		await browser.close();
	}
	process.stdout.write(`${ICONS.length} icons drawn\n`);
});
