// The promise of the first page: one click to a quiz, nothing lost when the network and the page go, and every answer in the
// table of accuracy.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { closeBrowser, open, respond, saved, storedForOffline, type Watched } from './app.js';

let app: Watched;
afterEach(async () => {
	const { faults } = app;
	await app.close();
	expect(faults).toEqual([]);
});
afterAll(closeBrowser);

test('ten answers, half of them offline and after a reload, stand in the table of accuracy', async () => {
	app = await open(inject('root'));
	const { page, context } = app;
	await page.getByRole('link', { name: 'Start quiz' }).click();
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	for (let question = 1; question <= 10; question += 1) {
		await page.getByRole('heading', { name: `Question ${question} of 10` }).waitFor();
		await respond(page);
		await page.getByRole('button', { name: 'Check answer' }).click();
		await expect
			.poll(() =>
				page
					.getByRole('status')
					.filter({ hasText: /^\s*(Correct|Partly correct|Incorrect)\./ })
					.textContent()
			)
			.toMatch(/\d+ of \d+ points?/);
		await saved(page);
		if (question === 5) {
			await storedForOffline(page);
			await context.setOffline(true);
			await page.reload();
			await page.getByRole('heading', { name: 'Question 5 of 10' }).waitFor();
			expect(await page.getByRole('status').filter({ hasText: 'point' }).count()).toBe(1);
		}
		await page
			.getByRole('button', { name: question === 10 ? 'Finish' : 'Next question', exact: true })
			.click();
	}
	await page.getByRole('heading', { name: 'Results' }).waitFor();
	await expect.poll(() => page.locator('details.card').count()).toBe(10);
	await page
		.getByRole('navigation', { name: 'Main' })
		.getByRole('link', { name: 'Progress' })
		.click();
	await page.getByRole('heading', { name: 'Progress' }).waitFor();
	const table = page.getByRole('table', { name: 'Accuracy by topic' });
	await table.waitFor();
	await page.getByText('10 questions answered').waitFor();
	const counts = await table.locator('tbody tr td:nth-of-type(3)').allTextContents();
	// An item may belong to more than one topic, so the column sums to at least ten.
	expect(counts.reduce((sum, one) => sum + Number(one), 0)).toBeGreaterThanOrEqual(10);
	expect(await page.locator('canvas').count()).toBeGreaterThan(0);
});

