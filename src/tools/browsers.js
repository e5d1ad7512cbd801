// Finds the browsers of three engines, and says what is missing.
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { findChromium } from './chromium.js';

/**
 * @typedef {object} Browsers paths of programs
 * @property {string} chromium
 * @property {string} firefox
 * @property {string} webkit WebKitGTK's browser for automation
 * @property {string} webkitDriver
 * @property {string} display a display that nobody sees: WebKitGTK draws on one
 */

/** What Debian and Ubuntu call them. @type {Readonly<Record<keyof Browsers, string>>} */
const PACKAGES = {
	chromium: 'chromium',
	firefox: 'firefox-esr',
	webkit: 'webkit2gtk-driver',
	webkitDriver: 'webkit2gtk-driver',
	display: 'xvfb'
};

/**
 * What a journey in an engine needs.
 * @typedef {'chromium' | 'firefox' | 'webkit'} Engine
 * @type {Readonly<Record<Engine, readonly (keyof Browsers)[]>>}
 */
const PARTS = {
	chromium: ['chromium'],
	firefox: ['firefox'],
	webkit: ['webkit', 'webkitDriver', 'display']
};
export const ENGINES = /** @type {readonly Engine[]} */ (Object.keys(PARTS));

/** @returns {{ found: Partial<Browsers>, missing: string[] }} `missing`: Debian packages */
export function findBrowsers() {
	/** @type {Record<keyof Browsers, string | undefined>} */
	const found = {
		chromium: findChromium(),
		firefox: findFirefox(),
		webkit: findMiniBrowser(),
		webkitDriver: inPath('WebKitWebDriver'),
		display: inPath('Xvfb')
	};
	const missing = Object.entries(found)
		.filter(([, path]) => path === undefined)
		.map(([name]) => PACKAGES[/** @type {keyof Browsers} */ (name)]);
	return { found: /** @type {Partial<Browsers>} */ (found), missing: [...new Set(missing)] };
}

/**
 * Debian packages that an engine lacks here.
 * @param {Engine} engine
 */
export function missingFor(engine) {
	const { found } = findBrowsers();
	const lacks = PARTS[engine].filter((part) => found[part] === undefined);
	return [...new Set(lacks.map((part) => PACKAGES[part]))];
}

/**
 * What an engine needs is there; where it is not it throws, since `npm run engines` looks first.
 * @param {Engine} engine
 * @returns {Browsers} the parts of the others may not be there
 */
export function requireBrowsers(engine) {
	const missing = missingFor(engine);
	if (missing.length > 0) throw new Error(`Missing: ${missing.join(', ')}. Run npm run engines`);
	return /** @type {Browsers} */ (findBrowsers().found);
}

function findFirefox() {
	const asked = process.env.MILIUM_FIREFOX;
	if (asked !== undefined) return existsSync(asked) ? asked : undefined;
	return inPath('firefox-esr') ?? inPath('firefox');
}

/** Debian keeps it out of the path, in a folder named for the machine and the version of the library. */
function findMiniBrowser() {
	for (const lib of ['/usr/lib', '/usr/libexec', '/usr/lib64']) {
		if (!existsSync(lib)) continue;
		const machines = readdirSync(lib)
			.filter((name) => name.includes('linux'))
			.map((name) => join(lib, name));
		for (const folder of [lib, ...machines]) {
			const kept = readdirSync(folder)
				.filter((name) => /^webkit2?gtk-[\d.]+$/.test(name))
				.sort()
				.reverse()
				.map((name) => join(folder, name, 'MiniBrowser'))
				.find((path) => existsSync(path));
			if (kept !== undefined) return kept;
		}
	}
	return undefined;
}

/** @param {string} program */
function inPath(program) {
	return (process.env.PATH ?? '')
		.split(delimiter)
		.map((folder) => join(folder, program))
		.find((path) => existsSync(path));
}
