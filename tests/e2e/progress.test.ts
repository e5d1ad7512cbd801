// The progress page of a learner with some weeks behind them: what they confuse, with the answers behind it; what they keep
// believing; how sure they are; and everything to take away.
import { readFile } from 'node:fs/promises';
import type { Download, Page } from 'playwright-core';
import { afterAll, expect, inject, test } from 'vitest';
import { recordsOf } from '../../src/lib/progress/item-record.js';
import { misconceptionsOf } from '../../src/lib/progress/misconceptions.js';
import { rollUp } from '../../src/lib/progress/rollups.js';
import { makeAnswer } from '../../src/lib/session/answer.js';
import type { SessionEvent } from '../../src/lib/session/events.js';
import { uuidv7 } from '../../src/lib/session/uuid.js';
import { attemptsOf, foldAll, sessionRow } from '../../src/lib/storage/derive.js';
import { fixtureOf } from '../fixtures/items/index.js';
import { closeBrowser, open } from './app.js';

const ITEM = { ...fixtureOf('multiple-choice'), hash: 'hash-of-it', tone: 8 };
const REF = { bank: 'milia-basics', item: ITEM.id, hash: ITEM.hash };
const DAY_MS = 86_400_000;

/** A session in which one question is answered: the key, or the look-alike it is taken for. */
function sessionOn(at: number, right: boolean): SessionEvent[] {
	let clock = at;
	const newId = () => uuidv7((clock += 1), (size) => crypto.getRandomValues(new Uint8Array(size)));
	const session = newId();
	const envelope = () => ({ id: newId(), session, at, tz: 0 });
	const draft = {
		response: { choice: right ? 'a' : 'b' },
		confidence: 'certain' as const,
		activeMs: 30_000
	};
	const one = { id: newId(), ref: REF, index: 0, item: ITEM, mode: 'study' as const, draft };
	const plan = { mode: 'study' as const, seed: 1, items: [REF], confidence: true };
	return [
		{ ...envelope(), kind: 'started', plan },
		{ ...envelope(), kind: 'checked', answer: makeAnswer({ ...one, first: false }) },
		{ ...envelope(), kind: 'finished', reason: 'learner', answers: [] }
	];
}

/** Rows as the app itself derives them, written where it reads them. */
async function fill(page: Page, sessions: readonly SessionEvent[][]): Promise<void> {
	const events = sessions.flat();
	const rows = {
		events,
		attempts: events.flatMap(attemptsOf),
		rollups: [...rollUp(events).values()],
		items: [...recordsOf(events).values()],
		misconceptions: [...misconceptionsOf(events).values()],
		sessions: sessions.flatMap((one) => sessionRow(foldAll(one)) ?? []),
		contents: [ITEM]
	};
	await page.evaluate(async (all) => {
		const db = await new Promise<IDBDatabase>((resolve, reject) => {
			const request = indexedDB.open('milium');
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('open'));
		});
		const transaction = db.transaction(Object.keys(all), 'readwrite');
		for (const [name, list] of Object.entries(all))
			for (const row of list as unknown[]) transaction.objectStore(name).put(row);
		await new Promise((resolve) => (transaction.oncomplete = resolve));
		db.close();
	}, rows);
	await page.reload();
}

