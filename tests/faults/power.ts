// F19: an answer that is called saved has left the system's cache: the browser has asked the disk to keep it, at least once an answer.
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { Ground } from './ground.js';
import { answerMany, Memory, openQuiz, settle, startLearner } from './learner.js';
import { hold, type Fault } from './types.js';

const ANSWERS = 30;

function hasStrace(): boolean {
	try {
		execFileSync('strace', ['-V'], { stdio: 'ignore' });
		return true;
	} catch {
		return false;
	}
}

/** Processes of a browser, by the profile that their command line names; each has many threads. */
function processesOf(profile: string): string[] {
	const found = execFileSync('pgrep', ['-f', '--', `--user-data-dir=${profile}`], {
		encoding: 'utf8'
	});
	return found.split('\n').filter((one) => one !== '');
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
		const tracer = spawn(
			'strace',
			[
				'-f',
				'-e',
				'trace=fsync,fdatasync',
				'-o',
				out,
				...processesOf(profile).flatMap((pid) => ['-p', pid])
			],
			{ stdio: 'ignore' }
		);
		await pause(2500);
		const done = await answerMany(page, ground.root, ANSWERS);
		tracer.kill('SIGINT');
		await new Promise((gone) => tracer.once('exit', gone));
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
