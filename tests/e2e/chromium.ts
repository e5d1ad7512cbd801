// A Chromium of our own: its own profile, which survives it, and its own process group, so that it can be killed in the middle of
// anything. (A context made by Playwright keeps IndexedDB in memory and cannot be killed without cleaning up.)
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium, type BrowserContext } from 'playwright-core';
import { findChromium } from '../../src/tools/chromium.js';

export interface StartedChromium {
	readonly context: BrowserContext;
	/** SIGKILL to the whole process group; resolves when the browser is gone. */
	kill(): Promise<void>;
	/** Closes it as a user would; resolves when the browser is gone. */
	quit(): Promise<void>;
}

const ARGUMENTS = [
	'--headless=new',
	'--disable-gpu',
	'--no-first-run',
	'--disable-dev-shm-usage',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--password-store=basic',
	'--remote-debugging-port=0'
];
// Long, since they only end a hang.
const START_MS = 120_000;
const QUIT_MS = 30_000;

/** Starts a Chromium on a profile folder, which is made where there is none; `more` are further arguments of its command line. */
export async function startChromium(
	profile: string,
	more: readonly string[] = []
): Promise<StartedChromium> {
	const path = findChromium();
	if (path === undefined) throw new Error('No Chromium found; set MILIUM_CHROMIUM to one');
	mkdirSync(profile, { recursive: true });
	const portFile = join(profile, 'DevToolsActivePort');
	// What a killed browser leaves behind would be taken for the new one's.
	for (const left of [
		portFile,
		...['Lock', 'Socket', 'Cookie'].map((end) => join(profile, `Singleton${end}`))
	]) {
		rmSync(left, { force: true });
	}
	const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
	const child = spawn(
		path,
		[...ARGUMENTS, ...noSandbox, ...more, `--user-data-dir=${profile}`, 'about:blank'],
		{
			detached: true,
			stdio: 'ignore'
		}
	);
	const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
	try {
		const browser = await chromium.connectOverCDP(await endpoint(portFile, child));
		const context = browser.contexts()[0];
		if (context === undefined) throw new Error('Chromium has no context');
		return {
			context,
			kill: async () => {
				signal(child);
				await gone;
				await browser.close().catch(() => undefined);
			},
			quit: async () => {
				const session = await browser.newBrowserCDPSession();
				await session.send('Browser.close').catch(() => undefined);
				const timer = setTimeout(() => signal(child), QUIT_MS);
				await gone;
				clearTimeout(timer);
			}
		};
	} catch (error) {
		signal(child);
		throw error;
	}
}

/** Kills the group, which holds this browser's own processes and no others. */
function signal(child: ChildProcess): void {
	if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
	try {
		process.kill(-child.pid, 'SIGKILL');
	} catch {
		// It ended in this moment.
	}
}

async function endpoint(portFile: string, child: ChildProcess): Promise<string> {
	const until = Date.now() + START_MS;
	while (Date.now() < until && child.exitCode === null) {
		try {
			const [port, path] = readFileSync(portFile, 'utf8').split('\n');
			if (port !== undefined && path !== undefined && path !== '')
				return `ws://127.0.0.1:${port}${path}`;
		} catch {
			// Not written yet.
		}
		await pause(30);
	}
	throw new Error('Chromium did not start');
}
