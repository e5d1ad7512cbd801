// What a module asks beyond its questions: it goes out without its key, each learner draws their own questions, what is late is marked or
// refused, and a learner with a code has a due time of their own.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { loadQuestions } from '../../src/tools/questions.js';
import { plainText } from '../../src/lib/ui/rich-text/plain.js';
import { closeBrowser, open, saved } from './app.js';

afterAll(closeBrowser);

const TITLE = 'Own draw';
const DRAWN = 2;
const CODE = 'otter';
const DAY_MS = 86_400_000;
/** A day before or after today as a field for dates takes it. */
const inDays = (days: number) =>
	new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 'yyyy-mm-ddThh:mm'.length);

interface Choosable {
	readonly type: string;
	readonly key: { readonly choice: string };
	readonly options: readonly { readonly id: string; readonly text: string }[];
}
const POOL = loadQuestions()
	.banks.flatMap((bank) => bank.items)
	.filter((one) => one.unfolding === undefined) as unknown as readonly Choosable[];

/** Makes a module without key whose questions are drawn from a pool, due three days ago, with more time for one learner. */
async function makeModule(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'New module' }).click();
	await page.getByText('the module takes').waitFor();
	await page.getByRole('textbox', { name: 'Title' }).fill(TITLE);
	await page.getByRole('radio', { name: /^From pools/ }).check();
	await page.getByRole('spinbutton', { name: 'Draw' }).fill(String(DRAWN));
	await page.getByRole('strong').filter({ hasText: 'Item types' }).click();
	await page.getByRole('checkbox', { name: /^Multiple Choice/ }).check();
	await page.getByRole('radio', { name: /^Exam/ }).check();
	await page.getByText('Dates', { exact: true }).click();
	await page.getByLabel('Due', { exact: true }).fill(inDays(-3));
	await page.getByText('What learners see', { exact: true }).click();
	await page.getByRole('checkbox', { name: /^Without key/ }).check();
	await page.getByText('Accommodations', { exact: true }).click();
	await page.getByRole('button', { name: 'Add an accommodation' }).click();
	await page.getByRole('textbox', { name: 'Code' }).fill(CODE);
	await page.getByLabel('Own due time').fill(inDays(3));
	await page.getByText(`${DRAWN} questions for each learner`).waitFor();
}

/** Signs it, and gives its file. */
async function share(page: Page): Promise<{ name: string; mimeType: string; buffer: Buffer }> {
	await page.getByRole('heading', { name: /^Share:/ }).waitFor();
	await page.getByText('goes out without its key').waitFor();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a file' }).click();
	const buffer = readFileSync(await (await download).path());
	return { name: 'module.json', mimeType: 'application/json', buffer };
}
type ModuleFile = Awaited<ReturnType<typeof share>>;

/** Opens the file and accepts what it holds, with a code where there is one. */
async function accept(page: Page, file: ModuleFile, code?: string): Promise<void> {
	await page.goto(`${inject('root')}modules/open/`);
	await page.getByLabel('Module file').and(page.locator(':enabled')).setInputFiles([file]);
	await page.getByRole('button', { name: 'Accept this module' }).click();
	await page
		.getByRole('status')
		.filter({ hasText: /^(Late|Closed)\./ })
		.waitFor();
	if (code !== undefined) await useCode(page, code);
}
async function useCode(page: Page, code: string): Promise<void> {
	await page.getByText('I have a code').click();
	await page.getByRole('textbox', { name: 'Code' }).fill(code);
	await page.getByRole('button', { name: 'Use the code' }).click();
	await page.getByText('Your accommodation applies.').waitFor();
	await page
		.getByRole('status')
		.filter({ hasText: /^Open\./ })
		.waitFor();
}

/** Picks the keyed option of the question on screen, which the page itself does not know, or another one. */
async function pick(page: Page, right: boolean): Promise<void> {
	const question = page.locator('[data-question]');
	await question.getByRole('radio').first().waitFor();
	const found = await question.locator('label:has(input[type=radio])').allInnerTexts();
	const shown = found.join('\n');
	const item = POOL.find(
		({ options = [], key }) =>
			key.choice !== undefined && options.every(({ text }) => shown.includes(plainText(text)))
	);
	const option = item?.options.find(({ id }) => (id === item.key.choice) === right);
	const name = plainText(option?.text ?? '');
	await question.getByRole('radio', { name, exact: true }).check();
	await saved(page);
}

