// Brings a fresh checkout to the point where its own tools can run. Needs nothing but Node.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's folder. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const NODE = { major: 20, minor: 19 };

/** An expected failure: its message is for a person, and no stack is shown. */
export class Stop extends Error {}

/**
 * Refuses a Node that is too old, before anything else fails in an unclear way.
 * @param {string} [version]
 */
export function requireNode(version = process.versions.node) {
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major > NODE.major || (major === NODE.major && minor >= NODE.minor)) return;
	throw new Stop(
		`Milium needs Node ${NODE.major}.${NODE.minor} or newer; this is Node ${version}.\n` +
			'Install a current version from https://nodejs.org, then run the command again.'
	);
}

/**
 * Whether `node_modules` holds what the lock file says. npm leaves its own list there as the last step of an install, so
 * that an install that was broken off shows as well.
 * @param {string} [root]
 * @returns {boolean}
 */
export function isInstalled(root = ROOT) {
	const wanted = packagesIn(join(root, 'package-lock.json'));
	const present = packagesIn(join(root, 'node_modules/.package-lock.json'));
	if (wanted === undefined)
		throw new Stop('package-lock.json is missing or damaged. Check the project out again.');
	if (present === undefined) return false;
	const names = Object.keys(wanted).filter((name) => name !== '');
	if (Object.keys(present).some((name) => wanted[name] === undefined)) return false;
	return names.every((name) => {
		const want = wanted[name];
		const have = present[name];
		// Packages for other platforms are in the lock file but not on the disk.
		if (have === undefined) return want?.optional === true;
		return have.version === want?.version && have.integrity === want?.integrity;
	});
}

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean }} LockEntry
 * @param {string} file
 * @returns {Record<string, LockEntry> | undefined}
 */
function packagesIn(file) {
	if (!existsSync(file)) return undefined;
	try {
		return JSON.parse(readFileSync(file, 'utf8')).packages ?? undefined;
	} catch {
		return undefined;
	}
}

/** Installs the packages of the lock file where they are missing or differ. */
export async function ensureInstalled() {
	if (isInstalled()) return;
	process.stdout.write('Installing packages (npm ci)…\n');
	const code = await npm(['ci', '--no-audit', '--no-fund']);
	if (code !== 0) {
		throw new Stop(
			'Installing packages failed; what npm said stands above.\n' +
				'The first installation needs a connection to the npm registry. Check it and run the command again.'
		);
	}
}

/**
 * Runs npm. npm tells its children where it is, which saves looking for it.
 * @param {string[]} args
 * @returns {Promise<number>} its exit code
 */
function npm(args) {
	const self = process.env.npm_execpath;
	if (self !== undefined && /npm-cli\.[cm]?js$/.test(self))
		return run(process.execPath, [self, ...args]);
	return run('npm', args, { shell: process.platform === 'win32' });
}

/**
 * Runs a program in the project's folder with its output on this terminal.
 * @param {string} command
 * @param {string[]} args
 * @param {{ env?: NodeJS.ProcessEnv, shell?: boolean }} [options]
 * @returns {Promise<number>} its exit code; 1 when a signal ended it
 */
export function run(command, args, { env = process.env, shell = false } = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd: ROOT, env, shell, stdio: 'inherit' });
		child.on('error', reject);
		child.on('exit', (code) => resolve(code ?? 1));
	});
}

/**
 * Runs the main function of a command. What it throws as `Stop` is printed as a message; anything else is a bug and keeps
 * its stack.
 * @param {() => Promise<number | void>} main
 */
export async function command(main) {
	try {
		process.exitCode = (await main()) ?? 0;
	} catch (error) {
		process.stderr.write(
			`\n${error instanceof Stop ? error.message : error instanceof Error ? error.stack : error}\n`
		);
		process.exitCode = 1;
	}
}

/**
 * Path of a program that a package brings along, to be run with Node: no shell, the same on every platform.
 * @param {string} name package
 * @param {string} [bin] program, where the package brings several
 */
export function programOf(name, bin = name) {
	const folder = join(ROOT, 'node_modules', name);
	const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
	const path = typeof manifest.bin === 'string' ? manifest.bin : manifest.bin?.[bin];
	if (path === undefined) throw new Error(`${name} has no program ${bin}`);
	return join(folder, path);
}
