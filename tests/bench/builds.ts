// Brings the two builds that are compared: the floor, and Milium.
import { createHash } from 'node:crypto';
import {
	cpSync,
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { ensureBuilt } from '../../src/tools/build.js';
import { baseOf } from '../../src/tools/serve.js';
import { programOf, ROOT, Stop } from '../../src/tools/setup.js';

const SOURCES = fileURLToPath(new URL('./floor', import.meta.url));
const FOLDER = join(ROOT, '.milium', 'floor');

/** Folder of Milium's build, made where it is missing or old; or the build that was named. */
export async function miliumBuild(named: string | undefined): Promise<string> {
	const dir = named ?? join(ROOT, 'build');
	if (named === undefined) await ensureBuilt();
	if (baseOf(dir) !== '') {
		throw new Stop(
			`${dir} was built for the base path ${baseOf(dir)}; the bench wants one for the root.`
		);
	}
	return dir;
}

/**
 * Folder of the floor's build. It is built from a copy below the project, so that it takes Svelte, Kit, Vite and the
 * plug-ins from the project's own packages; again when those or its sources have changed.
 */
export function floorBuild(): string {
	const dir = join(FOLDER, 'build');
	const stampFile = join(FOLDER, 'stamp');
	const stamp = hashOf();
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) return dir;
	rmSync(FOLDER, { recursive: true, force: true });
	mkdirSync(FOLDER, { recursive: true });
	cpSync(SOURCES, FOLDER, { recursive: true });
	const built = spawnSync(process.execPath, [programOf('vite'), 'build'], {
		cwd: FOLDER,
		encoding: 'utf8'
	});
	if (built.status !== 0)
		throw new Stop(`The floor does not build:\n${built.stdout}${built.stderr}`);
	writeFileSync(stampFile, stamp);
	return dir;
}

function hashOf(): string {
	const hash = createHash('sha256');
	const files = readdirSync(SOURCES, { recursive: true, withFileTypes: true, encoding: 'utf8' })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name))
		.sort();
	for (const file of [...files, join(ROOT, 'package-lock.json')]) {
		hash.update(createHash('sha256').update(readFileSync(file)).digest());
	}
	return hash.digest('hex');
}
