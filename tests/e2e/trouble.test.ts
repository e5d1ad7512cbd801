// What goes wrong with storage is told in the app, loses nothing stored, and leaves the rest working.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { closeBrowser, open, respond, saved } from './app.js';
import { startChromium } from './chromium.js';

afterAll(closeBrowser);

const check = (page: Page) => page.getByRole('button', { name: 'Check answer' }).click();
const result = (page: Page) => page.getByRole('status').filter({ hasText: /\d+ of \d+ points?/ });

test('without a database and without any other place, a quiz still works and says that nothing is kept', async () => {
	const { page, context, close } = await open(`${inject('root')}settings/`);
	await context.addInitScript(() => {
		IDBFactory.prototype.open = () => {
			throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
		};
		Object.defineProperty(navigator, 'storage', { value: undefined });
		Object.defineProperty(globalThis, 'localStorage', {
			get: () => {
				throw new DOMException('The operation is insecure', 'SecurityError');
			}
		});
	});
	await page.goto(`${inject('root')}session/?new`);
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	await page.getByText('This browser does not let Milium save.').waitFor();
	await respond(page);
	await check(page);
	await result(page).waitFor();
	await page.getByRole('button', { name: 'Next question' }).click();
	await page.getByRole('heading', { name: 'Question 2 of 10' }).waitFor();
	expect(
		await page.getByRole('alert').filter({ hasText: 'only until this window is closed' }).count()
	).toBe(1);
	await close();
});

test('a database of a newer Milium is refused and left as it is', async () => {
	const { page, close } = await open(`${inject('root')}settings/`);
	await page.getByRole('heading', { name: 'Your data' }).waitFor();
	// The page at hand lets go of its connection when a newer one asks, as it does when another tab has been updated.
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open('milium', 1000);
				request.onupgradeneeded = () => request.result.createObjectStore('from-the-future');
				request.onsuccess = () => {
					request.result.close();
					resolve();
				};
				request.onerror = () => reject(request.error);
			})
	);
	await page.goto(`${inject('root')}progress/`);
	await page.getByText('Milium was updated in another window.').waitFor();
	const stores = await page.evaluate(
		() =>
			new Promise<string[]>((resolve) => {
				const request = indexedDB.open('milium');
				request.onsuccess = () => {
					resolve([...request.result.objectStoreNames]);
					request.result.close();
				};
			})
	);
	expect(stores).toContain('from-the-future');
	await close();
});

test('a damaged record does not take the others with it', async () => {
	const { page, close } = await open(`${inject('root')}session/?new`);
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	await respond(page);
	await check(page);
	await result(page).waitFor();
	await saved(page);
	await page.evaluate(
		() =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open('milium');
				request.onsuccess = () => {
					const database = request.result;
					const transaction = database.transaction('events', 'readwrite');
					const session = new URLSearchParams(location.search).get('id');
					transaction
						.objectStore('events')
						.put({ id: '00000000-damaged', session, kind: 'checked', answer: 7 });
					transaction.oncomplete = () => {
						database.close();
						resolve();
					};
					transaction.onerror = () => reject(transaction.error);
				};
			})
	);
	await page.reload();
	await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
	await result(page).waitFor();
	await page.goto(`${inject('root')}settings/`);
	await page.getByRole('button', { name: 'Check data' }).click();
	await page.getByText('1 damaged record').waitFor();
	await page.goto(`${inject('root')}progress/`);
	await page.getByText('1 question answered').waitFor();
	expect(await page.getByRole('table', { name: 'Accuracy by topic' }).count()).toBe(1);
	await close();
});

