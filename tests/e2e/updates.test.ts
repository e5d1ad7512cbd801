// Updates are offered and never forced; a broken installation is tried again.
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, onTestFinished, test } from 'vitest';
import { addIntegrity, readList } from '../../src/tools/precache-integrity.js';
import { serve } from '../../src/tools/serve.js';
import { closeBrowser, open, storedForOffline } from './app.js';
import { markRelease } from './release.js';

/** Two releases of the app that differ in what their pages say. */
const releases: Record<'old' | 'new', string> = { old: '', new: '' };
let folder = '';

beforeAll(() => {
	folder = mkdtempSync(join(tmpdir(), 'milium-updates-'));
	for (const name of ['old', 'new'] as const) {
		const dir = join(folder, name);
		cpSync('build', dir, { recursive: true });
		markRelease(dir, name);
		addIntegrity(dir, '');
		releases[name] = dir;
	}
});
afterAll(async () => {
	await closeBrowser();
	rmSync(folder, { recursive: true, force: true });
});

/** A host whose release can be changed, and which can answer wrongly for a while. */
async function host() {
	const servers = {
		old: await serve({ dir: releases.old }),
		new: await serve({ dir: releases.new })
	};
	const state: {
		release: 'old' | 'new';
		wrong: ((path: string) => { status: number; body: string } | undefined) | undefined;
	} = {
		release: 'old',
		wrong: undefined
	};
	const listener: RequestListener = (req, res) => {
		const wrong = state.wrong?.(req.url ?? '');
		if (wrong !== undefined) {
			res.writeHead(wrong.status, { 'content-type': 'text/html' }).end(wrong.body);
			return;
		}
		fetch(`http://127.0.0.1:${servers[state.release].port}${req.url ?? '/'}`, {
			redirect: 'manual'
		})
			.then(async (answer) => {
				res.writeHead(answer.status, Object.fromEntries(answer.headers));
				res.end(Buffer.from(await answer.arrayBuffer()));
			})
			.catch(() => res.destroy());
	};
	const server: Server = createServer(listener);
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
	const address = server.address();
	const close = async () => {
		server.close();
		server.closeAllConnections();
		await Promise.all([servers.old.close(), servers.new.close()]);
	};
	onTestFinished(close);
	const port = typeof address === 'object' && address !== null ? address.port : 0;
	return { url: `http://127.0.0.1:${port}/`, state };
}

const releaseOf = (page: Page) => page.evaluate(() => document.documentElement.dataset['release']);
const countLoads = (page: Page) => {
	const counted = { loads: 0 };
	page.on('load', () => (counted.loads += 1));
	return counted;
};
/** Makes the page look for a new version, as coming back online does. */
const lookForUpdate = (page: Page) => page.evaluate(() => dispatchEvent(new Event('online')));
const offer = (page: Page) => page.getByRole('button', { name: 'Update now' });

describe('an update', () => {
	test('is offered, taken by one tab alone, and followed by the other at its next page', async () => {
		const { url, state } = await host();
		const { page: first, context, faults, close } = await open(url);
		await storedForOffline(first);
		const second = await context.newPage();
		await second.goto(`${url}settings/`);
		await second.getByRole('heading', { level: 1 }).waitFor();
		state.release = 'new';
		const [loadsOfFirst, loadsOfSecond] = [countLoads(first), countLoads(second)];
		await lookForUpdate(first);
		await offer(first).waitFor();
		await offer(second).waitFor();
		// Offered is not taken.
		await second.waitForTimeout(500);
		expect([loadsOfFirst.loads, loadsOfSecond.loads]).toEqual([0, 0]);
		await offer(first).click();
		await first.waitForFunction(() => document.documentElement.dataset['release'] === 'new');
		await second.waitForTimeout(500);
		expect([loadsOfFirst.loads, loadsOfSecond.loads]).toEqual([1, 0]);
		expect(await releaseOf(second)).toBe('old');
		await offer(second).waitFor({ state: 'hidden' });
		await second.getByRole('link', { name: 'Progress' }).click();
		await second.waitForFunction(() => document.documentElement.dataset['release'] === 'new');
		expect(new URL(second.url()).pathname).toBe('/progress/');
		expect(faults).toEqual([]);
		await close();
	});

	test('is not offered during a question, and takes nothing from it', async () => {
		const { url, state } = await host();
		const { page, context, faults, close } = await open(url);
		await storedForOffline(page);
		const running = await context.newPage();
		await running.goto(`${url}session/?new`);
		await running.getByRole('heading', { level: 1, name: 'Question 1 of 10' }).waitFor();
		const choice = running.locator('[data-question]').getByRole('radio').first();
		await choice.check();
		state.release = 'new';
		const counted = countLoads(running);
		await lookForUpdate(page);
		await offer(page).click();
		await page.waitForFunction(() => document.documentElement.dataset['release'] === 'new');
		await running.waitForTimeout(500);
		expect(await offer(running).count()).toBe(0);
		expect(await choice.isChecked()).toBe(true);
		await running.getByRole('button', { name: 'Check answer' }).click();
		await running.locator('[data-saving="saved"]').waitFor();
		expect(counted.loads).toBe(0);
		expect(faults).toEqual([]);
		await close();
	});
});

