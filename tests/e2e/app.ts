// The app in a real Chromium, watched: every page counts what would break a promise (a request to another origin, a
// violation of the content security policy, an error nobody caught).
import {
	chromium,
	type Browser,
	type BrowserContext,
	type BrowserContextOptions,
	type Locator,
	type Page
} from 'playwright-core';
import { expect } from 'vitest';
import { findChromium } from '../../src/tools/chromium.js';

export interface Watched {
	readonly context: BrowserContext;
	readonly page: Page;
	/** What has gone against a promise so far. */
	readonly faults: string[];
	close(): Promise<void>;
}

let browser: Promise<Browser> | undefined;

function launch(): Promise<Browser> {
	const executablePath = findChromium();
	if (executablePath === undefined) throw new Error('No Chromium: npm test installs or names one');
	browser ??= chromium.launch({
		executablePath,
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--disable-background-networking',
			'--disable-component-update'
		]
	});
	return browser;
}

/** Closes the browser that the tests of a file shared. */
export async function closeBrowser(): Promise<void> {
	await (await browser)?.close();
	browser = undefined;
}

/** A fresh profile with one page. */
export async function open(address: string, options: BrowserContextOptions = {}): Promise<Watched> {
	const context = await (
		await launch()
	).newContext({ viewport: { width: 1280, height: 900 }, ...options });
	const faults: string[] = [];
	await watch(context, new URL(address).origin, faults);
	const page = await context.newPage();
	await page.goto(address);
	return { context, page, faults, close: () => context.close() };
}

/** Notes in `faults` what goes against a promise on any page of a profile; `origin` is that of the app. */
export async function watch(
	context: BrowserContext,
	origin: string,
	faults: string[]
): Promise<void> {
	context.on('request', (request) => {
		const url = new URL(request.url());
		if (url.protocol.startsWith('http') && url.origin !== origin)
			faults.push(`request to ${url.origin}`);
		if (request.method() !== 'GET') faults.push(`${request.method()} ${request.url()}`);
	});
	context.on('weberror', (error) => faults.push(`uncaught: ${error.error().message}`));
	await context.exposeFunction('reportViolation', (text: string) => {
		faults.push(`content security policy: ${text}`);
	});
	await context.addInitScript(() => {
		document.addEventListener('securitypolicyviolation', (event) => {
			const report = (globalThis as unknown as { reportViolation: (text: string) => void })
				.reportViolation;
			report(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`);
		});
	});
}

/** Waits until the service worker has stored the app. */
export async function storedForOffline(page: Page): Promise<void> {
	await page.evaluate(async () => {
		await navigator.serviceWorker.ready;
	});
	// `ready` resolves when a worker is active, which is after everything has been stored.
	expect(await page.evaluate(() => caches.keys().then((keys) => keys.length))).toBeGreaterThan(0);
}

/** Waits until the page says that the last answer is saved. */
export async function saved(page: Page): Promise<void> {
	await page.locator('[data-saving="saved"]').waitFor();
}

/** Gives some response to the one question in a page or a part of it, whatever its type, by clicks. */
export async function respond(within: Page | Locator): Promise<void> {
	const scope = within.locator('[data-question]');
	// The heading can be there before the question, which is fetched when it is its turn.
	await scope.first().waitFor();
	for (const field of await scope.getByRole('textbox').all()) await field.fill('1');
	for (const select of await scope.getByRole('combobox').all())
		await select.selectOption({ index: 1 });
	await pressButtons(scope);
	const groups = new Set<string>();
	for (const radio of await scope.getByRole('radio').all()) {
		const name = (await radio.getAttribute('name')) ?? '';
		if (groups.has(name)) continue;
		groups.add(name);
		await radio.check();
	}
	for (const box of await scope.getByRole('checkbox').all()) {
		if (await isComplete(within)) break;
		if (await box.isEnabled()) await box.click();
	}
	expect(await isComplete(within), 'the response can be checked').toBe(true);
}

/** Keeps an order, puts a token in each gap, or highlights the first words: what is there. */
async function pressButtons(scope: Locator): Promise<void> {
	const keep = scope.getByRole('button', { name: 'Keep this order' });
	if ((await keep.count()) > 0) return keep.click();
	const toggles = scope.locator('button[aria-pressed]');
	const gaps = await scope.locator('button[data-place]').all();
	for (const [at, gap] of gaps.entries()) {
		await toggles.nth(at).click();
		await gap.click();
	}
	if (gaps.length === 0 && (await toggles.count()) > 0) await toggles.first().click();
}

/** Whether the response on screen could be checked, as the page marks it for its own button. */
async function isComplete(within: Page | Locator): Promise<boolean> {
	return (await within.locator('[data-question][data-complete="true"]').count()) > 0;
}
