// What a fresh machine installs. A lock file made beside installed packages can lack those of other platforms, and `npm ci`
// then refuses it everywhere: seen once, with rollup.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Entry {
	version?: string;
	integrity?: string;
	resolved?: string;
	hasInstallScript?: boolean;
	optional?: boolean;
	dependencies?: Record<string, string>;
	devDependencies?: Record<string, string>;
	optionalDependencies?: Record<string, string>;
}
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { packages } = read('package-lock.json') as { packages: Record<string, Entry> };
const manifest = read('package.json') as Entry & { allowScripts: Record<string, boolean> };
const entries = Object.entries(packages).filter(([path]) => path !== '');
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
	it('has the hash of every package, and names no host', () => {
		expect(
			entries.filter(([, entry]) => !entry.integrity?.startsWith('sha512-')).map(([path]) => path)
		).toEqual([]);
		expect(
			entries.filter(([, entry]) => entry.resolved !== undefined).map(([path]) => path)
		).toEqual([]);
	});
	it('has no install script that was not looked at', () => {
		// fsevents, for macOS alone, brings its binary along; npm takes its script for one because of its build file.
		const known = [...Object.keys(manifest.allowScripts), 'fsevents'];
		const scripts = entries
			.filter(([, entry]) => entry.hasInstallScript)
			.map(([path]) => nameOf(path));
		expect(scripts.filter((name) => !known.includes(name))).toEqual([]);
	});
});

it('package.json names exact versions', () => {
	const all = { ...manifest.dependencies, ...manifest.devDependencies };
	expect(Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
});
