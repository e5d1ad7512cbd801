// Case studies as a learner meets them: one alone in study mode, one as an exam, and one within a quiz.
import type { Page } from 'playwright-core';
import { afterAll, afterEach, expect, inject, test } from 'vitest';
import { closeBrowser, open, respond, saved, type Watched } from './app.js';
import { findingsInEveryLook } from './findings.js';

const STEPS = [
	'Recognize Cues',
	'Analyze Cues',
	'Prioritize Hypotheses',
	'Generate Solutions',
	'Take Action',
	'Evaluate Outcomes'
];

let app: Watched;
afterEach(async () => {
	const { faults } = app;
	await app.close();
	expect(faults).toEqual([]);
});
afterAll(closeBrowser);

/** Opens the quiz builder and gives the title of the first case study there. */
async function firstCase(): Promise<string> {
	app = await open(`${inject('root')}practice/`);
	await app.page.getByRole('heading', { name: 'Case studies' }).waitFor();
	const name = await app.page
		.getByRole('button', { name: /^Study: / })
		.first()
		.getAttribute('aria-label');
	return name?.slice('Study: '.length) ?? '';
}

/** The line over a question that says where in a case it stands; empty outside a case. */
async function caseLine(page: Page): Promise<string> {
	const line = page.getByRole('heading', { name: /^Case study: / });
	return (await line.count()) === 0 ? '' : ((await line.textContent()) ?? '');
}
const lineOf = (title: string, step: number) =>
	`Case study: ${title}, step ${step} of 6, ${STEPS[step - 1]}`;

const stem = async (page: Page) => (await page.locator('.stem').textContent())?.trim();
const cardOf = (page: Page, title: string) =>
	page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title }) });
const toQuestion = (page: Page, number: number, count = 6) =>
	page.getByRole('heading', { name: `Question ${number} of ${count}` }).waitFor();
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

test('a case alone, in study mode: six steps along a record that grows', async () => {
	const title = await firstCase();
	const { page } = app;
	await cardOf(page, title).getByText('0 of 6 answered').waitFor();
	await press(page, `Study: ${title}`);
	let entries = 0;
	const stems: (string | undefined)[] = [];
	for (let step = 1; step <= 6; step += 1) {
		await toQuestion(page, step);
		expect(await caseLine(page)).toBe(lineOf(title, step));
		const now = await page.locator('details.record .entry').count();
		const fresh = await page
			.locator('details.record .entry')
			.getByText('New', { exact: true })
			.count();
		// The first step brings the whole record; later ones say in words what they bring.
		expect(fresh).toBe(step === 1 ? 0 : now - entries);
		if (fresh > 0) await page.getByText(new RegExp(`^${fresh} new entr(y|ies)$`)).waitFor();
		entries = now;
		stems.push(await stem(page));
		await respond(page);
		await press(page, 'Check answer');
		await page.getByRole('status').filter({ hasText: 'point' }).waitFor();
		await saved(page);
		await press(page, step === 6 ? 'Finish' : 'Next question');
	}
	await page.getByRole('heading', { name: 'Results' }).waitFor();
	const reviews = page.locator('.reviews > li');
	await expect.poll(() => reviews.count()).toBe(6);
	for (const [index, text] of stems.entries()) {
		expect(await reviews.nth(index).locator('summary').first().textContent()).toContain(text);
	}
	const third = reviews.nth(2);
	await third.locator('summary').first().click();
	await third.getByText(lineOf(title, 3)).waitFor();
	expect(await third.getByRole('tab').count()).toBe(0);
	await third.getByText('Record', { exact: true }).click();
	await third.getByRole('tab').first().waitFor();
	await page.goto(`${inject('root')}practice/`);
	await cardOf(page, title).getByText('6 of 6 answered').waitFor();
}, 120_000);

test('a case alone, as an exam: the same order, the tab that is open stays, nothing told before the end', async () => {
	const title = await firstCase();
	const { page } = app;
	await press(page, `Exam: ${title}`);
	await toQuestion(page, 1);
	const second = page.getByRole('tab').nth(1);
	await second.click();
	const chosen = await second.getAttribute('id');
	for (let step = 1; step <= 6; step += 1) {
		await toQuestion(page, step);
		expect(await caseLine(page)).toBe(lineOf(title, step));
		expect(await page.getByRole('tab', { selected: true }).getAttribute('id')).toBe(chosen);
		if (step <= 2) await respond(page);
		if (step < 6) await press(page, 'Next question');
	}
	expect(await page.getByText(/Your answer:|Take away/).count()).toBe(0);
	// A reload in the middle comes back to the same step with its record.
	await press(page, 'Previous question');
	await toQuestion(page, 5);
	await saved(page);
	await page.reload();
	await toQuestion(page, 5);
	expect(await caseLine(page)).toBe(lineOf(title, 5));
	await page.getByText('All questions').click();
	await press(page, 'Finish now');
	await page.getByText('2 of 6 questions answered').waitFor();
	await press(page, 'Submit');
	await page.getByRole('heading', { name: 'Results' }).waitFor();
	await expect.poll(() => page.locator('.reviews > li').count()).toBe(6);
}, 120_000);

test('a case within a quiz is neither split nor reordered', async () => {
	await firstCase();
	const { page } = app;
	await page.locator('summary').filter({ hasText: 'Banks' }).click();
	await page.getByRole('checkbox', { name: /^Case studies/ }).check();
	await page.getByRole('radio', { name: /^Exam/ }).check();
	const count = page.getByRole('spinbutton', { name: 'Number of questions' });
	await count.fill('5');
	expect(await page.getByText(/this quiz takes [1-5]\b|at least six/).count()).toBe(1);
	await count.fill('13');
	await page.getByText('this quiz takes 13').waitFor();
	await press(page, 'Start exam');
	const lines: string[] = [];
	for (let number = 1; number <= 13; number += 1) {
		await toQuestion(page, number, 13);
		lines.push(await caseLine(page));
		if (number < 13) await press(page, 'Next question');
	}
	const titles = [
		...new Set(lines.flatMap((line) => /^Case study: (.*), step/.exec(line)?.[1] ?? []))
	];
	expect(titles.length).toBeGreaterThan(0);
	for (const title of titles) {
		const first = lines.indexOf(lineOf(title, 1));
		const six = STEPS.map((_, index) => lineOf(title, index + 1));
		expect(lines.slice(first, first + 6)).toEqual(six);
		expect(lines.filter((line) => line.includes(`: ${title},`))).toHaveLength(6);
	}
}, 120_000);

test('no finding on a case and its review in any look', async () => {
	const title = await firstCase();
	const { page } = app;
	expect(await findingsInEveryLook(page)).toEqual([]);
	await press(page, `Exam: ${title}`);
	for (let step = 1; step <= 6; step += 1) {
		await toQuestion(page, step);
		if (step === 6) {
			for (const tab of await page.getByRole('tab').all()) {
				await tab.click();
				expect(await findingsInEveryLook(page), (await tab.textContent()) ?? '').toEqual([]);
			}
		} else await press(page, 'Next question');
	}
	await press(page, 'Finish');
	await press(page, 'Submit');
	await page.getByRole('heading', { name: 'Results' }).waitFor();
	const review = page.locator('.reviews > li').nth(5);
	await review.locator('summary').first().click();
	await review.getByText('Record', { exact: true }).click();
	await review.getByRole('tab').first().waitFor();
	expect(await findingsInEveryLook(page)).toEqual([]);
}, 120_000);