test.each([
	['by a click', (page: Page) => page.getByRole('radio').nth(1).check()],
	['by its digit', (page: Page) => page.keyboard.press('2')]
])('a choice made %s before the app has come is kept', async (_, choose) => {
	app = await open(inject('root'));
	const { page } = app;
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(/immutable\/entry\/app/, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${inject('root')}session/?new`, { waitUntil: 'commit' });
	const option = page.getByRole('radio').nth(1);
	await option.waitFor();
	await choose(page);
	expect(await option.isChecked()).toBe(true);
	release();
	// Given once the app has taken the page over.
	await page.getByRole('button', { name: 'Clear my answer' }).waitFor();
	expect(await option.isChecked()).toBe(true);
	await saved(page);
});

test('a draft survives a reload, and Continue leads back to it', async () => {
	app = await open(inject('root'));
	const { page } = app;
	await page.getByRole('link', { name: 'Start quiz' }).click();
	const option = page.locator('[data-question]').getByRole('radio').nth(2);
	await option.check();
	await saved(page);
	const chosen = await page.locator('[data-question] label').nth(2).textContent();
	await page.reload();
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	expect(await page.locator('[data-question] label').nth(2).textContent()).toBe(chosen);
	expect(await page.locator('[data-question]').getByRole('radio').nth(2).isChecked()).toBe(true);
	await page.getByRole('link', { name: 'Leave' }).click();
	await page.getByRole('link', { name: 'Continue' }).click();
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	expect(await page.locator('[data-question]').getByRole('radio').nth(2).isChecked()).toBe(true);
	// Only what was chosen too early is noted: a page kept for long would fill with the rest.
	await page.reload();
	await option.waitFor();
	await page.locator('[data-question]').getByRole('radio').nth(1).check();
	await saved(page);
	expect(await page.evaluate(() => window.miliumEarly?.length)).toBe(0);
});

test('after a reload the question is there and takes a choice before storage is open, and the choice is saved', async () => {
	app = await open(inject('root'));
	const { page } = app;
	await page.getByRole('link', { name: 'Start quiz' }).click();
	const options = page.locator('[data-question]').getByRole('radio');
	await options.nth(2).check();
	// What is seen again is kept by a part that comes after the question.
	await page.waitForFunction(() => localStorage.getItem('milium:glimpse') !== null);
	await saved(page);
	// Storage opens when it is told to.
	await page.addInitScript(() => {
		const open = indexedDB.open.bind(indexedDB);
		const waiting: (() => void)[] = [];
		Object.assign(globalThis, { letOpen: () => waiting.splice(0).forEach((one) => one()) });
		if (sessionStorage.getItem('held') === 'no') return;
		indexedDB.open = (...parameters) => {
			const request = open(...parameters);
			const add = request.addEventListener.bind(request);
			const later = (name: string, listener: EventListener) =>
				add(name, (event) => waiting.push(() => listener.call(request, event)));
			Object.defineProperty(request, 'onsuccess', {
				set: (listener: EventListener) => later('success', listener)
			});
			return request;
		};
	});
	await page.reload();
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	expect(await options.nth(2).isChecked()).toBe(true);
	await options.nth(1).check();
	await page.getByText('Saving…').waitFor();
	expect(await page.locator('[data-saving="saved"]').count()).toBe(0);
	await page.evaluate(() => {
		sessionStorage.setItem('held', 'no');
		Reflect.get(globalThis, 'letOpen')();
	});
	await saved(page);
	await page.reload();
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	expect(await options.nth(1).isChecked()).toBe(true);
	await page.getByRole('button', { name: 'Check answer' }).click();
	await page.getByRole('button', { name: 'Next question' }).waitFor();
	await saved(page);
	expect(app.faults).toEqual([]);
});

test('an answer can be taken back whole before it is checked', async () => {
	app = await open(inject('root'));
	const { page } = app;
	await page.getByRole('link', { name: 'Start quiz' }).click();
	const options = page.locator('[data-question]').getByRole('radio');
	const clear = page.getByRole('button', { name: 'Clear my answer' });
	await options.nth(1).check();
	await saved(page);
	await clear.click();
	expect(await options.nth(1).isChecked()).toBe(false);
	await clear.waitFor({ state: 'hidden' });
	await page.getByText('Answer cleared.').waitFor({ state: 'attached' });
	expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('group');
	await saved(page);
	await page.getByText('All questions').click();
	await page.getByRole('button', { name: 'Question 1, not answered' }).waitFor();
	await page.reload();
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	expect(await options.nth(1).isChecked()).toBe(false);
});

test('an answer that is left at once is saved, and nothing breaks', async () => {
	app = await open(inject('root'));
	const { page } = app;
	await page.getByRole('link', { name: 'Start quiz' }).click();
	await page.locator('[data-question]').getByRole('radio').first().check();
	await saved(page);
	// In one task, before the result can be painted.
	await page.getByRole('button', { name: 'Check answer' }).evaluate((check: HTMLElement) => {
		check.click();
		[...document.links].find((one) => one.textContent === 'Leave')?.click();
	});
	await page.getByRole('link', { name: 'Continue' }).click();
	await page
		.getByRole('status')
		.filter({ hasText: /(Correct|Incorrect)\./ })
		.waitFor();
	await page.getByRole('button', { name: 'Next question' }).waitFor();
	expect(app.faults).toEqual([]);
});

test('in a narrow window the result of a long question is on screen, also above a table whose headings are hidden', async () => {
	app = await open(`${inject('root')}practice/`, { viewport: { width: 390, height: 844 } });
	const { page } = app;
	await page.getByText('this quiz takes').waitFor();
	await page.locator('summary', { hasText: 'Item types' }).click();
	await page.getByRole('checkbox', { name: 'Drop-down table' }).check();
	await page.getByRole('spinbutton', { name: 'Number of questions' }).fill('1');
	await page.getByRole('button', { name: 'Start practice' }).click();
	await page.getByRole('heading', { name: 'Question 1 of 1' }).waitFor();
	await respond(page);
	await page.getByRole('button', { name: 'Check answer' }).click();
	// The explanation moves what stands above it last.
	await page.getByRole('combobox').first().and(page.locator(':disabled')).waitFor();
	const result = page.getByRole('status').filter({ hasText: 'point' });
	const top = () => result.evaluate((one) => one.getBoundingClientRect().top);
	await expect.poll(top).toBeGreaterThanOrEqual(0);
	await page.evaluate(() => new Promise(requestAnimationFrame));
	expect(await top()).toBeGreaterThanOrEqual(0);
	expect(await top()).toBeLessThan(400);
});

/** Sets up an exam of three questions. */
async function setUpExam(): Promise<void> {
	app = await open(`${inject('root')}practice/`);
	const { page } = app;
	await page.getByText('this quiz takes').waitFor();
	await page.getByRole('radio', { name: /^Exam/ }).check();
	await page.getByRole('spinbutton', { name: 'Number of questions' }).fill('3');
}

test('an exam tells nothing before its end', async () => {
	await setUpExam();
	const { page } = app;
	await page.getByRole('button', { name: 'Start exam' }).click();
	await page.getByRole('heading', { name: 'Question 1 of 3' }).waitFor();
	await respond(page);
	await page.getByRole('button', { name: 'Flag for review' }).click();
	await page.getByRole('button', { name: 'Next question' }).click();
	await page.getByRole('heading', { name: 'Question 2 of 3' }).waitFor();
	await page.getByText('All questions').click();
	await page.getByRole('button', { name: 'Question 1, answered, flagged' }).click();
	await page.getByRole('heading', { name: 'Question 1 of 3' }).waitFor();
	expect(await page.getByText(/Your answer:|Take away/).count()).toBe(0);
	await page.getByRole('button', { name: 'Finish now' }).click();
	await page.getByText('1 of 3 questions answered').waitFor();
	await page.getByRole('button', { name: 'Submit' }).click();
	await page.getByRole('heading', { name: 'Results' }).waitFor();
	await expect.poll(() => page.locator('details.card').count()).toBe(3);
});

test('an exam submits itself when time is up', async () => {
	await setUpExam();
	const { page } = app;
	await page.getByRole('checkbox', { name: 'Time limit' }).check();
	await page.getByRole('spinbutton', { name: 'Minutes' }).fill('0.1');
	await page.getByRole('button', { name: 'Start exam' }).click();
	await page.getByRole('heading', { name: 'Results' }).waitFor();
	await page.getByText('Time was up').waitFor();
	await expect.poll(() => page.locator('details.card').count()).toBe(3);
});

test('the keyboard alone does a whole quiz', async () => {
	app = await open(inject('root'));
	const { page } = app;
	const tabTo = async (name: string) => {
		for (let presses = 0; presses < 60; presses += 1) {
			await page.keyboard.press('Tab');
			const text = await page.evaluate(() => (document.activeElement?.textContent ?? '').trim());
			if (text === name) return;
		}
		throw new Error(`Tab never reached ${name}`);
	};
	await tabTo('Start quiz');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	// The page shows its question before it listens.
	await expect
		.poll(async () => {
			await page.keyboard.press('2');
			return page.locator('[data-question] :checked').count();
		})
		.toBe(1);
	await page.keyboard.press('f');
	expect(
		await page.getByRole('button', { name: 'Flag for review' }).getAttribute('aria-pressed')
	).toBe('true');
	await page.keyboard.press('?');
	await page.getByRole('heading', { name: 'Keyboard' }).waitFor();
	await page.keyboard.press('Escape');
	await page.getByRole('dialog').waitFor({ state: 'hidden' });
	await page.keyboard.press('2');
	await page.keyboard.press('Enter');
	await page.getByRole('status').filter({ hasText: 'point' }).waitFor();
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: 'Question 2 of 10' }).waitFor();
	const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
	expect(focused).toContain('Question 2 of 10');
});
