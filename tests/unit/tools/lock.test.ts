// What a fresh machine installs. A lock file made beside installed packages can lack those of other platforms, and `npm ci`
// then refuses it everywhere: seen once, with rollup.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Entry {
	optional?: boolean;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { packages } = read('package-lock.json') as { packages: Record<string, Entry> };
const nameOf = (path: string) =>
	path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Looks for a package as Node does: beside the one that wants it, then further out. */
function isLocked(wantedBy: string, name: string): boolean {
	for (let at = wantedBy; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
		if (packages[`${at === '' ? '' : `${at}/`}node_modules/${name}`] !== undefined) return true;
		if (at === '') return false;
		if (!at.includes('/node_modules/')) at = '';
	}
}

describe('the lock file', () => {
	it('holds everything that any package in it wants, for every platform', () => {
		const missing = Object.entries(packages).flatMap(([path, entry]) =>
			Object.keys({
				...entry.dependencies,
				...entry.devDependencies,
				...entry.optionalDependencies
			})
				.filter((name) => !isLocked(path, name))
				.map((name) => `${nameOf(path)} wants ${name}`)
		);
		expect(missing).toEqual([]);
	});
});
