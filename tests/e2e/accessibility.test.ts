// axe-core on every page in every look, and what axe does not see: overflow at 320 px and targets that are too small.
import { afterAll, expect, inject, test } from 'vitest';
import { closeBrowser, open, respond, saved } from './app.js';
import { findingsInEveryLook } from './findings.js';

afterAll(closeBrowser);

test('no finding on any page in any look', async () => {
	const base = inject('root');
	const { page, faults, close } = await open(base);
	const found: Record<string, string[]> = {};
	const look = async (name: string) => {
		const list = await findingsInEveryLook(page);
		if (list.length > 0) found[name] = list;
	};
	await page.getByRole('heading', { level: 1 }).waitFor();
	await look('home');
	for (const route of [
		'practice',
		'illustrations',
		'practice/contrast',
		'review',
		'progress',
		'settings',
		'settings/storage',
		'banks',
		'modules',
		'modules/new',
		'modules/open',
		'modules/key',
		'modules/results',
		'guide/educators',
		'results'
	]) {
		await page.goto(`${base}${route}/`);
		await page.getByRole('heading', { level: 1 }).waitFor();
		await page.waitForLoadState('networkidle');
		if (route === 'practice' || route === 'modules/new')
			for (const one of await page.locator('summary').all()) await one.click();
		await look(`${route}, empty`);
	}
	await page.goto(`${base}banks/coverage/`);
	await page.waitForLoadState('networkidle');
	await page.getByRole('combobox', { name: 'Topic' }).selectOption({ index: 1 });
	await page.getByRole('table', { name: 'Facts', exact: true }).waitFor();
	await look('coverage');
	for (const route of ['', 'neonatal-milia/', 'glossary/', 'disagreements/', 'advice/']) {
		await page.goto(`${base}learn/${route}`);
		await page.getByRole('heading', { name: 'References' }).waitFor();
		for (const one of await page.locator('summary').all()) await one.click();
		await look(`learn/${route}`);
	}
	await page.goto(`${base}banks/review/?bank=diagnosis`);
	await page.getByRole('button', { name: 'Make my copy' }).click();
	await page.getByText('Your copy is made').waitFor();
	await look('clinical review');
	await page.goto(`${base}session/?new`);
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	await look('question');
	for (let question = 1; question <= 10; question += 1) {
		await page.getByRole('heading', { name: `Question ${question} of 10` }).waitFor();
		await respond(page);
		await page.getByRole('button', { name: 'Check answer' }).click();
		await page.getByRole('status').filter({ hasText: 'point' }).waitFor();
		await saved(page);
		await look(`question ${question}, checked`);
		await page
			.getByRole('button', { name: question === 10 ? 'Finish' : 'Next question', exact: true })
			.click();
	}
	await page.getByRole('heading', { name: 'Results' }).waitFor();
	await page.locator('details.card summary').first().click();
	await look('results');
	await page.goto(`${base}progress/`);
	await page.getByRole('table', { name: 'Accuracy by topic' }).waitFor();
	await page.waitForLoadState('networkidle');
	await look('progress');
	await page.goto(`${base}review/`);
	await page.getByLabel('Exam date').fill('2099-01-01');
	await page.getByRole('table', { name: 'Forecast by topic' }).waitFor();
	await look('review, with a plan');
	await page.goto(base);
	await page.getByText('So far').waitFor();
	await look('home, with answers');
	expect(found).toEqual({});
	expect(faults).toEqual([]);
	await close();
}, 240_000);