async function kept(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
	const [download] = (await Promise.all([
		page.waitForEvent('download'),
		page
			.getByRole('region', { name: 'What you take for what' })
			.getByRole('button', { name: button })
			.click()
	])) as [Download, unknown];
	return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

afterAll(closeBrowser);

test('the confusion map leads to its answers and away with its numbers', async () => {
	const { page, faults, close } = await open(`${inject('root')}progress/`, {
		colorScheme: 'dark'
	});
	await page.getByText('Nothing to show yet').waitFor();
	const now = Date.now();
	const sessions = Array.from({ length: 36 }, (_, index) =>
		sessionOn(now - index * DAY_MS, index % 4 !== 0)
	);
	await fill(page, sessions);

	await page.getByText('mixed up in 9 of 36 answers').waitFor();
	const map = page.getByRole('table', { name: 'Confusion map' });
	await map
		.getByRole('button', { name: 'Neonatal milia taken for Neonatal acne: 9 of 36' })
		.click();
	const answers = page.getByRole('region', { name: 'Neonatal milia taken for Neonatal acne' });
	await expect.poll(() => answers.getByRole('listitem').count()).toBe(9);

	const practise = answers.getByRole('link', { name: 'Practise this pair' });
	const pair = 'neonatal-milia,neonatal-acne';
	expect(await practise.getAttribute('href')).toContain(`/practice/contrast/?pair=${pair}`);
	const compare = answers.getByRole('link', { name: 'Compare the two' });
	expect(await compare.getAttribute('href')).toContain(`/learn/?compare=${pair}`);

	const numbers = await kept(page, 'Save numbers (CSV)');
	expect(numbers.name).toBe('milium-confusion-map.csv');
	expect(numbers.bytes.toString('utf8')).toContain('Neonatal milia,27,9,36\r\n');
	const picture = await kept(page, 'Save picture (PNG)');
	expect(picture.name).toBe('milium-confusion-map.png');
	expect([...picture.bytes.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
	expect(await lightness(page, picture.bytes)).toBeGreaterThan(0.5);

	await page.getByText('Thinks that every white bump on a baby is acne').waitFor();
	await page.getByText('surer than right, by 20 percentage points').waitFor();
	await page.getByRole('checkbox', { name: 'Show certainty-based marks' }).check();
	await page.getByText('27 marks').waitFor();
	await page.getByText('36 days of practice in a row').waitFor();

	await page.getByRole('radio', { name: 'Skin tone' }).check();
	await page.getByRole('table', { name: 'Accuracy by skin tone' }).waitFor();
	await page.getByLabel('Period').selectOption('This month');
	await expect.poll(() => page.getByText('mixed up in 9 of 36 answers').count()).toBe(0);

	await answersOf(page);
	expect(faults).toEqual([]);
	await close();
});

const dataUrl = (canvas: Element) => (canvas as HTMLCanvasElement).toDataURL();

/** Share of light dots among those of a PNG that are drawn, 0 to 1. */
function lightness(page: Page, png: Buffer): Promise<number> {
	return page.evaluate(async (base64) => {
		const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
		const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
		const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
		context?.drawImage(bitmap, 0, 0);
		const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
		let drawn = 0;
		let light = 0;
		for (let at = 0; at < data.length; at += 4) {
			if ((data[at + 3] ?? 0) < 255) continue;
			drawn += 1;
			if ((data[at] ?? 0) > 200) light += 1;
		}
		return drawn === 0 ? 0 : light / drawn;
	}, png.toString('base64'));
}

/** From a cell to the review of a question, which is open. */
async function answersOf(page: Page): Promise<void> {
	const map = page.getByRole('table', { name: 'Confusion map' });
	await map.getByRole('button', { name: /^Neonatal milia recognized/ }).click();
	const answers = page.getByRole('region', { name: 'Neonatal milia, recognized' });
	await answers.getByRole('link', { name: 'Which condition is most likely?' }).first().click();
	await page.getByRole('heading', { name: 'Results' }).waitFor();
	const review = page.locator(`#question-${ITEM.id}`);
	await review.getByText('A newborn has had firm, pearly white bumps').waitFor();
}

test('charts are printed dark on white, also for somebody who chose the dark theme', async () => {
	const { page, faults, close } = await open(`${inject('root')}progress/`, {
		colorScheme: 'dark'
	});
	await page.getByText('Nothing to show yet').waitFor();
	await fill(page, [sessionOn(Date.now(), false), sessionOn(Date.now(), true)]);
	const map = page.getByRole('img', { name: /^Which diagnosis was right/ });
	await map.waitFor();
	await page.emulateMedia({ media: 'print' });
	const drawn = async () =>
		Buffer.from((await map.evaluate(dataUrl)).split(',')[1] ?? '', 'base64');
	await expect.poll(async () => lightness(page, await drawn())).toBeGreaterThan(0.5);
	expect(faults).toEqual([]);
	await close();
});
