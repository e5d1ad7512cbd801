// An educator looks into a class from a results file: every page, its numbers, and what is refused.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { contentHash } from '../../src/tools/questions.js';
import { closeBrowser, open } from './app.js';
import { findings } from './findings.js';

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'milium-class-'));
});
afterAll(async () => {
	await closeBrowser();
	rmSync(folder, { recursive: true, force: true });
});

interface Item {
	readonly id: string;
	readonly type: string;
	readonly key: { readonly choice: string };
	readonly options: readonly { readonly id: string }[];
}

/** 24 learners, three questions: the better learners know more of them; the second question goes against the rest. */
function classFile(): { path: string; right: number[] } {
	const bank = JSON.parse(readFileSync('questions/banks/milia-basics/bank.json', 'utf8')) as {
		items: Item[];
	};
	const items = bank.items.filter((one) => one.type === 'multiple-choice').slice(0, 3);
	const knows = (learner: number, item: number) =>
		[learner >= 8, learner < 6, learner >= 16 || learner === 3][item] === true;
	const learners = Array.from({ length: 24 }, (_, learner) => ({
		learner: `R${learner + 10}`,
		attempts: [
			{
				n: 1,
				responses: items.map(({ id, key, options }, item) => {
					const wrong = options.find((one) => one.id !== key.choice)?.id;
					const choice = knows(learner, item) ? key.choice : wrong;
					return { item: `own/${id}`, response: { choice }, activeMs: 30_000 };
				})
			}
		]
	}));
	const path = join(folder, 'class.json');
	const refs = items.map((item) => ({ bank: 'own', item: item.id, hash: contentHash(item) }));
	writeFileSync(
		path,
		JSON.stringify({
			format: 'milium-results/1',
			title: 'Ward seven',
			items: refs,
			contents: items,
			learners
		})
	);
	const right = items.map(
		(_, item) => learners.filter((_one, learner) => knows(learner, item)).length
	);
	return { path, right };
}

async function bring(page: Page, path: string): Promise<void> {
	await page.locator('input[type=file]:enabled').waitFor({ state: 'attached' });
	await page.locator('input[type=file]').setInputFiles(path);
}

test('a class is looked into, another key is tried, a pass mark is found', async () => {
	const base = `${inject('root')}modules/results/`;
	const { path, right } = classFile();
	const { page, faults, close } = await open(`${base}items/`, {
		viewport: { width: 320, height: 640 },
		colorScheme: 'dark'
	});
	const wrong = join(folder, 'wrong.json');
	writeFileSync(wrong, '{"format":"milium-results/1","items":[],"learners":[]}');
	await bring(page, wrong);
	await page.getByText('items: found []').waitFor();

	await bring(page, path);
	const table = page.getByRole('table', { name: 'Questions and their figures' });
	await table.waitFor();
	const cells = await table.getByRole('row').allTextContents();
	const rows = cells
		.map((text) => text.replaceAll(/\s+/g, ' '))
		.filter((text) => /^ ?\d\./.test(text));
	expect(rows).toHaveLength(3);
	rows.forEach((row, item) => expect(row).toContain(((right[item] ?? 0) / 24).toFixed(2)));
	expect(rows[1]).toContain('goes against the rest');

	await page.locator('button.question').nth(1).click();
	await page.getByRole('table', { name: 'Who chose what in question 2' }).waitFor();
	await page.locator('.item details summary').filter({ hasText: 'Facility' }).click();
	await page.getByText(`p = ${right[1]} ÷ (24 × 1)`).waitFor();
	expect(await findings(page)).toEqual([]);

	await page.getByRole('link', { name: 'Key sandbox' }).click();
	await page.getByRole('combobox').nth(1).selectOption('drop');
	await page.getByRole('table', { name: 'The class before and after' }).waitFor();
	// Two of the three questions are left.
	await page.getByRole('checkbox', { name: 'Show all learners' }).check();
	await page.getByRole('row', { name: /R33.*2 of 3.*2 of 2/ }).waitFor();
	await page.getByRole('combobox').nth(0).selectOption('key');
	await page.getByText('Answer the question as its key should be.').waitFor();
	expect(await findings(page)).toEqual([]);

	await page.getByRole('link', { name: 'Pass mark' }).click();
	await page.getByRole('button', { name: 'Add a judge' }).click();
	for (const question of [1, 2, 3]) {
		const field = page.getByLabel(`Judge 1, question ${question}, in per cent`);
		await field.fill('40');
		await field.blur();
	}
	await page.getByRole('row', { name: /^Angoff 40\.0/ }).waitFor();
	await page.getByText('What you enter is kept on this device').waitFor();
	expect(await findings(page)).toEqual([]);

	// File and estimates survive a reload; the file is in this tab alone, and goes when it is closed.
	await page.reload();
	await page.getByText('It stays open in this tab').waitFor();
	await page.getByText('As you left it on').waitFor();
	await page.getByRole('row', { name: /^Angoff 40\.0/ }).waitFor();
	await page.getByRole('button', { name: 'Close this file' }).click();
	await page.getByText('read on this device and sent nowhere').waitFor();
	expect(await page.evaluate(() => sessionStorage.getItem('milium:class'))).toBeNull();
	expect(faults).toEqual([]);
	await close();
});
