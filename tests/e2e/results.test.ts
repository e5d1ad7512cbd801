// An educator imports what learners handed in, by file, text and code, and sees a class whose numbers are counted here once more.
// Whatever is not right is set aside with its own words.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { envelopeText } from '$lib/modules/envelope';
import { splitIntoParts } from '$lib/modules/parts';
import { codeMark } from '$lib/modules/rules';
import { closeBrowser, open, storedForOffline } from './app.js';
import { handIn, makeClass, questions, settle, type HandedIn } from './class-ground.js';
import { findings } from './findings.js';
import { qrPicture } from './picture.js';

afterAll(closeBrowser);

const ASKED = 12;
const file = (name: string, text: string) => ({
	name,
	mimeType: 'text/plain',
	buffer: Buffer.from(text)
});
const percent = (share: number) => `${Math.round(100 * share)} %`;
const sum = (list: readonly number[]) => list.reduce((all, one) => all + one, 0);

async function importFiles(page: Page, files: readonly ReturnType<typeof file>[]): Promise<void> {
	await page.getByLabel('Choose receipts').setInputFiles([...files]);
}

test('receipts come back by file, text and code, and the class is counted', async () => {
	const asked = questions(ASKED, (item) => item.type === 'multiple-choice');
	const plain = await makeClass(asked, { timeLimitS: 1800, pass: 50 });
	const { content } = plain.made.module;
	const accommodations = [{ who: codeMark(content, 'A-1'), factor: 2 }];
	const group = await makeClass(asked, { ...content, accommodations }, plain.educator);

	const anna = await handIn(group, 'Anna', (place) => place > 0, { code: 'a-1', took: 3000 });
	const bo = await handIn(group, '<b>Bo</b>', (place) => place % 2 === 0, {
		timing: [{ kind: 'gap', at: 60, s: 720 }]
	});
	const cy = await handIn(group, 'Cyril', (place) => place < 4, {
		timing: [{ kind: 'clock', at: 30, s: -7200 }]
	});

	const { page, context, faults, close } = await open(`${inject('root')}modules/results/`);
	await page.getByLabel('Choose receipts').waitFor({ state: 'attached' });
	await settle(page, group, [group.made]);
	await storedForOffline(page);
	await context.setOffline(true);

	await importFiles(page, [file('anna.txt', anna.file)]);
	await page.getByText('1 receipt counted', { exact: true }).waitFor();
	await page.getByText('Paste receipts as text').click();
	await page.getByLabel('Text of one receipt').fill(`Hello,\n\n${envelopeText(bo.bytes)}\n\nBo`);
	await page.getByRole('button', { name: 'Import text' }).click();
	await expect.poll(() => page.getByText(/Undo$/).count()).toBe(2);
	await page.getByText('Scan a code').click();
	const codes = splitIntoParts(cy.bytes).map((text, at) => ({
		...{ name: `code-${at}.png`, mimeType: 'image/png', buffer: qrPicture(text) }
	}));
	await page.getByLabel('Picture of a code').setInputFiles(codes.reverse());
	await expect.poll(() => page.getByText(/Undo$/).count()).toBe(3);
	expect(await findings(page)).toEqual([]);

	await page.getByRole('link', { name: 'Week one' }).first().click();
	await page.getByRole('heading', { level: 1, name: 'Week one' }).waitFor();
	const all = [anna, bo, cy];
	const share = (one: HandedIn) => sum(one.points) / ASKED;
	const mean = sum(all.map(share)) / all.length;
	const passed = all.filter((one) => share(one) >= 0.5).length;
	const overview = page.getByRole('region', { name: 'Overview' });
	await overview.getByText(percent(mean)).first().waitFor();
	await overview.getByText(`${passed} of ${all.length}`).waitFor();
	const row = (name: string) => page.getByRole('row').filter({ hasText: name });
	expect(await row('Anna').innerText()).toContain('60 min (extended from 30)');
	expect(await row('Anna').innerText()).toContain(percent(share(anna)));
	expect(await row('<b>Bo</b>').innerText()).toContain('gap of 12 min');
	expect(await row('Cyril').innerText()).toContain('clock moved back 2 h');

	const topics = new Map<string, { n: number; right: number }>();
	for (const [place, { item }] of asked.entries())
		for (const topic of item.topics) {
			const before = topics.get(topic) ?? { n: 0, right: 0 };
			const right = all.filter((one) => one.points[place] === 1).length;
			topics.set(topic, { n: before.n + all.length, right: before.right + right });
		}
	const table = page.getByRole('table', { name: 'Accuracy by topic' });
	const cells = await table.getByRole('row').allInnerTexts();
	const counted = cells.slice(1).map((text) => text.split('\t').map((one) => one.trim()));
	expect(counted.map(([, shown, , n]) => `${shown} of ${n}`).sort()).toEqual(
		[...topics.values()].map(({ n, right }) => `${percent(right / n)} of ${n}`).sort()
	);
	expect(await findings(page)).toEqual([]);

	await page.setViewportSize({ width: 320, height: 640 });
	await page.emulateMedia({ colorScheme: 'dark' });
	expect([...(await findings(page, 'layout')), ...(await findings(page, 'colours'))]).toEqual([]);
	await page.setViewportSize({ width: 1280, height: 900 });

	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Gradebook for Canvas (CSV)' }).click();
	const csv = readFileSync(await (await download).path(), 'utf8');
	expect(csv).toContain(`Anna,,Anna,Anna,,${sum(anna.points)}\r\n`);

	await page.getByRole('link', { name: 'Anna' }).click();
	await page.getByRole('heading', { level: 1, name: 'Anna' }).waitFor();
	await page.getByText('60 min (extended from 30)').waitFor();
	expect(await page.locator('details.card').count()).toBe(ASKED);
	expect(await findings(page)).toEqual([]);
	expect(faults).toEqual([]);
	await close();
}, 120_000);

