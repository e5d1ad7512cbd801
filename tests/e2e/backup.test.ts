// A learner takes everything to another device in a file, and erases everything.
import { afterAll, expect, inject, test } from 'vitest';
import { closeBrowser, open, respond, saved } from './app.js';

afterAll(closeBrowser);

test('what is backed up is restored on a new device, and can be undone and erased', async () => {
	const base = inject('root');
	const old = await open(`${base}session/?new`);
	await old.page.getByRole('heading', { level: 1, name: 'Question 1 of 10' }).waitFor();
	await old.page.locator('[data-question]').waitFor();
	await respond(old.page);
	await old.page.getByRole('button', { name: 'Check answer' }).click();
	await saved(old.page);
	await old.page.goto(`${base}settings/storage/`);
	const [file] = await Promise.all([
		old.page.waitForEvent('download'),
		old.page.getByRole('button', { name: 'Back up', exact: true }).click()
	]);
	const path = await file.path();
	expect(file.suggestedFilename()).toMatch(/^milium-backup-[\d-]+\.jsonl\.gz$/);

	const fresh = await open(`${base}settings/storage/`);
	const { page } = fresh;
	await page.getByRole('button', { name: 'Back up', exact: true }).waitFor();
	await page.locator('input[type=file]').setInputFiles(path);
	await page.getByText('1 answer', { exact: true }).waitFor();
	await page.getByRole('button', { name: 'Restore now' }).click();
	await page.getByRole('button', { name: 'Undo the last restore' }).waitFor();
	await page.goto(base);
	await page.getByRole('link', { name: 'Continue' }).waitFor();

	await page.goto(`${base}settings/storage/`);
	await page.getByRole('button', { name: 'Make one now' }).click();
	await page
		.getByRole('button', { name: /^Look at the snapshot/ })
		.first()
		.waitFor();
	await page.getByRole('button', { name: 'Erase all…' }).click();
	await page.getByRole('textbox', { name: /Type/ }).fill('erase');
	await page.getByRole('button', { name: 'Erase everything' }).click();
	await page.waitForURL(base);
	await page.getByRole('link', { name: 'Start quiz' }).waitFor();
	expect(await page.evaluate(kept)).toEqual({ answers: 0, snapshots: [], local: [] });
	expect([...old.faults, ...fresh.faults]).toEqual([]);
	await old.close();
	await fresh.close();
});

/** What is left; home has opened an empty database by now. */
async function kept() {
	const root = await navigator.storage.getDirectory();
	const snapshots: string[] = [];
	for await (const name of (root as unknown as { keys(): AsyncIterable<string> }).keys())
		if (name === 'snapshots') snapshots.push(name);
	const answers = await new Promise<number>((resolve, reject) => {
		const request = indexedDB.open('milium');
		request.onerror = () => reject(new Error('The database does not open'));
		request.onsuccess = () => {
			const db = request.result;
			if (!db.objectStoreNames.contains('events')) return resolve(0);
			const count = db.transaction('events').objectStore('events').count();
			count.onsuccess = () => {
				db.close();
				resolve(count.result);
			};
		};
	});
	const local = Object.keys(localStorage).filter((key) => /journal|open-session/.test(key));
	return { answers, snapshots, local };
}
