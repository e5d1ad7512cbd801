// F26: the kill switch. A host that answers RETIRED_WORKER for the service worker gets rid of it; nobody is reloaded and nothing of the
// learner's is touched.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { RETIRED_WORKER } from '../../src/tools/retired-worker.js';
import { visit } from './browsers.js';
import { BUILDS, type Ground } from './ground.js';
import { startHost } from './host.js';
import { answerFast, eventually, openQuiz, readTruth, settle } from './learner.js';
import { stored } from './network.js';
import { hold, type Fault } from './types.js';

const CASES = ['the root', '/milium'] as const;

async function retire(ground: Ground, place: (typeof CASES)[number]): Promise<void> {
	const from = place === 'the root' ? BUILDS.root : BUILDS.folder;
	const retired = ground.folder();
	cpSync(from, retired, { recursive: true });
	writeFileSync(join(retired, 'sw.js'), RETIRED_WORKER);
	const host = await startHost([from, retired], place === 'the root' ? '' : place);
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
		});
	} finally {
		await host.close();
	}
}

export const retiredWorker: Fault = {
	id: 'F26',
	title: 'the kill switch: the service worker and its caches go, answers and open pages stay',
	promise: 'P5',
	engine: 'Chromium',
	cases: CASES,
	quick: 1,
	long: CASES.length,
	prepare: async (ground) => ({
		trial: async (_dice, seed) => retire(ground, CASES[seed] ?? 'the root'),
		close: async () => undefined
	})
};
