// A learner takes everything to another device in a file, and erases everything.
import { gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, expect, inject, test } from 'vitest';
import '$lib/items/registry';
import { fillRows } from '../unit/backup/class-rows';
import { backUp } from '../unit/backup/state';
import { Device } from '../unit/storage/ground';
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

test('a backup names what is not sound, brings the results of a class, and is undone with them', async () => {
	const { store } = await new Device().tab();
	await fillRows(store);
	const lines = gunzipSync(await backUp(store))
		.toString()
		.split('\n');
	const spoilt = lines.map((line) =>
		line.includes('"table":"passMarks"') ? line.replaceAll(/"id":"[^"]*"/g, '"id":7') : line
	);
	const base = inject('root');
	const { page, faults, close } = await open(`${base}settings/storage/`);
	const results = async () => {
		await page.goto(`${base}modules/results/`);
		await page.getByText('Reading the results…').waitFor({ state: 'detached' });
	};
	await page.getByRole('button', { name: 'Back up', exact: true }).waitFor();
	await page.locator('input[type=file]').setInputFiles({
		name: 'class.jsonl.gz',
		mimeType: 'application/gzip',
		buffer: gzipSync(spoilt.join('\n'))
	});
	const preview = page.getByRole('region', { name: 'What this backup would do' });
	await preview.getByText('Cannot be read, and is left out:').waitFor();
	await preview.getByRole('listitem').filter({ hasText: 'pass mark' }).waitFor();
	await preview.getByText(/^\d+ records of modules and results$/).waitFor();
	await page.getByRole('button', { name: 'Restore now' }).click();
	await page.getByRole('button', { name: 'Undo the last restore' }).waitFor();
	await results();
	await page.getByRole('heading', { name: 'Set aside (1)' }).waitFor();
	await page.goto(`${base}settings/storage/`);
	await page.getByRole('button', { name: 'Undo the last restore' }).click();
	await page.getByText('Everything is as it was before the restore.').waitFor();
	await results();
	expect(await page.getByRole('heading', { name: 'Set aside (1)' }).count()).toBe(0);
	await page.goto(`${base}modules/`);
	await page.getByText('Reading the modules…').waitFor({ state: 'detached' });
	expect(await page.getByText('Milia, week 3').count()).toBe(0);
	expect(faults).toEqual([]);
	await close();
});

test('erasing everything reaches a second window, which is told and brings nothing back', async () => {
	const base = inject('root');
	const { page: quiz, context, faults, close } = await open(`${base}session/?new`);
	await respond(quiz);
	await quiz.getByRole('button', { name: 'Check answer' }).click();
	await saved(quiz);
	await quiz.getByRole('button', { name: 'Next question' }).click();
	await quiz.getByRole('heading', { level: 1, name: 'Question 2 of 10' }).waitFor();
	const page = await context.newPage();
	await page.goto(`${base}settings/storage/`);
	await page.getByRole('button', { name: 'Make one now' }).click();
	await page.getByText('The snapshot is made.').waitFor();
	await page.getByRole('button', { name: 'Erase all…' }).click();
	await page.getByRole('textbox', { name: /Type/ }).fill('erase');
	// A third window opens in the middle of it.
	const [, third] = await Promise.all([
		page.getByRole('button', { name: 'Erase everything' }).click(),
		context.newPage().then(async (one) => {
			await one.goto(base);
			return one;
		})
	]);
	await page.waitForURL(base);
	const told = quiz
		.getByRole('alert')
		.filter({ hasText: 'Everything that Milium kept on this device was erased.' });
	await told.waitFor();
	await respond(quiz);
	await quiz.getByRole('button', { name: 'Check answer' }).click();
	await quiz.locator('[data-saving="failed"]').waitFor({ state: 'attached' });
	for (const one of [page, third]) {
		await one.goto(base);
		await one.getByRole('link', { name: 'Start quiz' }).waitFor();
		expect(await one.getByRole('link', { name: 'Continue' }).count()).toBe(0);
	}
	expect(await quiz.evaluate(kept)).toEqual({ answers: 0, snapshots: [], local: [] });
	expect(await quiz.evaluate(left)).toEqual({ journal: 0, keys: [], caches: [] });
	await quiz.goto(`${base}progress/`);
	await quiz.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
	expect(await told.count()).toBe(0);
	expect(faults).toEqual([]);
	await close();
});

/** Bytes in the journal, keys but for the mark of a database that is new, caches but for that of the app. */
async function left() {
	const folder = await navigator.storage
		.getDirectory()
		.then((root) => root.getDirectoryHandle('journal', { create: true }));
	let journal = 0;
	for await (const one of (folder as unknown as { values(): AsyncIterable<unknown> }).values())
		journal += (await (one as FileSystemFileHandle).getFile()).size;
	const keys = [localStorage, sessionStorage]
		.flatMap((area) => Object.keys(area))
		.filter((key) => key !== 'milium:gen');
	const names = await caches.keys();
	return { journal, keys, caches: names.filter((name) => !name.includes('-precache-')) };
}

/** What is left; home has opened an empty database by now. */
async function kept() {
	// Home makes the folder of snapshots anew, with nothing to put into it.
	const folder = await navigator.storage
		.getDirectory()
		.then((root) => root.getDirectoryHandle('snapshots', { create: true }));
	const snapshots: string[] = [];
	for await (const name of (folder as unknown as { keys(): AsyncIterable<string> }).keys())
		snapshots.push(name);
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
