// A module from its making to the hand-in: an educator in one profile, a learner in another, who takes it offline with an
// accommodation, is broken off mid-way, and hands in what only the educator can read.
import { afterAll, expect, inject, test } from 'vitest';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { closeBrowser, open, respond, saved, storedForOffline } from './app.js';
import { tabTo } from './answering.js';

afterAll(closeBrowser);

/** Makes a timed exam of two questions with an accommodation, and gives its link. */
async function makeModule(page: Page): Promise<string> {
	await page.getByRole('link', { name: 'New module' }).click();
	await page.getByText('the module takes').waitFor();
	await page.getByRole('textbox', { name: 'Title' }).fill('Milia or acne?');
	await page.getByRole('spinbutton', { name: 'Number of questions' }).fill('2');
	await page.getByRole('radio', { name: /^Exam/ }).check();
	await page.getByText('Time and attempts').click();
	await page.getByRole('checkbox', { name: 'Time limit' }).check();
	await page.getByText('Accommodations').click();
	await page.getByRole('button', { name: 'Add an accommodation' }).click();
	await page.getByRole('textbox', { name: 'Code' }).fill('otter');
	await page.getByText('45 min (extended from 30)').waitFor();
	await page.getByText('Draft saved').waitFor();
	await page.reload();
	await page.getByText('2 questions for each learner').waitFor();
	await page.getByRole('button', { name: 'Share' }).click();
	await page.getByRole('textbox', { name: /Your name/ }).fill('Dr. Ada');
	await page.getByRole('button', { name: 'Make my key and share' }).click();
	await page.getByRole('heading', { name: /^Share:/ }).waitFor();
	await page.getByRole('heading', { name: 'Save your key file now' }).waitFor();
	await page.getByRole('img', { name: /QR code/ }).waitFor();
	return page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();
}

/** Seconds that the clock on screen leaves. */
async function secondsLeft(page: Page): Promise<number> {
	const [minutes = 0, seconds = 0] = (await page.getByRole('timer').innerText())
		.split(':')
		.map(Number);
	return minutes * 60 + seconds;
}

test('a module is made, taken offline with an accommodation, broken off, and handed in', async () => {
	const educator = await open(`${inject('root')}modules/`);
	const link = await makeModule(educator.page);
	expect(link.length).toBeLessThan(600);

	const learner = await open(link);
	const { page, context } = learner;
	await page.getByRole('button', { name: 'Accept this module' }).waitFor();
	await page.getByText('Nothing has been stored so far').waitFor();
	await storedForOffline(page);
	await context.setOffline(true);
	await page.getByRole('button', { name: 'Accept this module' }).click();
	await page.getByText('I have a code').click();
	await page.getByRole('textbox', { name: 'Code' }).fill('fox');
	await page.getByRole('button', { name: 'Use the code' }).click();
	await page.getByText('does not know that code').waitFor();
	await page.getByRole('textbox', { name: 'Code' }).fill('Otter ');
	await page.getByRole('button', { name: 'Use the code' }).click();
	await page.getByText('45 min (extended from 30)').waitFor();
	await page.getByRole('button', { name: 'Start', exact: true }).click();
	await page.getByRole('heading', { name: 'Question 1 of 2' }).waitFor();
	await respond(page);
	await saved(page);
	const before = await secondsLeft(page);
	expect(before).toBeGreaterThan(40 * 60);

	// Killed: the page goes without a word, and comes back in a new one.
	await page.close();
	const again = await context.newPage();
	await again.goto(`${inject('root')}modules/`);
	await again.getByText('begun').waitFor();
	await again.getByRole('link', { name: 'Milia or acne?' }).click();
	await again.getByRole('link', { name: 'Continue' }).click();
	await again.getByRole('heading', { name: 'Question 1 of 2' }).waitFor();
	const after = await secondsLeft(again);
	expect(after).toBeLessThanOrEqual(before);
	expect(after).toBeGreaterThan(before - 120);
	await again.locator('[data-question][data-complete="true"]').waitFor();
	await again.getByText('All questions').click();
	await again.getByRole('button', { name: 'Finish now' }).click();
	await again.getByRole('button', { name: 'Submit' }).click();

	await again.getByRole('heading', { name: 'Hand in: Milia or acne?' }).waitFor();
	await again.getByText('What is sent').click();
	await again.getByText('Code for your accommodation').waitFor();
	await again.getByRole('textbox', { name: /Your name or code/ }).fill('Sam');
	await again.getByRole('button', { name: 'Seal my answers' }).click();
	await again.getByText('Sealed.').waitFor();
	await again.getByRole('button', { name: 'Show as QR code' }).click();
	await again.getByRole('img', { name: /QR code: Your receipt/ }).waitFor();
	await again.getByRole('heading', { name: 'Handed in' }).waitFor();
	expect([...educator.faults, ...learner.faults]).toEqual([]);
	await educator.close();
	await learner.close();
}, 120_000);

