// `npm run screenshots`: the pictures of the guide for educators, taken from the real app. An educator makes and shares a module, a
// learner opens it, and a made-up class comes back. Keys are new each time, so the codes and words differ.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { ensureBuilt } from '../../src/tools/build.js';
import { findChromium } from '../../src/tools/chromium.js';
import { serve } from '../../src/tools/serve.js';
import { command, ROOT, Stop } from '../../src/tools/setup.js';
import { handIn, makeClass, questions, settle } from '../e2e/class-ground.js';

const FOLDER = join(ROOT, 'static/guide');
const SIZE = { width: 720, height: 540 };
const QUALITY = 60;

/** Keeps what is on screen, from the top of `from` where it is given. */
async function keep(page: Page, name: string, from?: string): Promise<void> {
	if (from !== undefined) {
		const top = await page
			.getByText(from)
			.first()
			.evaluate((one) => one.getBoundingClientRect().top + scrollY);
		await page.evaluate((to) => scrollTo({ top: to - 24, behavior: 'instant' }), top);
	}
	await page.waitForTimeout(400);
	const session = await page.context().newCDPSession(page);
	const { data } = await session.send('Page.captureScreenshot', {
		format: 'webp',
		quality: QUALITY
	});
	writeFileSync(join(FOLDER, `${name}.webp`), Buffer.from(data, 'base64'));
}

async function fresh(browser: Browser, address: string): Promise<Page> {
	const context = await browser.newContext({ viewport: SIZE, colorScheme: 'light', locale: 'en' });
	const page = await context.newPage();
	await page.goto(address);
	return page;
}

async function making(page: Page): Promise<string> {
	await page.getByRole('link', { name: 'New module' }).click();
	await page.getByText('the module takes').waitFor();
	await page.getByRole('textbox', { name: 'Title' }).fill('Milia or acne?');
	await page.getByRole('spinbutton', { name: 'Number of questions' }).fill('10');
	await page.getByRole('radio', { name: /^Exam/ }).check();
	await page.getByText('Time and attempts').click();
	await page.getByRole('checkbox', { name: 'Time limit' }).check();
	await page.getByText('10 questions for each learner').waitFor();
	await keep(page, 'make', 'New module');
	await page.getByRole('button', { name: 'Share' }).click();
	await page.getByRole('textbox', { name: /Your name/ }).fill('Dr. Ada Example');
	await page.getByRole('button', { name: 'Make my key and share' }).click();
	await page.getByRole('img', { name: /QR code/ }).waitFor();
	await keep(page, 'key', 'Save your key file now');
	const link = page.getByRole('textbox', { name: 'Link', exact: true });
	const top = await page
		.getByRole('img', { name: /QR code/ })
		.evaluate((one) => one.getBoundingClientRect().bottom + scrollY);
	await page.evaluate((to) => scrollTo({ top: to - 510, behavior: 'instant' }), top);
	await keep(page, 'share');
	return link.inputValue();
}

async function previewing(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Accept this module' }).waitFor();
	await keep(page, 'preview');
}

const LEARNERS =
	'Ada Bo Cai Dee Eli Fay Gus Hal Ida Jon Kim Lea Max Nia Oz Pia Quy Ray Sam Tia Uma Vic Wes Zoe';

async function results(page: Page): Promise<void> {
	const asked = questions(12, (item) => item.type === 'multiple-choice');
	const group = await makeClass(asked, { title: 'Milia or acne?', pass: 60 });
	await page.getByLabel('Choose receipts').waitFor({ state: 'attached' });
	await settle(page, group, [group.made]);
	const receipts = [];
	for (const [n, name] of LEARNERS.split(' ').entries()) {
		const { file } = await handIn(group, name, (place) => (place * 5 + n * 7) % 12 < 4 + (n % 9));
		receipts.push({ name: `${name}.txt`, mimeType: 'text/plain', buffer: Buffer.from(file) });
	}
	await page.getByLabel('Choose receipts').setInputFiles(receipts);
	await page.getByText(`${receipts.length} receipts counted`, { exact: true }).waitFor();
	await page.getByRole('link', { name: 'Milia or acne?' }).first().click();
	await page.getByRole('region', { name: 'Overview' }).waitFor();
	await keep(page, 'class');
	await page
		.getByRole('link', { name: /item analysis/i })
		.first()
		.click();
	await page.getByRole('table').first().waitFor();
	await keep(page, 'items', 'The whole test');
}

await command(async () => {
	const executablePath = findChromium();
	if (executablePath === undefined) throw new Stop('No Chromium: npm test installs or names one.');
	await ensureBuilt({ base: '', dir: 'build' });
	mkdirSync(FOLDER, { recursive: true });
	const host = await serve({ dir: join(ROOT, 'build') });
	const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
	try {
		const link = await making(await fresh(browser, `${host.url}modules/`));
		await previewing(await fresh(browser, link));
		await results(await fresh(browser, `${host.url}modules/results/`));
	} finally {
		await browser.close();
		await host.close();
	}
	return 0;
});
