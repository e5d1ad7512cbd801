import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { addIntegrity, readList } from '../../../src/tools/precache-integrity.js';
import { folderWith } from './folder.js';

const worker = (entries: string) =>
	`define(["./workbox"],function(e){e.precacheAndRoute([${entries}],{}),e.cleanup()});`;
const FILES = {
	'index.html': '<h1>Home</h1>',
	'404.html': '<h1>?</h1>',
	'quiz/index.html': '<h1>Quiz</h1>',
	'_app/immutable/chunks/a.js': 'export const a = 1;',
	'boot.js': '1;'
};
const ENTRIES =
	'{url:"_app/immutable/chunks/a.js",revision:null},{url:"boot.js",revision:"r1"},{url:"./",revision:"r2"},{url:"quiz/",revision:"r3"}';
const build = (entries: string, files: Record<string, string> = FILES) =>
	folderWith({ ...files, 'sw.js': worker(entries) });
const sha384 = (text: string) => `sha384-${createHash('sha384').update(text).digest('base64')}`;

describe('integrity', () => {
	it('of the final bytes stands in every entry', () => {
		const dir = build(`${ENTRIES},{url:"/404.html",revision:"constant"}`);
		const { files, bytes } = addIntegrity(dir, '');
		expect(files).toBe(5);
		expect(bytes).toBe(Object.values(FILES).join('').length);
		const text = readFileSync(join(dir, 'sw.js'), 'utf8');
		for (const content of Object.values(FILES))
			expect(text).toContain(`integrity:"${sha384(content)}"`);
		expect(text.endsWith('],{}),e.cleanup()});')).toBe(true);
	});
	it('follows the base path', () => {
		const dir = build(
			`${ENTRIES},{url:"/milium/404.html",revision:"x"},{url:"/milium/",revision:"y"}`
		);
		expect(addIntegrity(dir, '/milium').files).toBe(6);
	});
	it('gives a page a new revision when its bytes change, and a hashed file none', () => {
		const revisions = (page: string) => {
			const dir = build(`${ENTRIES},{url:"404.html",revision:"constant"}`, {
				...FILES,
				'404.html': page
			});
			addIntegrity(dir, '');
			return readList(readFileSync(join(dir, 'sw.js'), 'utf8')).entries.map(
				(entry) => entry.revision
			);
		};
		const [before, after] = [revisions('old'), revisions('new')];
		expect(before[0]).toBeNull();
		expect(before.slice(0, 4)).toEqual(after.slice(0, 4));
		expect(before[4]).not.toBe(after[4]);
	});
	it('is the same when it is added twice, and follows a file that has changed since', () => {
		const dir = build(ENTRIES);
		addIntegrity(dir, '');
		const once = readFileSync(join(dir, 'sw.js'), 'utf8');
		addIntegrity(dir, '');
		expect(readFileSync(join(dir, 'sw.js'), 'utf8')).toBe(once);
		writeFileSync(join(dir, 'boot.js'), '2;');
		addIntegrity(dir, '');
		expect(readFileSync(join(dir, 'sw.js'), 'utf8')).toContain(sha384('2;'));
	});
});

describe('the build fails', () => {
	it.each([
		['a file that is not there', `${ENTRIES},{url:"gone.js",revision:null}`, 'gone.js'],
		['a folder without a page', `${ENTRIES},{url:"_app/",revision:"x"}`, '_app/'],
		[
			'an address outside the base',
			`${ENTRIES},{url:"https://other.example/x.js",revision:null}`,
			'other.example'
		],
		['an entry of another form', `${ENTRIES},"plain.js"`, 'plain.js'],
		['an entry with more to it', `${ENTRIES},{url:"boot.js",revision:null,extra:1}`, 'extra'],
		['an empty list', '', 'empty']
	])('for %s', (_, entries, named) => {
		expect(() => addIntegrity(build(entries), '')).toThrow(named);
	});
	it('for a chunk that the worker does not fetch', () => {
		const dir = build(ENTRIES, { ...FILES, '_app/immutable/chunks/bank.js': 'export default 1;' });
		expect(() => addIntegrity(dir, '')).toThrow('bank.js');
	});
	it('without a worker, or with one of unknown form', () => {
		expect(() => addIntegrity(folderWith(FILES), '')).toThrow('sw.js');
		expect(() => addIntegrity(folderWith({ ...FILES, 'sw.js': 'hello' }), '')).toThrow(
			'precache list'
		);
	});
});
