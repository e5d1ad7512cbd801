// `npm run reproduce`: builds twice from the same sources and compares every byte.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.js';
import { CHECKSUMS } from './checksums.js';
import { command, ensureInstalled, requireNode, ROOT, Stop } from './setup.js';

const FOLDERS = ['.milium/reproduce-1', '.milium/reproduce-2'];

await command(async () => {
	requireNode();
	await ensureInstalled();
	const base = process.env.BASE_PATH ?? '';
	const lists = [];
	for (const dir of FOLDERS) {
		// From nothing: what an earlier build left could hide a difference.
		for (const left of [dir, '.svelte-kit/output'])
			rmSync(join(ROOT, left), { recursive: true, force: true });
		await build({ base, dir });
		lists.push(readFileSync(join(ROOT, dir, CHECKSUMS), 'utf8').split('\n'));
	}
	const [first = [], second = []] = lists;
	const differing = [
		...first.filter((line) => !second.includes(line)),
		...second.filter((line) => !first.includes(line))
	];
	for (const dir of FOLDERS) rmSync(join(ROOT, dir), { recursive: true, force: true });
	if (differing.length > 0) {
		throw new Stop(`Two builds of the same sources differ:\n${differing.join('\n')}`);
	}
	process.stdout.write(`Two builds, ${first.length - 1} files each, the same to the byte\n`);
});