test('a full disk is told, the answer stays on screen, and is stored once there is room', async () => {
	const profile = mkdtempSync(join(tmpdir(), 'milium-full-'));
	const { context, quit } = await startChromium(profile);
	try {
		const page = await context.newPage();
		await page.goto(`${inject('root')}session/?new`);
		await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
		await respond(page);
		await saved(page);
		// From here on the database refuses, as it does when the disk is full.
		await page.evaluate(() => {
			const put = IDBObjectStore.prototype.put;
			const add = IDBObjectStore.prototype.add;
			const full = () => {
				throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
			};
			IDBObjectStore.prototype.put = full;
			IDBObjectStore.prototype.add = full;
			(globalThis as unknown as { makeRoom: () => void }).makeRoom = () => {
				IDBObjectStore.prototype.put = put;
				IDBObjectStore.prototype.add = add;
			};
		});
		await check(page);
		await result(page).waitFor();
		const alert = page.getByRole('alert').filter({ hasText: 'Not saved.' });
		await alert.getByText('There is no space left to save on this device.').waitFor();
		await page.evaluate(() => (globalThis as unknown as { makeRoom: () => void }).makeRoom());
		await alert.getByRole('button', { name: 'Try again' }).click();
		await saved(page);
		expect(await page.getByText('Not saved.').count()).toBe(0);
		await page.reload();
		await result(page).waitFor();
	} finally {
		await quit();
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	}
});

test('a browser killed right after an answer shows as saved has it when it starts again', async () => {
	const profile = mkdtempSync(join(tmpdir(), 'milium-killed-'));
	try {
		let answered = 0;
		let address = `${inject('root')}session/?new`;
		for (let round = 0; round < 4; round += 1) {
			const { context, kill } = await startChromium(profile);
			const page = await context.newPage();
			await page.goto(address);
			await page.getByRole('heading', { name: /^Question \d+ of 10$/ }).waitFor();
			if (answered > 0) await result(page).waitFor();
			if (answered > 0) await page.getByRole('button', { name: 'Next question' }).click();
			await page.getByRole('heading', { name: `Question ${answered + 1} of 10` }).waitFor();
			await respond(page);
			await check(page);
			await result(page).waitFor();
			await saved(page);
			answered += 1;
			address = page.url();
			await kill();
		}
		expect(answered).toBe(4);
	} finally {
		rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
	}
});

test('a database that opens no more is built anew from the journal and the latest snapshot', async () => {
	const base = inject('root');
	const { page, context, faults, close } = await open(`${base}session/?new`);
	const answer = async () => {
		await page.getByRole('heading', { name: 'Question 1 of 10' }).waitFor();
		await respond(page);
		await check(page);
		await saved(page);
	};
	await answer();
	await page.goto(`${base}settings/`);
	await page.getByRole('heading', { name: 'Your data' }).waitFor();
	await page.getByRole('radio', { name: 'Dark' }).check();
	await page.goto(`${base}settings/storage/`);
	await page.getByRole('button', { name: 'Make one now' }).click();
	await page.getByText('The snapshot is made.').waitFor();
	// From here on it opens no more, as Firefox leaves one that was torn in two.
	await context.addInitScript(() => {
		const { open, deleteDatabase } = IDBFactory.prototype;
		IDBFactory.prototype.open = function (name, version) {
			if (name === 'milium' && localStorage.getItem('test:mended') === null)
				throw new DOMException('The operation failed', 'UnknownError');
			return open.call(this, name, version);
		};
		IDBFactory.prototype.deleteDatabase = function (name) {
			localStorage.setItem('test:mended', 'yes');
			return deleteDatabase.call(this, name);
		};
		localStorage.removeItem('milium:theme');
	});
	await page.goto(`${base}session/?new`);
	await answer();
	await page.getByText('The browser could not open the database of Milium.').waitFor();
	await page.getByRole('link', { name: 'Rebuild from the journal' }).click();
	await page.getByRole('button', { name: 'Rebuild from the journal' }).click();
	await page.getByText('come back from the snapshot of').waitFor();
	await page.getByRole('button', { name: 'Rebuild now' }).click();
	await page.getByText('2 answers are here.').waitFor();
	await page.getByText('Your answers are stored on this device only, in two copies.').waitFor();
	expect(await page.getByText('The browser could not open').count()).toBe(0);
	await page.goto(`${base}settings/`);
	await page.getByRole('button', { name: 'Check data' }).click();
	await page.getByText(/^All sums agree with your \d+ records\./).waitFor();
	expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
	await page.goto(`${base}progress/`);
	await page.getByText('2 questions answered').waitFor();
	expect(faults).toEqual([]);
	await close();
});