test('a link that was changed is refused, and a module is made by keyboard alone', async () => {
	const { page, faults, close } = await open(`${inject('root')}modules/`);
	const press = async (name: string, role: 'button' | 'link' = 'button') => {
		await tabTo(page.getByRole(role, { name, exact: true }));
		await page.keyboard.press('Enter');
	};
	await page.getByRole('link', { name: 'New module' }).waitFor();
	await press('New module', 'link');
	await page.getByText('the module takes').waitFor();
	await tabTo(page.getByRole('textbox', { name: 'Title' }));
	await page.keyboard.type('By keys');
	await press('Share');
	await page.getByRole('textbox', { name: /Your name/ }).waitFor();
	await page.keyboard.type('Dr. Ada');
	await page.keyboard.press('Enter');
	await page.getByRole('heading', { name: /^Share:/ }).waitFor();
	const link = await page.getByRole('textbox', { name: 'Link', exact: true }).inputValue();

	const at = link.indexOf('#') + 150;
	const changed = link.slice(0, at) + (link[at] === 'A' ? 'B' : 'A') + link.slice(at + 1);
	// Pasted before the app has come: it stays, and Open waits for the app.
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(/immutable\/entry\/app/, async (route) => {
		await held;
		await route.continue();
	});
	await page.goto(`${inject('root')}modules/open/`, { waitUntil: 'commit' });
	await page.getByRole('textbox', { name: 'Link' }).fill(changed);
	const openIt = page.getByRole('button', { name: 'Open', exact: true });
	expect(await openIt.isDisabled()).toBe(true);
	release();
	await openIt.click();
	await page.getByRole('alert').filter({ hasText: 'Nothing was stored' }).waitFor();
	expect(await page.getByRole('button', { name: 'Accept this module' }).count()).toBe(0);
	expect(faults).toEqual([]);
	await close();
}, 90_000);

/** The text of the file that a button saves. */
async function savedBy(page: Page, name: string): Promise<string> {
	const [download] = await Promise.all([
		page.waitForEvent('download'),
		page.getByRole('button', { name, exact: true }).click()
	]);
	return readFileSync(await download.path(), 'utf8');
}

test('a key file can be saved again, and where none was saved the page says what to do', async () => {
	const { page, faults, close } = await open(`${inject('root')}modules/key/`);
	const makeKey = async (name: string) => {
		await page.getByText('Make a new key', { exact: true }).click();
		await page.getByRole('textbox', { name: /Your name/ }).fill(name);
		await page.getByRole('button', { name: 'Make the new key' }).click();
		await page.getByRole('heading', { name: 'Save your key file now' }).waitFor();
	};
	await makeKey('Dr. Ada');
	await page.reload();
	await page.getByText('No key file was saved, and none can be made any more.').waitFor();
	await makeKey('Dr. Bea');
	await page
		.getByRole('textbox', { name: 'Passphrase for the file' })
		.fill('six quite random words');
	const first = await savedBy(page, 'Save key file');
	await page.getByText('It opens with your passphrase').waitFor();
	await page.reload();
	expect(await savedBy(page, 'Save key file again')).toBe(first);
	expect(faults).toEqual([]);
	await close();
}, 90_000);
