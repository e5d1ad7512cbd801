// F26: the kill switch. A release built with RETIRE_WORKER=1, and a host that answers the worker of such a release alone, get rid of the
// service worker of earlier ones; nobody is reloaded and nothing of the learner's is touched.
import { cpSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from '../../src/tools/build.js';
import { RETIRED_WORKER } from '../../src/tools/retired-worker.js';
import type { Page } from 'playwright-core';
import { visit } from './browsers.js';
import { BUILDS, type Ground } from './ground.js';
import { startHost } from './host.js';
import { answerFast, eventually, openQuiz, readTruth, settle } from './learner.js';
import { stored } from './network.js';
import { hold, type Fault } from './types.js';

/** What comes after the release with a worker. */
const CASES = {
	// First those that need no build of their own: a quick run has no time for one.
	'its worker alone, at the root': { from: BUILDS.root, base: '', built: false },
	'its worker alone, at /milium': { from: BUILDS.folder, base: '/milium', built: false },
	'a release built without one': { from: BUILDS.root, base: '', built: true }
} as const;
const NAMES = Object.keys(CASES) as (keyof typeof CASES)[];
/** Within the project, since a build goes nowhere else. */
const RETIRED = '.milium/build-retired';

async function retiredFrom(ground: Ground, { from, built }: (typeof CASES)[keyof typeof CASES]) {
	if (built) {
		await build({ dir: RETIRED, retire: true });
		return resolve(RETIRED);
	}
	const dir = ground.folder();
	cpSync(from, dir, { recursive: true });
	writeFileSync(join(dir, 'sw.js'), RETIRED_WORKER);
	return dir;
}

async function retire(ground: Ground, name: keyof typeof CASES): Promise<void> {
	const { from, base } = CASES[name];
	const retired = await retiredFrom(ground, CASES[name]);
	const host = await startHost([from, retired], base);
	try {
		await visit(async ({ context, memory }) => {
			const page = await context.newPage();
			await settle(page, host.url);
			await stored(page);
			await openQuiz(page, host.url, '?new');
			await answerFast(page, 3);
			// A cache of another site on the same origin.
			await page.evaluate(async () => {
				await (await caches.open('of-somebody-else')).put('/x', new Response('x'));
			});
			let loads = 0;
			page.on('load', () => (loads += 1));
			host.release = 1;
			await page.evaluate(() => dispatchEvent(new Event('online')));
			await eventually(
				page,
				async () => (await navigator.serviceWorker.getRegistrations()).length === 0
			);
			const left = await page.evaluate(() => globalThis.caches.keys());
			hold(left.join() === 'of-somebody-else', `caches are left: ${left.join(', ')}`);
			await page.getByRole('button', { name: 'Next question' }).click();
			await answerFast(page, 2);
			hold(loads === 0, 'the page was reloaded');
			memory.check(await readTruth(page));
			await page.goto(`${host.url}progress/`);
			await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
			memory.check(await readTruth(page));
			if (CASES[name].built) await staysAway(page);
		});
	} finally {
		await host.close();
	}
}

/** A release without a worker does not bring one back. */
async function staysAway(page: Page): Promise<void> {
	await page.reload();
	await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
	// An app with a worker asks for it once the page is idle.
	await page.waitForTimeout(3000);
	const workers = await page.evaluate(
		async () => (await navigator.serviceWorker.getRegistrations()).length
	);
	hold(workers === 0, 'a service worker is there again');
}

export const retiredWorker: Fault = {
	id: 'F26',
	title: 'the kill switch: the service worker and its caches go, answers and open pages stay',
	promise: 'P5',
	engine: 'Chromium',
	cases: NAMES,
	quick: 1,
	long: NAMES.length,
	prepare: async (ground) => ({
		trial: async (_dice, seed) => retire(ground, NAMES[seed] ?? NAMES[0]!),
		close: async () => undefined
	})
};
