// Two releases of one build: pages that say which they belong to.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Makes every page of a build say that it belongs to a release, in `data-release` of its root. */
export function markRelease(dir: string, release: string): void {
	const files = readdirSync(dir, { recursive: true, encoding: 'utf8' });
	for (const name of files.filter((one) => one.endsWith('.html'))) {
		const path = join(dir, name);
		const text = readFileSync(path, 'utf8');
		if (!text.includes('<html ')) throw new Error(`${name} has no root to mark`);
		writeFileSync(path, text.replace('<html ', `<html data-release="${release}" `));
	}
}
