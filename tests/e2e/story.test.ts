// The whole way of a module, in a browser profile for each person: made, taken by three learners while the host is gone (one plainly, one
// whose browser is killed, one whose clock is set back), brought back by file, text and code, and counted. Every figure on the
// educator's pages is worked out here once more from the answers given, by plain arithmetic.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve } from '../../src/tools/serve.js';
import { programOf, ROOT } from '../../src/tools/setup.js';
import { closeBrowser, open, storedForOffline, watch } from './app.js';
import { startChromium, type StartedChromium } from './chromium.js';
import { alpha, figuresOfItem, mean, median, sum } from './plain-figures.js';
import * as ground from './story-ground.js';

const { POINTS, MOST, QUESTIONS } = ground;
const TITLE = 'Milia, week three';
const [ANNA, BO, CY] = [0, 1, 2];
const ALL = sum(MOST);
const TOTALS = POINTS.map(sum);
const SHARES = TOTALS.map((one) => one / ALL);
/** Bo comes back so long after the kill. */
const AWAY_S = 300;
/** Cy sets the clock back by two hours, and then too far forward. */
const [BACK_MS, FORTH_MS] = [-7_200_000, 8_100_000];

let folder = '';
let host: Awaited<ReturnType<typeof serve>>;
let bo: StartedChromium | undefined;
beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'milium-story-'));
	host = await serve({ dir: 'build' });
});
afterAll(async () => {
	await host.close();
	await closeBrowser();
	await bo?.kill();
	rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
});

const faults: string[] = [];
const percent = (share: number) => `${Math.round(100 * share)} %`;
/** As the pages write figures: two decimals and a true minus; a dash for what is not defined. */
const fixed = (value: number | undefined) =>
	value === undefined ? '–' : value.toFixed(2).replace('-', '\u2212');

/** What a camera sees of the code on screen. */
async function photograph(page: Page, type: 'png' | 'jpeg'): Promise<Buffer> {
	const code = page.getByRole('img', { name: /^QR code/ });
	await code.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
	const box = await code.boundingBox();
	if (box === null) throw new Error('No code is on screen');
	const [x, y] = [box.x, box.y].map((edge) => Math.floor(edge) - 12);
	return page.screenshot({ type, clip: { x: x ?? 0, y: y ?? 0, width: 480, height: 480 } });
}

/** Bo's browser: a process and a profile on disk of its own, and a camera that sees the module. */
async function startBo(more: string): Promise<Page> {
	bo = await startChromium(join(folder, 'bo'), [
		'--use-fake-ui-for-media-stream',
		'--use-fake-device-for-media-stream',
		`--use-file-for-fake-video-capture=${join(folder, 'camera.mjpeg')}`
	]);
	await bo.context.grantPermissions(['clipboard-read', 'clipboard-write']);
	await watch(bo.context, new URL(host.url).origin, faults);
	await bo.context.addInitScript(more);
	return bo.context.newPage();
}

async function annaTakesIt(page: Page): Promise<string> {
	await ground.begin(page);
	await ground.answer(page, ANNA, [0, QUESTIONS.length]);
	await ground.seal(page, 'Anna');
	await page.getByText('nothing to note').waitFor();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a file' }).click();
	return (await download).path();
}

/** Bo's browser is killed after three answers, and started again five minutes later: they are there, and the time has been taken. */
async function boTakesIt(first: Page): Promise<string> {
	await ground.begin(first, ground.ACCOMMODATION.code);
	await ground.answer(first, BO, [0, 3]);
	const before = await ground.timeLeft(first);
	await bo?.kill();

	const page = await startBo(ground.clockOff(1000 * AWAY_S));
	await page.goto(`${host.url}modules/`);
	await page.getByText('begun').waitFor();
	await page.getByRole('link', { name: TITLE }).click();
	await page.getByRole('link', { name: 'Continue' }).click();
	await ground.atQuestion(page, 2);
	const after = await ground.timeLeft(page);
	const passed = AWAY_S + after.at - before.at;
	expect(before.s).toBeGreaterThan(44 * 60);
	expect(Math.abs(before.s - after.s - passed), 'seconds lost or gained').toBeLessThan(6);
	for (const place of [2, 1, 0]) {
		await ground.atQuestion(page, place);
		const kept = ground.control(page, place, ground.answersOf(BO)[place] ?? '');
		await expect
			.poll(() => kept.isChecked(), { message: `answer ${place + 1} is kept` })
			.toBe(true);
		if (place > 0) await page.getByRole('button', { name: 'Previous question' }).click();
	}
	await page.getByText('All questions').click();
	await page.getByRole('button', { name: 'Question 4, not answered' }).click();
	await ground.answer(page, BO, [3, QUESTIONS.length]);
	await ground.seal(page, 'Bo');
	await page.getByText(/Milium was closed, or the device asleep, for 5 min/).waitFor();
	await page.getByRole('button', { name: 'Copy as text' }).click();
	await page.getByText('Copied.').waitFor();
	return page.evaluate(() => navigator.clipboard.readText());
}

