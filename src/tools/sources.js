// What the app is built from, as one hash.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './setup.js';

const SOURCES = [
	'src',
	'static',
	'questions',
	'tests/fixtures/items',
	'package.json',
	'package-lock.json',
	'svelte.config.js',
	'tsconfig.json',
	'vite.config.ts'
];

/**
 * Hash of everything that goes into a build. Contents, not times: a checkout gives every file a new time.
 * @param {string} [root]
 * @returns {string} 64 hexadecimal digits
 */
export function hashSources(root = ROOT) {
	const hash = createHash('sha256');
	for (const file of SOURCES.flatMap((path) => filesAt(root, path))) {
		hash.update(`${file}\0`);
		hash.update(
			createHash('sha256')
				.update(readFileSync(join(root, file)))
				.digest()
		);
	}
	return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} path
 * @returns {string[]} paths below `root`, with `/`, in a fixed order
 */
function filesAt(root, path) {
	const full = join(root, path);
	if (!existsSync(full)) return [];
	if (!statSync(full).isDirectory()) return [path];
	return readdirSync(full, { recursive: true, withFileTypes: true, encoding: 'utf8' })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(root.length))
		.map((file) => file.replaceAll('\\', '/').replace(/^\//, ''))
		.sort();
}
