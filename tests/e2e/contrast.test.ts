// Contrast practice: a pair from the address, a quiz on it, and quick visual rounds by keyboard that are kept.
import { afterAll, expect, inject, test } from 'vitest';
import { closeBrowser, open } from './app.js';

afterAll(closeBrowser);

test('a pair is practised in questions and in rounds', async () => {
	const base = inject('root');
	const { page, faults, close } = await open(
		`${base}practice/contrast/?pair=closed-comedone,primary-milia`
	);
	await page.getByRole('heading', { name: /^Closed comedone.* or .*\?$/ }).waitFor();
	await page.getByRole('button', { name: /^Practise \d+ questions?$/ }).waitFor();
	await page.getByRole('button', { name: 'Start rounds' }).click();

	for (let round = 1; round <= 3; round += 1) {
		await page.getByRole('heading', { name: `Round ${round}: what is this?` }).waitFor();
		const drawing = page.locator('svg[role=img]');
		expect(await drawing.getAttribute('aria-label')).not.toMatch(/comedone|mili/i);
		await page.keyboard.press('1');
		await page
			.getByRole('status')
			.filter({ hasText: /^(Correct|Incorrect)\./ })
			.waitFor();
		// The focus is on Next.
		await page.keyboard.press('Enter');
	}
	await page.getByRole('button', { name: 'Stop here' }).click();
	await page.getByText(/in \d of 3 rounds/).waitFor();
	await page.reload();
	await page.getByText(/in \d of 3 rounds/).waitFor();

	await page.getByRole('button', { name: /^Practise \d+ questions?$/ }).click();
	await page.getByRole('heading', { name: /^Question 1 of/ }).waitFor();
	expect(faults).toEqual([]);
	await close();
});
