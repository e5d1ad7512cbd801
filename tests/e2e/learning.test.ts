// A learner says who they are, answers wrongly, and is led to what would have told the conditions apart; an educator has said
// who reviewed the question.
import { readFileSync } from 'node:fs';
import { afterAll, expect, inject, test } from 'vitest';
import { closeBrowser, open } from './app.js';

afterAll(closeBrowser);

interface Option {
	id: string;
	text: string;
	entity?: string;
}
interface Item {
	id: string;
	options: Option[];
	key: { choice: string };
}

/** A bank of one question that somebody might have made: neonatal acne is offered where milia are keyed. */
function bankOfOne() {
	const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;
	const item = read('tests/fixtures/items/multiple-choice.json') as Item;
	const wrong = item.options.find(({ id }) => id !== item.key.choice);
	const options = item.options.map((one) => ({
		...one,
		...(one.id === item.key.choice && { entity: 'neonatal-milia' }),
		...(one === wrong && { entity: 'neonatal-acne' })
	}));
	const own = {
		...item,
		options,
		teaching: 'Uninflamed keratin cysts.',
		plainWords: 'Small white bumps that do no harm.'
	};
	const head = read('questions/banks/diagnosis/bank.json') as object;
	const text = JSON.stringify({ ...head, id: 'ours', title: 'Ours alone', items: [own] });
	const file = { name: 'ours.json', mimeType: 'application/json', buffer: Buffer.from(text) };
	return { wrong: wrong?.text ?? '', file };
}

test('a wrong answer leads to the row that decides', async () => {
	const base = inject('root');
	const { page, faults, close } = await open(base);
	await page.getByRole('button', { name: 'Nursing student' }).click();
	await page.getByText(/^Nursing student\. Easy and medium/).waitFor();
	expect(await page.getByRole('heading', { name: 'Who is learning?' }).count()).toBe(0);

	const { wrong, file } = bankOfOne();
	await page.goto(`${base}banks/`);
	await page.getByLabel('Import').setInputFiles(file);
	await page.getByRole('button', { name: 'Install' }).click();
	await page.getByRole('link', { name: 'Clinical review of Ours alone' }).click();
	await page.getByRole('button', { name: 'Choose all 1' }).click();
	await page.getByLabel('Approved by').fill('A. Nurse');
	await page.getByRole('button', { name: 'Set for 1 chosen' }).click();
	await page.getByText('Set for 1 question.').waitFor();

	await page.goto(`${base}practice/`);
	await page.getByText('Types and difficulty are preset for: Nursing student.').waitFor();
	await page.getByRole('button', { name: 'Clear the preset' }).click();
	await page.locator('summary').filter({ hasText: 'Banks' }).click();
	await page.getByRole('checkbox', { name: /^Ours alone/ }).check();
	await page.getByRole('button', { name: 'Start practice' }).click();
	await page.getByRole('radio', { name: wrong }).check();
	await page.getByRole('button', { name: 'Check answer' }).click();

	await page.getByText('Small white bumps that do no harm.').waitFor();
	await page.getByRole('button', { name: 'In technical terms' }).click();
	await page.getByText('Uninflamed keratin cysts.').waitFor();
	await page.getByText(/^Marked as approved by A\. Nurse on \d{4}-\d\d-\d\d/).waitFor();
	await page
		.getByRole('link', { name: /^What tells Neonatal .* milia from Neonatal acne/ })
		.click();
	const row = page.getByRole('rowheader', { name: 'Inflammation decides' });
	await row.waitFor();
	await expect.poll(() => row.evaluate((node) => node === document.activeElement)).toBe(true);
	expect(faults).toEqual([]);
	await close();
});
