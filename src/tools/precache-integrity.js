// Gives every entry of the service worker's precache list the hash of the final bytes, so that a wrong answer during an
// installation (a captive portal's page under the name of a script, a half-finished deploy) is refused and asked for
// again, instead of being kept for good.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Stop } from './setup.js';

/** @typedef {{ url: string, revision: string | null }} Entry */

const CALL = 'precacheAndRoute([';
const ENTRY =
	/\{\s*"?url"?:\s*("(?:[^"\\]|\\.)*"),\s*"?revision"?:\s*(null|"[^"]*")(?:,\s*"?integrity"?:\s*"[^"]*")?\s*\}/y;

/**
 * Writes the hashes into `dir/sw.js`. Safe to repeat.
 * @param {string} dir
 * @param {string} base base path of the build
 * @returns {{ files: number, bytes: number }}
 */
export function addIntegrity(dir, base) {
	const worker = join(dir, 'sw.js');
	if (!existsSync(worker))
		throw new Stop(`${worker} is missing: the build made no service worker.`);
	const text = readFileSync(worker, 'utf8');
	const list = readList(text);
	const files = new Map(list.entries.map((entry) => [entry, fileOf(dir, base, entry.url)]));
	refuse(
		'The service worker would fetch files that are not there',
		list.entries.filter((entry) => files.get(entry) === undefined).map(({ url }) => url)
	);
	const known = new Set(files.values());
	refuse(
		'Files of the app are missing in the precache list, so they would not be there offline',
		appFiles(dir).filter((file) => !known.has(file))
	);
	let bytes = 0;
	const written = [...files].map(([entry, file = '']) => {
		const content = readFileSync(file);
		bytes += content.length;
		const integrity = `sha384-${createHash('sha384').update(content).digest('base64')}`;
		// Workbox's revision of the fallback page comes from the version file, not from the page. A kept copy is replaced only
		// when the revision differs, so it must follow the bytes.
		const revision =
			entry.revision === null
				? null
				: createHash('sha256').update(content).digest('hex').slice(0, 32);
		return `{url:${JSON.stringify(entry.url)},revision:${JSON.stringify(revision)},integrity:"${integrity}"}`;
	});
	writeFileSync(worker, text.slice(0, list.start) + written.join(',') + text.slice(list.end));
	return { files: written.length, bytes };
}

/**
 * The precache list of a worker. Every entry must be understood: one that is passed over would go without its hash.
 * @param {string} text
 * @returns {{ entries: Entry[], start: number, end: number }}
 */
export function readList(text) {
	const call = text.indexOf(CALL);
	if (call < 0) throw new Stop('No precache list in sw.js: has the form of the worker changed?');
	const start = call + CALL.length;
	/** @type {Entry[]} */
	const entries = [];
	let at = skipSpace(text, start);
	while (text[at] !== ']') {
		ENTRY.lastIndex = at;
		const match = ENTRY.exec(text);
		if (match === null)
			throw new Stop(`Cannot read this precache entry of sw.js: ${text.slice(at, at + 120)}`);
		entries.push({ url: JSON.parse(match[1] ?? ''), revision: JSON.parse(match[2] ?? '') });
		at = skipSpace(text, ENTRY.lastIndex);
		if (text[at] === ',') at = skipSpace(text, at + 1);
	}
	if (entries.length === 0) throw new Stop('The precache list of sw.js is empty.');
	return { entries, start, end: at };
}

/**
 * @param {string} text
 * @param {number} at
 */
function skipSpace(text, at) {
	while (/\s/.test(text[at] ?? '')) at += 1;
	return at;
}

/**
 * The file that a host answers a precached address with.
 * @param {string} dir
 * @param {string} base
 * @param {string} url absolute, or relative to the worker
 * @returns {string | undefined} undefined where there is none
 */
function fileOf(dir, base, url) {
	const path = new URL(url, `http://host.invalid${base}/sw.js`).pathname;
	if (!path.startsWith(`${base}/`)) return undefined;
	const full = join(dir, decodeURIComponent(path.slice(base.length)));
	const file = existsSync(full) && statSync(full).isDirectory() ? join(full, 'index.html') : full;
	return existsSync(file) ? file : undefined;
}

/**
 * Scripts, styles and data of the app itself: banks, views and charts are chunks among them.
 * @param {string} dir
 */
function appFiles(dir) {
	const folder = join(dir, '_app', 'immutable');
	return readdirSync(folder, { recursive: true, withFileTypes: true, encoding: 'utf8' })
		.filter((entry) => entry.isFile() && !entry.name.endsWith('.map'))
		.map((entry) => join(entry.parentPath, entry.name));
}

/**
 * @param {string} what
 * @param {string[]} list
 */
function refuse(what, list) {
	if (list.length > 0) throw new Stop(`${what}:\n${list.map((one) => `  ${one}`).join('\n')}`);
}
