// F19: an answer that is called saved has left the system's cache: the browser has asked the disk to keep it, at least once an answer.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from './ground.js';
import { answerMany, Memory, openQuiz, PATIENCE_MS, settle, startLearner } from './learner.js';
import { processesWith } from './processes.js';
import { hold, type Fault } from './types.js';

const ANSWERS = 30;

function hasStrace(): boolean {
	try {
		// A container may have it, and forbid to watch processes.
		execFileSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Waits until strace has said of each process that it watches it, or that it is gone. */
async function watching(told: Readable, pids: readonly number[]): Promise<void> {
	let said = '';
	told.setEncoding('utf8').on('data', (part) => (said += String(part)));
	const end = Date.now() + PATIENCE_MS;
	const spoken = (pid: number) => new RegExp(`(Process|SEIZE,) ${pid}\\b`).test(said);
	while (!pids.every(spoken)) {
		hold(Date.now() < end, `strace watches nothing: ${said}`);
		await pause(50);
	}
}

async function syncs(ground: Ground): Promise<number> {
	const profile = ground.folder();
	const folder = mkdtempSync(join(tmpdir(), 'milium-strace-'));
	const browser = await startLearner(profile, new Memory());
	try {
		const { page } = browser;
		await settle(page, ground.root);
		await openQuiz(page, ground.root, '?new');
		await answerMany(page, ground.root, 2);
		await page.getByRole('button', { name: 'Next question' }).click();
		const out = join(folder, 'calls');
		const pids = processesWith(`--user-data-dir=${profile}`);
		const tracer = spawn(
			'strace',
			[
				'-f',
				'-e',
				'trace=fsync,fdatasync',
				'-o',
				out,
				...pids.flatMap((pid) => ['-p', String(pid)])
			],
			{ stdio: ['ignore', 'ignore', 'pipe'] }
		);
		const gone = new Promise((resolve) => tracer.once('exit', resolve));
		await watching(tracer.stderr, pids);
		const done = await answerMany(page, ground.root, ANSWERS);
		tracer.kill('SIGINT');
		await gone;
		const calls = readFileSync(out, 'utf8')
			.split('\n')
			.filter((line) => /\bf(?:data)?sync\(/.test(line)).length;
		hold(done === ANSWERS, `${done} of ${ANSWERS} answers were given`);
		hold(calls >= ANSWERS, `the disk was asked ${calls} times to keep ${ANSWERS} answers`);
		return ANSWERS;
	} finally {
		await browser.kill();
		rmSync(folder, { recursive: true, force: true });
	}
}

export const power: Fault = {
	id: 'F19',
	title: 'power that fails: the disk is asked to keep every answer before it is called saved',
	promise: 'P1',
	engine: 'Chromium',
	quick: 1,
	long: 3,
	missing: () =>
		hasStrace() ? undefined : 'there is no strace; on Debian: apt-get install strace',
	prepare: async (ground) => ({
		trial: () => syncs(ground),
		close: async () => undefined
	})
};
