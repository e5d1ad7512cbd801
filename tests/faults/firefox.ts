// A Firefox of our own on a profile that is kept, as `startChromium` is for Chromium: Debian's, driven by WebDriver BiDi.
import { execFileSync } from 'node:child_process';
import { setTimeout as pause } from 'node:timers/promises';
import { firefox } from 'playwright-core';
import { findBrowsers } from '../../src/tools/browsers.js';
import type { StartedChromium } from '../e2e/chromium.js';
import { processesWith } from './processes.js';

const GONE_MS = 60_000;

/** Why it cannot be started here, or undefined. */
export const missingFirefox = (): string | undefined =>
	findBrowsers().found.firefox === undefined
		? 'there is no Firefox; on Debian: npm run engines -- --install'
		: undefined;

/** "Firefox 153.7.0". */
export function firefoxVersion(): string {
	const path = findBrowsers().found.firefox;
	const said = path === undefined ? '' : execFileSync(path, ['--version'], { encoding: 'utf8' });
	return `Firefox ${/\d+(?:\.\d+)+/.exec(said)?.[0] ?? ''}`.trim();
}

/** Starts a Firefox on a profile folder. */
export async function startFirefox(profile: string): Promise<StartedChromium> {
	const executablePath = findBrowsers().found.firefox;
	if (executablePath === undefined) throw new Error('No Firefox found; set MILIUM_FIREFOX to one');
	const context = await firefox.launchPersistentContext(profile, {
		channel: 'moz-firefox',
		executablePath,
		viewport: { width: 1280, height: 900 },
		// After a crash it would ask whether to start safely.
		firefoxUserPrefs: { 'toolkit.startup.max_resumed_crashes': -1 }
	});
	const pid = processOf(profile);
	return {
		context,
		kill: async () => {
			try {
				process.kill(pid, 'SIGKILL');
			} catch {
				// It has ended before.
			}
			await ended(pid);
			await context.close().catch(() => undefined);
		},
		quit: async () => {
			await context.close();
			await ended(pid);
		}
	};
}

/** The one process that the profile was named to; those that it starts end with it. */
function processOf(profile: string): number {
	const [first] = processesWith(`--profile ${profile}`);
	if (first === undefined) throw new Error('Firefox has no process');
	return first;
}

async function ended(pid: number): Promise<void> {
	const end = Date.now() + GONE_MS;
	while (isThere(pid)) {
		if (Date.now() > end) throw new Error('Firefox does not end');
		await pause(30);
	}
}

function isThere(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		return false;
	}
}