describe('a new version', () => {
	test('that has waited since the last visit is taken without asking, and comes with the next page', async () => {
		const { url, state } = await host();
		const { page, faults, close } = await open(url);
		await storedForOffline(page);
		state.release = 'new';
		await lookForUpdate(page);
		await offer(page).waitFor();
		// A visit anew, in the only window.
		await page.reload();
		const counted = countLoads(page);
		await expect
			.poll(() =>
				page.evaluate(
					async () => (await navigator.serviceWorker.getRegistration())?.waiting ?? null
				)
			)
			.toBeNull();
		expect(await offer(page).count()).toBe(0);
		expect(counted.loads).toBeLessThanOrEqual(1);
		await page.getByRole('link', { name: 'Progress' }).first().click();
		await page.waitForFunction(() => document.documentElement.dataset['release'] === 'new');
		expect(faults).toEqual([]);
		await close();
	});

	test('that has replaced a page is not stumbled over: nothing uncaught, nothing reloaded, no draft lost', async () => {
		const { url, state } = await host();
		// No worker, so that nothing of the old version is stored; the new one has parts of other names.
		state.wrong = (path) => {
			if (path.endsWith('/sw.js')) return { status: 404, body: '' };
			if (state.release === 'old') return undefined;
			if (path.includes('/version.json')) return { status: 200, body: '{"version":"new"}' };
			return /immutable\/(?:nodes|assets)\//.test(path) ? { status: 404, body: '' } : undefined;
		};
		const { page, faults, close } = await open(`${url}settings/`);
		await page.getByRole('button', { name: 'Back up', exact: true }).waitFor();
		await page.getByRole('checkbox', { name: 'Protect with a passphrase' }).check();
		const field = page.getByLabel('Passphrase', { exact: true });
		await field.fill('half a pass');
		await page.getByRole('heading', { name: 'Offline' }).waitFor();
		await page.getByText('Milium is not stored for use without a network.').waitFor();
		const counted = countLoads(page);
		state.release = 'new';
		const refused = page.waitForResponse((one) => one.status() === 404);
		await page.getByRole('link', { name: 'Learn' }).hover();
		await refused;
		await page.waitForTimeout(500);
		expect(counted.loads).toBe(0);
		expect(await field.inputValue()).toBe('half a pass');
		state.wrong = undefined;
		await page.getByRole('link', { name: 'Progress' }).click();
		await page.waitForFunction(() => document.documentElement.dataset['release'] === 'new');
		expect(faults).toEqual([]);
		await close();
	});

	test('that has replaced a part which was wanted before the page could watch for it is found by one reload', async () => {
		const address = `${inject('root')}settings/`;
		const { page, context, faults, close } = await open(address, { serviceWorkers: 'block' });
		await context.route('**/version.json', (route) => route.fulfill({ json: { version: 'new' } }));
		await context.addInitScript(() => {
			addEventListener('DOMContentLoaded', () => dispatchEvent(new Event('vite:preloadError')));
		});
		const counted = countLoads(page);
		await page.goto(address);
		await expect.poll(() => counted.loads).toBe(2);
		await page.getByRole('button', { name: 'Back up', exact: true }).waitFor();
		expect(faults).toEqual([]);
		await close();
	});
});

describe('an installation that goes wrong', () => {
	const portal = { status: 200, body: '<h1>Welcome to the hotel</h1>' };
	const busy = { status: 503, body: 'later' };
	test.each([
		['a page of the hotel instead of a script', portal],
		['a server that is busy', busy]
	])('%s: nothing wrong is kept, and the next visit heals it', async (_, answer) => {
		const { url, state } = await host();
		// The page itself gets the file; only the worker, which asks for everything, is lied to about one it alone wants.
		const lied = chunkWithBank();
		const wanted: string[] = [];
		state.wrong = (path) => {
			wanted.push(path);
			return path === `/${lied}` ? answer : undefined;
		};
		const { page, context, close } = await open(url);
		await page.goto(`${url}settings/`);
		await expect.poll(() => wanted.includes(`/${lied}`), { timeout: 15_000 }).toBe(true);
		await page.getByText('Milium is not stored for use without a network.').waitFor();
		expect(await page.getByText('Everything is on this device.').count()).toBe(0);
		expect(
			await page.evaluate(
				async () => (await navigator.serviceWorker.getRegistration())?.active ?? null
			)
		).toBeNull();
		state.wrong = undefined;
		await page.getByRole('button', { name: 'Try again' }).click();
		await page.getByText('Everything is on this device.').waitFor();
		await storedForOffline(page);
		await context.setOffline(true);
		await page.goto(`${url}progress/`);
		await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
		const stored = await page.evaluate(
			async (path) => (await (await caches.match(path))?.text()) ?? '',
			`/${lied}`
		);
		expect(stored).not.toContain('hotel');
		expect(stored.length).toBeGreaterThan(0);
		await close();
	});
});

/** A chunk with a bank in it: neither home nor settings fetches one. */
function chunkWithBank(): string {
	const { entries } = readList(readFileSync(join(releases.old, 'sw.js'), 'utf8'));
	const scripts = entries.map((entry) => entry.url).filter((url) => url.endsWith('.js'));
	const found = scripts.find((url) =>
		readFileSync(join(releases.old, url), 'utf8').includes('CC-BY-4.0')
	);
	if (found === undefined) throw new Error('No chunk holds a bank');
	return found;
}
