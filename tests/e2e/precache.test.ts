// What the service worker stores: every file of the app with its hash, and every question among them.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { addIntegrity, readList } from '../../src/tools/precache-integrity.js';
import { loadQuestions } from '../../src/tools/questions.js';

const BUILDS = [
	{ dir: 'build', base: '' },
	{ dir: '.milium/build-folder', base: '/milium' }
];

describe.each(BUILDS)('$dir', ({ dir, base }) => {
	const worker = readFileSync(join(dir, 'sw.js'), 'utf8');
	const urls = readList(worker).entries.map(
		(entry) => new URL(entry.url, `http://x${base}/sw.js`).pathname
	);
	const data = urls.filter((url) => url.endsWith('.json'));
	const stored = data.map((url) => readFileSync(join(dir, url.slice(base.length)), 'utf8'));

	test('every entry lies under the base', () => {
		expect(urls.filter((url) => !url.startsWith(`${base}/`))).toEqual([]);
	});
	test('every bank is stored, to its last item', () => {
		const { banks } = loadQuestions();
		expect(banks.length).toBeGreaterThan(0);
		for (const bank of banks) {
			// One file holds the whole bank: what an item says is found in the same file as its id.
			const file = stored.find(
				(text) =>
					bank.items.every((item) => text.includes(item.hash) && text.includes(item.id)) &&
					text.includes('rationale')
			);
			expect(file, bank.id).toBeDefined();
		}
	});
	test('the hashes are those of the files', () => {
		const page = readFileSync(join(dir, 'index.html'));
		expect(worker).toContain(
			`integrity:"sha384-${createHash('sha384').update(page).digest('base64')}"`
		);
		addIntegrity(dir, base);
		expect(readFileSync(join(dir, 'sw.js'), 'utf8')).toBe(worker);
	});
	test('nothing points to the root of the host when the app lies in a folder', () => {
		const pages = ['index.html', '404.html', 'practice/index.html', 'manifest.webmanifest'];
		for (const page of pages) {
			const text = readFileSync(join(dir, page), 'utf8');
			const absolute = [
				...text.matchAll(/(?:href|src|"start_url"|"scope"|"id")[=:]"(\/[^"]*)"/g)
			].map((match) => match[1] ?? '');
			expect(
				absolute.filter((url) => !url.startsWith(`${base}/`)),
				page
			).toEqual([]);
		}
	});
});