/** Cy sets the clock of the device back and forth in the middle: no time is won or lost, and the receipt says so. */
async function cyTakesIt(page: Page): Promise<Buffer> {
	await ground.begin(page);
	await ground.answer(page, CY, [0, 2]);
	const before = await ground.timeLeft(page);
	await page.evaluate(`setClock(${BACK_MS})`);
	await page.getByRole('button', { name: 'Next question' }).click();
	await ground.answer(page, CY, [2, 4]);
	await page.evaluate(`setClock(${FORTH_MS})`);
	await page.getByRole('button', { name: 'Next question' }).click();
	await ground.answer(page, CY, [4, QUESTIONS.length]);
	const after = await ground.timeLeft(page);
	expect(Math.abs(before.s - after.s - (after.at - before.at))).toBeLessThan(6);
	await ground.seal(page, 'Cy');
	await page.getByText(/the device's clock moved back 2 h/).waitFor();
	await page.getByRole('button', { name: 'Show as QR code' }).click();
	const code = page.getByRole('img', { name: 'QR code: Your receipt', exact: true });
	await code.evaluate((one) => one.scrollIntoView({ block: 'center', behavior: 'instant' }));
	// The whole screen of the phone.
	return page.screenshot({ type: 'png' });
}

async function bringBack(page: Page, file: string, text: string, picture: Buffer): Promise<void> {
	await page.goto(`${host.url}modules/results/`);
	await page.getByLabel('Choose receipts').setInputFiles(file);
	await page.getByText('1 handed in').waitFor();
	await page.getByText('Paste receipts as text').click();
	await page.getByLabel('Text of one receipt').fill(text);
	await page.getByRole('button', { name: 'Import text' }).click();
	await page.getByText('2 handed in').waitFor();
	await page.getByText('Scan a code').click();
	const shot = { name: 'phone.png', mimeType: 'image/png', buffer: picture };
	await page.getByLabel('Picture of a code').and(page.locator(':enabled')).setInputFiles([shot]);
	await page.getByText('3 handed in').waitFor();
}

/** The page of the class and those of its learners; gives the path of the full results. */
async function lookAtClass(page: Page): Promise<string> {
	await page.getByRole('link', { name: TITLE }).first().click();
	await page.getByRole('heading', { level: 1, name: TITLE }).waitFor();
	const overview = page.getByRole('region', { name: 'Overview' });
	const shown = await overview.locator('dl > div').allInnerTexts();
	const passed = SHARES.filter((one) => 100 * one >= ground.PASS_PERCENT).length;
	expect(shown.map((one) => one.replaceAll(/\s+/g, ' ').trim())).toEqual(
		expect.arrayContaining([
			'Handed in 3',
			'Attempts 3',
			`Mean score ${percent(mean(SHARES))}`,
			`Median ${percent(median(SHARES))}`,
			`Range ${Math.round(100 * Math.min(...SHARES))}–${percent(Math.max(...SHARES))}`,
			`Passed ${passed} of 3`,
			`Left blank ${percent(ground.LEFT_BLANK / (3 * QUESTIONS.length))}`
		])
	);
	const learners = page.getByRole('table', { name: 'Learners', exact: true });
	const notes: string[] = [];
	for (const [at, name] of ['Anna', 'Bo', 'Cy'].entries()) {
		const cells = await learners
			.getByRole('row')
			.filter({ has: page.getByRole('link', { name, exact: true }) })
			.getByRole('cell')
			.allInnerTexts();
		const pass = 100 * (SHARES[at] ?? 0) >= ground.PASS_PERCENT ? 'Yes' : 'No';
		const wanted = [percent(SHARES[at] ?? 0), `${TOTALS[at]} of ${ALL}`, pass, '1'];
		expect(cells.slice(0, 4), name).toEqual(wanted);
		notes.push(cells.at(-1)?.trim() ?? '');
	}
	expect(notes).toEqual([
		'',
		expect.stringMatching(/^45 min \(extended from 30\)\s+gap of 5 min/),
		'clock moved back 2 h, clock moved forward 2 h 15 min'
	]);
	const box = page.getByRole('region', { name: 'Learners, table' });
	expect(await box.evaluate((one) => one.scrollWidth - one.clientWidth), 'cut off').toBe(0);
	for (const [name, note] of [
		['Bo', /Milium was closed, or the device asleep, for 5 min/],
		['Cy', /After .*: the device's clock moved back 2 h/]
	] as const) {
		await page.getByRole('link', { name, exact: true }).click();
		await page.getByRole('heading', { level: 1, name }).waitFor();
		await page.getByRole('listitem').filter({ hasText: note }).waitFor();
		await page.goBack();
	}
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Full results (JSON)' }).click();
	return (await download).path();
}

interface Analysed {
	readonly learners: number;
	readonly reliability: { readonly alpha: { readonly value?: number } };
	readonly items: readonly {
		readonly ref: { readonly item: string };
		readonly statistics: {
			readonly facility: {
				readonly statistic: { readonly value: number };
				readonly low: number;
				readonly high: number;
			};
			readonly discrimination: { readonly corrected: { readonly value?: number } };
			readonly upperLower: { readonly statistic: { readonly value: number } };
		};
	}[];
}

/** What `npm run bank -- analyse --all` says of a results file. */
async function analysed(path: string): Promise<Analysed> {
	const program = ['--tsconfig', 'src/tools/tsconfig.json', 'src/tools/bank/main.ts'];
	const { stdout } = await promisify(execFile)(
		process.execPath,
		[programOf('tsx'), ...program, 'analyse', '--all', path],
		{ cwd: ROOT, maxBuffer: 10_000_000 }
	);
	return JSON.parse(stdout) as Analysed;
}

/** The item analysis on the page, on the command line and here says the same. */
async function lookAtQuestions(page: Page, results: string): Promise<void> {
	await page
		.getByRole('link', { name: /^Item analysis/ })
		.first()
		.click();
	const table = page.getByRole('table', { name: 'Questions and their figures' });
	const rows = async () => {
		const lines = await table.locator('tbody tr').all();
		const cells = await Promise.all(lines.map((one) => one.getByRole('cell').allInnerTexts()));
		return cells.map((one) => one.slice(0, 3));
	};
	const figures = QUESTIONS.map((_, at) => figuresOfItem(POINTS, at, MOST[at] ?? 1));
	const facilities = figures.map(
		({ facility, low, high }) => `${fixed(facility)} (${fixed(low)} to ${fixed(high)})`
	);
	await page.getByText(/are withheld below 20 learners/).waitFor();
	expect(await rows()).toEqual(facilities.map((one) => [one, '–', '–']));
	await page.getByRole('checkbox', { name: 'Show them all the same, as hints' }).check();
	const wanted = figures.map((one, at) => [
		facilities[at],
		fixed(one.pointBiserial),
		fixed(one.upperLower)
	]);
	await expect.poll(rows).toEqual(wanted);
	const whole = page.getByRole('region', { name: 'The whole test' });
	await whole.getByText(`${mean(TOTALS).toFixed(1)} of ${ALL}`).waitFor();
	await whole.getByText(fixed(alpha(POINTS)), { exact: true }).waitFor();

	const told = await analysed(results);
	expect(told.learners).toBe(3);
	expect(told.items.map((one) => one.ref.item)).toEqual(QUESTIONS.map((one) => one.id));
	expect(told.reliability.alpha.value).toBeCloseTo(alpha(POINTS), 9);
	const onCommandLine = told.items.map(({ statistics: { facility, ...one } }) => ({
		...{ facility: facility.statistic.value, low: facility.low, high: facility.high },
		pointBiserial: one.discrimination.corrected.value,
		upperLower: one.upperLower.statistic.value
	}));
	onCommandLine.forEach((one, at) => {
		for (const [name, value] of Object.entries(figures[at] ?? {})) {
			const found = one[name as keyof typeof one];
			if (value === undefined) expect(found, name).toBeUndefined();
			else expect(found, `${name} of ${QUESTIONS[at]?.id}`).toBeCloseTo(value, 6);
		}
	});
}

test('a module is made, taken offline by three learners, and its class counted', async () => {
	const educator = await open(`${host.url}modules/`);
	await ground.makeModule(educator.page, TITLE);
	const link = await educator.page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
	writeFileSync(join(folder, 'camera.mjpeg'), await photograph(educator.page, 'jpeg'));
	const picture = await photograph(educator.page, 'png');

	// Three ways to open it: link, camera, picture.
	const anna = await open(link);
	const boPage = await startBo(ground.clockOff(0));
	await boPage.goto(`${host.url}modules/open/`);
	const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 };
	const cy = await open(`${host.url}modules/`, phone);
	await cy.context.addInitScript(ground.clockOff(0));
	await cy.page.goto(`${host.url}modules/open/`);
	for (const page of [educator.page, anna.page, boPage, cy.page]) await storedForOffline(page);
	// From here on nobody has a network.
	await host.close();
	await boPage.getByRole('button', { name: 'Use the camera' }).click();
	const shot = { name: 'share.png', mimeType: 'image/png', buffer: picture };
	await cy.page
		.getByLabel('Picture of a code')
		.and(cy.page.locator(':enabled'))
		.setInputFiles([shot]);

	const file = await annaTakesIt(anna.page);
	const text = await boTakesIt(boPage);
	const screen = await cyTakesIt(cy.page);

	await bringBack(educator.page, file, text, screen);
	const results = await lookAtClass(educator.page);
	await lookAtQuestions(educator.page, results);
	expect([...educator.faults, ...anna.faults, ...cy.faults, ...faults]).toEqual([]);
}, 240_000);
