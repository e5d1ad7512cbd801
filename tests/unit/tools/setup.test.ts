import { describe, expect, it } from 'vitest';
import { isInstalled, requireNode, Stop } from '../../../src/tools/setup.js';
import { hashSources } from '../../../src/tools/sources.js';
import { folderWith } from './folder.js';

describe('Node', () => {
	it.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('%s will do', (version) => {
		expect(() => requireNode(version)).not.toThrow();
	});
	it.each(['18.20.0', '20.18.3', '16.0.0'])(
		'%s is too old, and the message says what to do',
		(version) => {
			expect(() => requireNode(version)).toThrow(Stop);
			expect(() => requireNode(version)).toThrow(version);
			expect(() => requireNode(version)).toThrow('https://nodejs.org');
		}
	);
});

describe('installed packages', () => {
	const entry = (integrity: string, more: object = {}) => ({
		version: '1.0.0',
		integrity,
		...more
	});
	const lock = (packages: object) => JSON.stringify({ packages });
	const wanted = {
		'': { name: 'milium' },
		'node_modules/a': entry('A'),
		'node_modules/b': entry('B', { optional: true })
	};
	const check = (present: object | string | undefined) =>
		isInstalled(
			folderWith({
				'package-lock.json': lock(wanted),
				...(present !== undefined && {
					'node_modules/.package-lock.json': typeof present === 'string' ? present : lock(present)
				})
			})
		);

	it('are as the lock file says', () => {
		expect(check({ 'node_modules/a': entry('A'), 'node_modules/b': entry('B') })).toBe(true);
	});
	it('may lack what is for another platform', () => {
		expect(check({ 'node_modules/a': entry('A') })).toBe(true);
	});
	it.each([
		['none', undefined],
		['an install that was broken off', '{"packages":'],
		['one too few', { 'node_modules/b': entry('B') }],
		['one too many', { 'node_modules/a': entry('A'), 'node_modules/c': entry('C') }],
		['another version', { 'node_modules/a': { version: '1.0.1', integrity: 'A' } }],
		['other bytes', { 'node_modules/a': entry('X') }]
	])('differ: %s', (_, present) => {
		expect(check(present)).toBe(false);
	});
	it('cannot be told without a lock file', () => {
		expect(() => isInstalled(folderWith({}))).toThrow('package-lock.json');
	});
});

describe('hash of the sources', () => {
	const files = {
		'src/a.ts': 'one',
		'src/deep/b.ts': 'two',
		'questions/x.json': '{}',
		'package.json': '{}'
	};
	const hash = (changed: Record<string, string> = {}) =>
		hashSources(folderWith({ ...files, ...changed }));
	it('is the same for the same contents', () => expect(hash()).toBe(hash()));
	it.each([
		['a changed file', { 'src/a.ts': 'ONE' }],
		['a new file', { 'static/new.txt': '' }],
		['a question', { 'questions/x.json': '[]' }],
		['the lock file', { 'package-lock.json': '{}' }]
	])('differs with %s', (_, changed) => {
		expect(hash(changed)).not.toBe(hash());
	});
	it('does not run names and contents together', () => {
		const one = hashSources(folderWith({ 'src/a': 'bc', 'src/d': '' }));
		const other = hashSources(folderWith({ 'src/a': 'b', 'src/d': 'c' }));
		expect(one).not.toBe(other);
	});
	it('takes no notice of tests and documents', () => {
		expect(hash({ 'tests/x.test.ts': '1', 'README.md': '2' })).toBe(hash());
	});
});
