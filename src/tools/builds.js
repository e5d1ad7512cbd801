// The two builds that journeys visit: for the root of a host and for a folder of it.
import { pathToFileURL } from 'node:url';
import { ensureBuilt } from './build.js';
import { command } from './setup.js';

export const ROOT_BUILD = { base: '', dir: 'build' };
export const FOLDER_BUILD = { base: '/milium', dir: '.milium/build-folder' };

/** Makes both where the sources have changed: one after the other, for SvelteKit has one folder for what it is working on. */
export async function ensureBuilds() {
	await ensureBuilt(ROOT_BUILD);
	await ensureBuilt(FOLDER_BUILD);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) await command(ensureBuilds);
