// Commands that need a build may be started at the same time in one checkout.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { whileNobodyBuilds } from '../../../src/tools/build-lock.js';

let file = '';
beforeEach(() => {
	file = join(mkdtempSync(join(tmpdir(), 'milium-lock-')), 'building');
});
afterEach(() => rmSync(dirname(file), { recursive: true, force: true }));

const turn = () => new Promise((resolve) => setTimeout(resolve, 20));

test('builds go one after the other, and a failed one holds nobody up', async () => {
	let [busy, most, done] = [0, 0, 0];
	const work = async () => {
		busy += 1;
		most = Math.max(most, busy);
		await turn();
		busy -= 1;
		done += 1;
		if (done === 2) throw new Error('The build failed');
	};
	const ended = await Promise.allSettled([1, 2, 3].map(() => whileNobodyBuilds(work, file)));
	expect(ended.map((one) => one.status).sort()).toEqual(['fulfilled', 'fulfilled', 'rejected']);
	expect([most, done]).toEqual([1, 3]);
	expect(readdirSync(dirname(file))).toEqual([]);
});

test.each([
	['a process that has ended', () => String(spawnSync(process.execPath, ['-e', '']).pid)],
	['nobody', () => 'rubbish']
])('a lock of %s is taken over', async (_, holder) => {
	writeFileSync(file, holder());
	expect(await whileNobodyBuilds(async () => existsSync(file), file)).toBe(true);
	expect(existsSync(file)).toBe(false);
});
