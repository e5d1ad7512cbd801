// The checksums of a build: who hosts Milium can see that their copy is the one that was built from the sources.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** In the form that `sha256sum --check` reads. */
export const CHECKSUMS = 'SHA256SUMS';

/**
 * Writes the list of every file of a build.
 * @param {string} dir
 */
export function writeChecksums(dir) {
	const lines = readdirSync(dir, { recursive: true, withFileTypes: true, encoding: 'utf8' })
		.filter((entry) => entry.isFile())
		.map((entry) => relative(dir, join(entry.parentPath, entry.name)).split(sep).join('/'))
		.filter((file) => file !== CHECKSUMS)
		.sort()
		.map((file) => {
			const hash = createHash('sha256').update(readFileSync(join(dir, file)));
			return `${hash.digest('hex')}  ${file}\n`;
		});
	writeFileSync(join(dir, CHECKSUMS), lines.join(''));
}
