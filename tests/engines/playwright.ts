// Chromium by its own protocol, Firefox by WebDriver BiDi: Debian's Firefox as it is, with nothing built into it.
import { chromium, firefox, type Browser, type Locator, type Page } from 'playwright-core';
import { requireBrowsers } from '../../src/tools/browsers.js';
import { KEEP_NAMES, PATIENCE_MS, type Driver, type Named } from './driver.js';

function launch(engine: 'chromium' | 'firefox'): Promise<Browser> {
	const { chromium: chromiumPath, firefox: firefoxPath } = requireBrowsers(engine);
	if (engine === 'firefox')
		return firefox.launch({ channel: 'moz-firefox', executablePath: firefoxPath });
	return chromium.launch({
		executablePath: chromiumPath,
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--disable-background-networking',
			'--disable-component-update'
		]
	});
}

function locate(page: Page, { role, name }: Named): Locator {
	if (role === 'status' || role === 'alert') return page.getByRole(role).filter({ hasText: name });
	return page.getByRole(role, { name, exact: role !== 'heading' });
}

/** A browser with a fresh profile and one page. */
export async function startPlaywright(engine: 'chromium' | 'firefox'): Promise<Driver> {
	const browser = await launch(engine);
	const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
	context.setDefaultTimeout(PATIENCE_MS);
	await context.addInitScript(KEEP_NAMES);
	const page = await context.newPage();
	const foreign: string[] = [];
	const visited = new Set<string>();
	context.on('request', (request) => {
		const url = new URL(request.url());
		if (url.protocol.startsWith('http') && !visited.has(url.origin)) foreign.push(request.url());
	});
	return {
		engine: engine === 'chromium' ? 'Chromium' : 'Firefox',
		version: browser.version(),
		foreign,
		async goto(url) {
			visited.add(new URL(url).origin);
			await page.goto(url);
		},
		async reload() {
			await page.reload();
		},
		run: (work, argument) => page.evaluate(work as never, argument as never),
		see: (what) => locate(page, what).first().waitFor(),
		press: (what) => locate(page, what).first().click(),
		click: (selector, at = 0) => page.locator(selector).nth(at).click(),
		async choose(selector, at, option) {
			await page.locator(selector).nth(at).selectOption({ index: option });
		},
		async type(selector, at, text) {
			const field = page.locator(selector).nth(at);
			// Firefox does not select what is in a field of numbers, and would put the text behind it.
			await field.evaluate((one: HTMLInputElement) => {
				one.value = '';
				one.dispatchEvent(new Event('input', { bubbles: true }));
			});
			await field.fill(text);
		},
		upload: (selector, path) => page.locator(selector).setInputFiles(path),
		close: () => browser.close()
	};
}
