// Builds the page that runs the real storage, and serves it on localhost.
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import sirv from 'sirv';
import { build } from 'vite';
import type { StoragePage } from '../../fixtures/storage-page/main.js';
import { startChromium, type StartedChromium } from '../chromium.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

export interface Site {
	readonly origin: string;
	/** A new folder for a profile; removed with the site. */
	profile(): string;
	close(): Promise<void>;
}

/** Builds into a temporary folder and serves it until it is closed. */
export async function startSite(): Promise<Site> {
	const folder = mkdtempSync(join(tmpdir(), 'milium-storage-'));
	const outDir = join(folder, 'site');
	await build({
		root: path('../../fixtures/storage-page'),
		configFile: false,
		logLevel: 'warn',
		resolve: { alias: { $lib: path('../../../src/lib') } },
		build: { outDir, emptyOutDir: true }
	});
	const server = createServer(sirv(outDir));
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		origin: `http://localhost:${port}`,
		profile: () => mkdtempSync(join(folder, 'profile-')),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
			rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
		}
	};
}

/** A browser with a page on which storage has not been opened yet. */
export async function startPage(
	site: Site,
	profile: string
): Promise<StartedChromium & { page: Page }> {
	const browser = await startChromium(profile);
	return { ...browser, page: await newPage(site, browser) };
}

export async function newPage(site: Site, browser: StartedChromium): Promise<Page> {
	const page = await browser.context.newPage();
	await page.goto(site.origin);
	await page.waitForFunction(() => 'milium' in globalThis);
	return page;
}

type Method = keyof StoragePage;

/** Calls a function of the page. */
export function call<M extends Exclude<Method, 'answerFast'>>(
	page: Page,
	method: M,
	...parameters: Parameters<StoragePage[M]>
): Promise<Awaited<ReturnType<StoragePage[M]>>> {
	return page.evaluate(
		([name, values]) => {
			const api = (
				globalThis as unknown as { milium: Record<string, (...all: unknown[]) => unknown> }
			).milium;
			return api[name]?.(...values);
		},
		[method, parameters as unknown[]] as const
	) as Promise<Awaited<ReturnType<StoragePage[M]>>>;
}

/** Lets the page answer as fast as it can; `saved` hears of every answer that was shown as saved. Milliseconds of each. */
export async function answerFast(
	page: Page,
	session: string,
	range: readonly [number, number],
	saved: (index: number) => void = () => undefined
): Promise<number[]> {
	await page.exposeFunction('savedHere', saved);
	return page.evaluate(
		([id, indexes]) => {
			const { milium, savedHere } = globalThis as unknown as {
				milium: StoragePage;
				savedHere: (index: number) => void;
			};
			return milium.answerFast(id, indexes, savedHere);
		},
		[session, range] as const
	);
}
