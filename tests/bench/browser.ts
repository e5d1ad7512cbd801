// A fresh Chromium with a fresh profile for every sample, made to behave like a phone where asked.
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium } from '../../src/tools/chromium.js';
import { Stop } from '../../src/tools/setup.js';
import { untilCalm } from './calm.js';
import type { Certificate } from './certificate.js';

/** How much slower than this machine, and over which link. */
export interface Profile {
	readonly cpu: number;
	/** Absent: as fast as the machine is. */
	readonly link?: { readonly bitsPerSecond: number; readonly latencyMs: number };
	readonly touch: boolean;
	/** Scripts are never compiled to machine code, of which a browser makes more the longer a page runs. */
	readonly interpreted?: true;
}

/** A mid-range phone on a slow mobile link. */
export const PHONE: Profile = {
	cpu: 4,
	link: { bitsPerSecond: 1_600_000, latencyMs: 150 },
	touch: true
};
/** The same phone with nothing to fetch. */
export const PHONE_CPU: Profile = { cpu: 4, touch: true };
export const DESKTOP: Profile = { cpu: 1, touch: false };
export const INTERPRETED: Profile = { ...DESKTOP, interpreted: true };

const PHONE_SCREEN = {
	viewport: { width: 412, height: 823 },
	deviceScaleFactor: 1.75,
	isMobile: true,
	hasTouch: true
};
/**
 * Parts of the browser that start with it and would share the machine with the page, such as the pages behind the address
 * bar. The list replaces the one that Playwright passes, so what matters of that is here too.
 */
const QUIET = [
	...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup', 'LensOverlay'],
	...['MediaRouter', 'DialMediaRouteProvider', 'OptimizationHints', 'Translate'],
	...['HttpsUpgrades', 'PaintHolding']
].join();
const DESKTOP_SCREEN = { viewport: { width: 1280, height: 800 } };
const IN_PAGE = readFileSync(fileURLToPath(new URL('./in-page.js', import.meta.url)), 'utf8');

/** What `in-page.js` tells of its own accord. */
export interface Report {
	readonly kind: 'clicked' | 'answerable';
	/** Milliseconds since the navigation began. */
	readonly ms: number;
	/** The same moment, in milliseconds since 1970. */
	readonly at: number;
	/** First contentful paint, in milliseconds since the navigation began. */
	readonly painted: number | undefined;
}

export interface Tab {
	readonly page: Page;
	readonly cdp: CDPSession;
	readonly version: string;
	/** The next report of a kind from now on. Rejects after `withinMs`. */
	next(kind: Report['kind'], withinMs?: number): Promise<Report>;
}

export interface TabOptions {
	readonly profile: Profile;
	readonly certificate: Certificate | undefined;
	/** Words of a link that is to be clicked as soon as it is painted. */
	readonly click?: string | undefined;
}

/** Runs with a tab in a browser of its own, and leaves nothing behind. */
export async function withTab<T>(options: TabOptions, use: (tab: Tab) => Promise<T>): Promise<T> {
	const folder = mkdtempSync(join(tmpdir(), 'milium-bench-profile-'));
	let context: BrowserContext | undefined;
	try {
		context = await launch(folder, options);
		const tab = await prepare(context, options);
		await untilCalm();
		return await use(tab);
	} finally {
		await context?.close();
		rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
	}
}

async function launch(folder: string, { profile, certificate }: TabOptions) {
	const executablePath = findChromium();
	if (executablePath === undefined) {
		throw new Stop('No Chromium was found. Install one, or name it in MILIUM_CHROMIUM.');
	}
	return chromium.launchPersistentContext(folder, {
		executablePath,
		...(profile.touch ? PHONE_SCREEN : DESKTOP_SCREEN),
		args: [
			'--no-sandbox',
			'--disable-quic',
			'--disable-background-networking',
			`--disable-features=${QUIET}`,
			...(profile.interpreted === true ? ['--js-flags=--jitless'] : []),
			...(certificate === undefined
				? []
				: [`--ignore-certificate-errors-spki-list=${certificate.spki}`])
		]
	});
}

async function prepare(context: BrowserContext, options: TabOptions): Promise<Tab> {
	const { profile, click } = options;
	await context.addInitScript({
		content: `globalThis.benchPlan = ${JSON.stringify({ click })};\n${IN_PAGE}`
	});
	const page = context.pages()[0] ?? (await context.newPage());
	const cdp = await context.newCDPSession(page);
	const waiting = new Set<(report: Report) => void>();
	await cdp.send('Runtime.enable');
	await cdp.send('Runtime.addBinding', { name: 'benchReport' });
	cdp.on('Runtime.bindingCalled', ({ name, payload }) => {
		if (name !== 'benchReport') return;
		const report = JSON.parse(payload) as Report;
		for (const one of waiting) one(report);
	});
	await cdp.send('Network.enable');
	await cdp.send('Emulation.setCPUThrottlingRate', { rate: profile.cpu });
	if (profile.link !== undefined) {
		const bytesPerSecond = profile.link.bitsPerSecond / 8;
		await cdp.send('Network.emulateNetworkConditions', {
			offline: false,
			latency: profile.link.latencyMs,
			downloadThroughput: bytesPerSecond,
			uploadThroughput: bytesPerSecond / 2
		});
	}
	return {
		page,
		cdp,
		version: context.browser()?.version() ?? '',
		next: (kind, withinMs = 30_000) =>
			new Promise((resolve, reject) => {
				const timer = setTimeout(() => {
					waiting.delete(take);
					reject(new Error(`Nothing "${kind}" within ${withinMs / 1000} s at ${page.url()}`));
				}, withinMs);
				const take = (report: Report) => {
					if (report.kind !== kind) return;
					clearTimeout(timer);
					waiting.delete(take);
					resolve(report);
				};
				waiting.add(take);
			})
	};
}
