// Builds the app: Vite, then the integrity of what the service worker fetches, then header files for hosts, the bill of materials and
// checksums. `npm run build`, with BASE_PATH for a host that serves Milium below its root, BUILD_DIR for another folder than `build`,
// and RETIRE_WORKER=1 for a release that removes the service worker of earlier ones.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { whileNobodyBuilds } from './build-lock.js';
import { writeChecksums } from './checksums.js';
import { writeHosting } from './hosting.js';
import { billOfMaterials, readLock } from './packages.js';
import { addIntegrity } from './precache-integrity.js';
import { RETIRED_WORKER } from './retired-worker.js';
import { command, programOf, ROOT, run, Stop } from './setup.js';
import { hashSources } from './sources.js';

/** @typedef {{ base?: string, dir?: string, retire?: boolean }} BuildOptions */

/**
 * Builds, whatever is there.
 * @param {BuildOptions} [options]
 */
export async function build({ base = '', dir = 'build', retire = false } = {}) {
	checkBase(base);
	const sources = hashSources();
	// Asked for by a test run, the build must still be the one that learners get.
	const outside = Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST'));
	const env = {
		...Object.fromEntries(outside),
		NODE_ENV: 'production',
		BASE_PATH: base,
		BUILD_DIR: dir,
		RETIRE_WORKER: retire ? '1' : ''
	};
	if ((await run(process.execPath, [programOf('vite'), 'build'], { env })) !== 0) {
		throw new Stop('The build failed; the reason stands above.');
	}
	if (retire) writeFileSync(workerIn(dir), RETIRED_WORKER);
	const { files, bytes } = retire ? { files: 0, bytes: 0 } : addIntegrity(resolve(ROOT, dir), base);
	writeHosting(resolve(ROOT, dir), base);
	const { packages, manifest } = readLock();
	const bill = JSON.stringify(billOfMaterials(packages, manifest));
	writeFileSync(join(resolve(ROOT, dir), 'sbom.cdx.json'), bill);
	writeChecksums(resolve(ROOT, dir));
	process.stdout.write(
		`Offline: ${files} files, ${Math.round(bytes / 1000)} kB, each with its hash\n`
	);
	mkdirSync(join(ROOT, '.milium'), { recursive: true });
	// A test must not take it for the build that learners get.
	if (retire) rmSync(stampFile(dir), { force: true });
	else
		writeFileSync(stampFile(dir), JSON.stringify({ base, sources, worker: hashOf(workerIn(dir)) }));
}

/**
 * Builds only when what is there was not made from these sources for this base.
 * @param {BuildOptions} [options]
 */
export async function ensureBuilt({ base = '', dir = 'build' } = {}) {
	if (isCurrent(base, dir)) return;
	await whileNobodyBuilds(async () => {
		// Whoever built before may have made it.
		if (!isCurrent(base, dir)) await build({ base, dir });
	});
}

/**
 * The stamp names the sources and the worker made from them. The worker holds the hash of every file of the app, so a build
 * made by other means, or half a build, does not match.
 * @param {string} base
 * @param {string} dir
 */
function isCurrent(base, dir) {
	if (!existsSync(stampFile(dir)) || !existsSync(workerIn(dir))) return false;
	try {
		const stamp = JSON.parse(readFileSync(stampFile(dir), 'utf8'));
		return (
			stamp.base === base &&
			stamp.worker === hashOf(workerIn(dir)) &&
			stamp.sources === hashSources()
		);
	} catch {
		return false;
	}
}

/** @param {string} base */
function checkBase(base) {
	if (base === '' || /^(\/[\w.-]+)+$/.test(base)) return;
	throw new Stop(
		`BASE_PATH is "${base}", expected nothing or a path such as /milium, without a slash at its end.`
	);
}

/** @param {string} dir */
const workerIn = (dir) => join(resolve(ROOT, dir), 'sw.js');
/** @param {string} dir */
const stampFile = (dir) =>
	join(ROOT, '.milium', `${basename(relative(ROOT, resolve(ROOT, dir))) || 'build'}.json`);
/** @param {string} file */
const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
	const { BASE_PATH, BUILD_DIR, RETIRE_WORKER } = process.env;
	const retire = RETIRE_WORKER === '1';
	const make = () => build({ base: BASE_PATH ?? '', dir: BUILD_DIR || 'build', retire });
	await command(() => whileNobodyBuilds(make));
}
