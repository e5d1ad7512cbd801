// Finds a Chromium to test with.
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

const SYSTEM = [
	// Debian's launcher script hides the process id, so the program itself comes first.
	'/usr/lib/chromium/chromium',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome-stable',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'/Applications/Chromium.app/Contents/MacOS/Chromium',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
	'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe'
];

const IN_DOWNLOAD = [
	'chrome-linux/chrome',
	'chrome-linux64/chrome',
	'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
	'chrome-win/chrome.exe',
	'chrome-win64/chrome.exe'
];

/** Chromium builds that Playwright has downloaded, newest first. */
function downloaded() {
	const roots = [
		process.env.PLAYWRIGHT_BROWSERS_PATH,
		join(homedir(), '.cache/ms-playwright'),
		join(homedir(), 'Library/Caches/ms-playwright'),
		join(homedir(), 'AppData/Local/ms-playwright')
	];
	return roots.flatMap((root) =>
		root === undefined || !existsSync(root)
			? []
			: readdirSync(root)
					.filter((name) => /^chromium-\d+$/.test(name))
					.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
					.flatMap((name) => IN_DOWNLOAD.map((path) => join(root, name, path)))
	);
}

/**
 * Path of a Chromium: `MILIUM_CHROMIUM` if set, else the system's, else one that Playwright has downloaded.
 * @returns {string | undefined} undefined when there is none
 */
export function findChromium() {
	const asked = process.env.MILIUM_CHROMIUM;
	if (asked !== undefined) return existsSync(asked) ? asked : undefined;
	return [...SYSTEM, ...downloaded()].find((path) => existsSync(path));
}
