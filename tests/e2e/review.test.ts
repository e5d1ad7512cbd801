// What was answered comes back: tomorrow's home page counts it, and one click asks it.
import { afterAll, expect, inject, test } from 'vitest';
import { closeBrowser, open, respond, saved } from './app.js';

afterAll(closeBrowser);

const DAY_MS = 86_400_000;

test('an answered question is due some days later, and Review due asks it', async () => {
	const base = inject('root');
	const { page, faults, close } = await open(base);
	expect(await page.getByRole('link', { name: /^Review due/ }).count()).toBe(0);
	await page.getByRole('link', { name: 'Start quiz' }).click();
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	const stem = await page.locator('[data-question]').first().textContent();
	await respond(page);
	await page.getByRole('button', { name: 'Check answer' }).click();
	await page.getByRole('status').filter({ hasText: 'point' }).waitFor();
	await saved(page);
	await page.goto(`${base}review/`);
	await page.getByText('Nothing is due today').waitFor();

	await page.clock.setFixedTime(Date.now() + 3 * DAY_MS);
	await page.goto(base);
	await page.getByRole('link', { name: 'Review due 1' }).click();
	await page.getByRole('heading', { name: 'Question 1 of 1' }).waitFor();
	// Its options may stand in another order now.
	const letters = (text: string | null) => [...(text ?? '')].sort().join('');
	expect(letters(await page.locator('[data-question]').first().textContent())).toBe(letters(stem));
	await page.goBack();
	await page.getByRole('link', { name: 'Review due 1' }).waitFor();
	expect(faults).toEqual([]);
	await close();
});

test('a plan is made to an exam date, kept, and ends with it', async () => {
	const base = inject('root');
	const { page, faults, close } = await open(`${base}review/`);
	await page.getByText('Give the date of your exam').waitFor();
	const inDays = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
	await page.getByLabel('Exam date').fill(inDays(5));
	await page.getByText('Not everything fits').waitFor();
	await page.getByRole('table', { name: 'Forecast by topic' }).waitFor();
	await page.getByRole('spinbutton', { name: 'Questions a day' }).fill('400');
	await page.getByRole('spinbutton', { name: 'Questions a day' }).press('Enter');
	await page.getByText('Everything fits').waitFor();
	await page.reload();
	await page.getByText('Everything fits').waitFor();
	await page.getByLabel('Exam date').fill(inDays(-5));
	await page.getByText('The plan has ended').waitFor();
	expect(faults).toEqual([]);
	await close();
});