test('what is not right is set aside with its own words, and an import can be taken back', async () => {
	const asked = questions(3, (item) => item.type === 'multiple-choice');
	const closes = Date.UTC(2026, 10, 4);
	const first = await makeClass(asked, { title: 'Old' });
	const group = await makeClass(
		asked,
		{ closes, revision: 2, revises: first.made.id },
		first.educator
	);
	const stranger = await makeClass(asked);
	const unknown = await makeClass(asked, { title: 'Not here' }, first.educator);
	const right = () => true;
	const good = await handIn(group, 'Good', right);
	const late = await handIn(group, 'Late', right, { started: closes + 3_600_000 });
	const changed =
		good.file.slice(0, -60) + (good.file.at(-60) === 'A' ? 'B' : 'A') + good.file.slice(-59);
	const files: readonly [name: string, text: string, words: RegExp][] = [
		['good.txt', good.file, /^$/],
		['again.txt', good.file, /was imported before/],
		['changed.txt', changed, /was changed on its way/],
		['cut.txt', good.file.slice(0, -30), /is incomplete/],
		[
			'stranger.txt',
			(await handIn(stranger, 'X', right)).file,
			/for another educator, or for a key that is not on this device\. The words/
		],
		[
			'unknown.txt',
			(await handIn(unknown, 'X', right)).file,
			/for a module that is not on this device/
		],
		['old.txt', (await handIn(first, 'X', right)).file, /for another revision/],
		['late.txt', late.file, /after the module closed/],
		[
			'second.txt',
			(await handIn(group, 'Twice', right, { attempt: 2 })).file,
			/more attempts than/
		],
		['holiday.txt', 'Greetings from the sea', /no Milium receipt/]
	];
	const { page, faults, close } = await open(`${inject('root')}modules/results/`);
	await page.getByLabel('Choose receipts').waitFor({ state: 'attached' });
	await settle(page, group, [group.made]);
	await importFiles(
		page,
		files.map(([name, text]) => file(name, text))
	);
	await page.getByText(`1 receipt counted, ${files.length - 1} set aside.`).waitFor();
	const aside = page.getByRole('region', { name: /^Set aside/ }).getByRole('listitem');
	for (const [name, , words] of files.slice(1)) {
		expect(await aside.filter({ hasText: name }).innerText()).toMatch(words);
	}
	await page.getByRole('button', { name: 'Count late.txt anyway' }).click();
	await page.getByText('1 receipt counted.').waitFor();
	await expect.poll(() => aside.count()).toBe(files.length - 2);
	await page.getByRole('button', { name: 'Undo this import' }).click();
	await page.getByText('Taken back.').waitFor();
	await page.getByText('1 handed in').waitFor();
	// It is back where it was.
	await expect.poll(() => aside.filter({ hasText: 'late.txt' }).count()).toBe(1);
	expect(faults).toEqual([]);
	await close();
}, 90_000);
