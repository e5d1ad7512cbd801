// A learner brings in a bank, gets every fault of a bad one, practises with a good one, and gives it away again.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { closeBrowser, open } from './app.js';

let folder = '';
beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'milium-banks-'));
});
afterAll(async () => {
	await closeBrowser();
	rmSync(folder, { recursive: true, force: true });
});

interface BankFile {
	id: string;
	title: string;
	items: { id: string; stem?: string; key?: unknown }[];
}

/** A bank of somebody else's: one of ours under another name, changed by `change`. */
function fileOf(name: string, change: (bank: BankFile) => void): string {
	const bank = JSON.parse(readFileSync('questions/banks/diagnosis/bank.json', 'utf8')) as BankFile;
	bank.id = 'ward-seven';
	bank.title = 'Ward seven';
	for (const item of bank.items) item.id = `ward-${item.id}`;
	change(bank);
	const path = join(folder, name);
	writeFileSync(path, JSON.stringify(bank));
	return path;
}

/** Words the stem of the first item so that the rules of item writing object. */
function flaw(bank: BankFile): void {
	if (bank.items[0] !== undefined) bank.items[0].stem = 'Which step is not enough?';
}

test('a bank is checked, previewed, installed, practised, exported and removed', async () => {
	const { page, faults, close } = await open(`${inject('root')}banks/`);
	const input = page.getByLabel('Import');
	await input.setInputFiles(
		fileOf('bad.json', (bank) => {
			delete bank.items[0]?.key;
			if (bank.items[1] !== undefined) bank.items[1].id = 'Not An Id';
		})
	);
	const alert = page
		.getByRole('alert')
		.filter({ hasText: 'bad.json cannot be imported: 2 faults.' });
	await alert.getByText('items[0].key').waitFor();
	await alert.getByText('items[1].id').waitFor();

	const packed = join(folder, 'good.json.gz');
	writeFileSync(packed, gzipSync(readFileSync(fileOf('good.json', flaw))));
	await input.setInputFiles(packed);
	await page.getByText('Ward seven', { exact: true }).waitFor();
	// Flaws of item writing are advice: what is flawed can be installed.
	await page.locator('summary').filter({ hasText: 'Item writing: 1 remark' }).click();
	await page.getByText('A negative in the stem that is easily overlooked').waitFor();
	expect(await page.getByRole('article').filter({ hasText: 'Ward seven' }).count()).toBe(0);
	await page.getByRole('button', { name: 'Install' }).click();
	await page.getByText('Ward seven is installed.').waitFor();
	await page.getByRole('article').filter({ hasText: 'Ward seven' }).waitFor();

	await page.goto(`${inject('root')}practice/`);
	await page.locator('summary').filter({ hasText: 'Banks' }).click();
	await page.getByRole('checkbox', { name: /^Ward seven/ }).check();
	const given = JSON.parse(readFileSync(join(folder, 'good.json'), 'utf8')) as BankFile;
	const { length } = given.items;
	await page.getByText(new RegExp(`^\\s*${length} questions fit`)).waitFor();
	await page.getByRole('button', { name: 'Start practice' }).click();
	await page.getByRole('heading', { name: `Question 1 of ${Math.min(10, length)}` }).waitFor();

	await page.goto(`${inject('root')}banks/`);
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Export Ward seven' }).click();
	const path = await (await download).path();
	const exported = JSON.parse(readFileSync(path, 'utf8')) as BankFile;
	expect(exported.items).toEqual(given.items);

	await page.getByRole('button', { name: 'Remove Ward seven' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
	await expect
		.poll(() => page.getByRole('article').filter({ hasText: 'Ward seven' }).count())
		.toBe(0);
	expect(faults).toEqual([]);
	await close();
});