/** Answers what was drawn and gives the receipt as a file. */
async function take(page: Page, name: string, right: boolean): Promise<string> {
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	for (let place = 1; place <= DRAWN; place += 1) {
		await page.getByRole('heading', { name: `Question ${place} of ${DRAWN}` }).waitFor();
		await pick(page, right);
		if (place < DRAWN) await page.getByRole('button', { name: 'Next question' }).click();
	}
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await page.getByRole('button', { name: 'Submit' }).click();
	await page.getByText('Your educator scores this.').waitFor();
	await page.getByRole('textbox', { name: /Your name or code/ }).fill(name);
	await page.getByRole('button', { name: 'Seal my answers' }).click();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save as a file' }).click();
	return (await download).path();
}

test('a test without key, drawn for each learner, due at different times, is scored at its import', async () => {
	const utc = { timezoneId: 'UTC' };
	const educator = await open(`${inject('root')}modules/`, utc);
	await makeModule(educator.page);
	await educator.page.getByRole('button', { name: 'Share' }).click();
	await educator.page.getByRole('textbox', { name: /Your name/ }).fill('Dr. Ada');
	await educator.page.getByRole('button', { name: 'Make my key and share' }).click();
	const file = await share(educator.page);
	const sent = JSON.parse(file.buffer.toString()) as { items: Choosable[] };
	expect(sent.items.length).toBeGreaterThan(DRAWN);
	expect(new Set(sent.items.map(({ key }) => key.choice))).toEqual(new Set(['']));

	const late = await open(`${inject('root')}modules/`, utc);
	await accept(late.page, file);
	const first = await take(late.page, 'Kim', true);
	const other = await open(`${inject('root')}modules/`, utc);
	await accept(other.page, file, CODE);
	const second = await take(other.page, 'Sam', false);

	const { page } = educator;
	await page.goto(`${inject('root')}modules/results/`);
	await page.getByLabel('Choose receipts').setInputFiles([first, second]);
	await page.getByText('2 receipts counted', { exact: true }).waitFor();
	await page.getByRole('link', { name: TITLE }).first().click();
	const row = (name: string) =>
		page
			.getByRole('table', { name: 'Learners', exact: true })
			.getByRole('row')
			.filter({ hasText: name })
			.innerText();
	await page.getByText(`${DRAWN} of ${sent.items.length} questions each`).waitFor();
	expect(await row('Kim')).toMatch(/\t100 %\s+2 of 2.*3 days late/s);
	expect(await row('Sam')).toMatch(/\t0 %\s+0 of 2.*own times$/s);

	await page
		.getByRole('link', { name: /^Item analysis/ })
		.first()
		.click();
	const asked = page.getByRole('table', { name: 'Questions and their figures' });
	await asked.waitFor();
	const drawn = await asked.locator('tbody tr').count();
	expect([2, 3, 4]).toContain(drawn);
	await page
		.getByText(`${sent.items.length - drawn} questions were drawn for nobody here`)
		.waitFor();

	// The same, but nothing is taken after it is due: only the learner with the code may begin.
	await page.goto(`${inject('root')}modules/`);
	await page.getByRole('button', { name: `Duplicate ${TITLE}` }).click();
	await page.getByText('Dates', { exact: true }).click();
	await page.getByRole('combobox', { name: 'After the due time' }).selectOption('Do not accept');
	await page.getByRole('button', { name: 'Share' }).click();
	await page.getByRole('heading', { name: `Share: ${TITLE} (copy)` }).waitFor();
	const strict = await share(page);
	await accept(late.page, strict);
	await late.page.getByText('No attempt can be begun any more.').waitFor();
	expect(await late.page.getByRole('button', { name: 'Start', exact: true }).count()).toBe(0);
	await useCode(late.page, CODE);
	await late.page.getByRole('button', { name: 'Start', exact: true }).waitFor();
	expect([...educator.faults, ...late.faults, ...other.faults]).toEqual([]);
}, 150_000);
