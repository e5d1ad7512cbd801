// One build at a time: SvelteKit has one folder for what it is working on, and two builds in it would break each other.
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ROOT } from './setup.js';

const LOCK = join(ROOT, '.milium', 'building');
const LOOK_EVERY_MS = 200;

/**
 * Works once no other process builds in this checkout. A lock whose process has ended, however it did, holds nobody up.
 * @template T
 * @param {() => Promise<T>} work
 * @param {string} [file] where the number of the process stands that builds
 * @returns {Promise<T>}
 */
export async function whileNobodyBuilds(work, file = LOCK) {
	mkdirSync(dirname(file), { recursive: true });
	let told = false;
	while (!take(file)) {
		const holder = holderOf(file);
		if (holder === undefined) continue;
		if (!isRunning(holder)) {
			// Nobody may have taken it over meanwhile.
			if (Object.is(holderOf(file), holder)) rmSync(file, { force: true });
			continue;
		}
		if (!told) process.stdout.write(`Waiting for another build (process ${holder})…\n`);
		told = true;
		await pause(LOOK_EVERY_MS);
	}
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

let count = 0;

/**
 * Takes the lock if nobody has it. By a link to a file that is whole: nobody may read half a number.
 * @param {string} file
 */
function take(file) {
	const own = `${file}-${process.pid}-${(count += 1)}`;
	writeFileSync(own, String(process.pid));
	try {
		linkSync(own, file);
		return true;
	} catch (error) {
		if (codeOf(error) === 'EEXIST') return false;
		throw error;
	} finally {
		rmSync(own, { force: true });
	}
}

/**
 * @param {string} file
 * @returns {number | undefined} undefined where there is no lock
 */
function holderOf(file) {
	try {
		return Number(readFileSync(file, 'utf8'));
	} catch (error) {
		if (codeOf(error) === 'ENOENT') return undefined;
		throw error;
	}
}

/** @param {number} pid */
function isRunning(pid) {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// It is somebody else's.
		return codeOf(error) === 'EPERM';
	}
}

/** @param {unknown} error */
const codeOf = (error) => (error instanceof Error && 'code' in error ? error.code : undefined);
