// F6: a disk that is full at one moment after another: told, nothing half-stored, and all is saved once there is room.
import { setTimeout as pause } from 'node:timers/promises';
import { serve } from '../../src/tools/serve.js';
import type { Dice } from './dice.js';
import { BUILDS, type Ground } from './ground.js';
import { answerFast, Memory, openQuiz, PATIENCE_MS, readTruth, startLearner } from './learner.js';
import { hold, type Fault } from './types.js';

const LEAST = 60_000;
const MOST = 220_000;
const FULL = 'There is no space left to save on this device.';
/** More answers than fit. */
const MANY = 150;

async function full(ground: Ground, dice: Dice): Promise<void> {
	// An origin of its own, since the browser remembers how much room an origin had.
	const server = await serve({ dir: BUILDS.root });
	const memory = new Memory();
	const browser = await startLearner(ground.folder(), memory);
	try {
		const { page, context } = browser;
		await page.goto(`${server.url}manifest.webmanifest`);
		const cdp = await context.newCDPSession(page);
		const origin = new URL(server.url).origin;
		await cdp.send('Storage.overrideQuotaForOrigin', {
			origin,
			quotaSize: dice.between(LEAST, MOST)
		});
		await openQuiz(page, server.url, '?new');
		const told = page.getByRole('alert').filter({ hasText: FULL }).first();
		let stop = false;
		const answering = (async () => {
			for (let done = 0; done < MANY && !stop;) {
				done += await answerFast(page, MANY - done);
				if (done >= MANY || stop) break;
				await page.getByRole('button', { name: 'Finish', exact: true }).click();
				await page.getByRole('heading', { level: 1, name: 'Results' }).waitFor();
				await openQuiz(page, server.url, '?new');
			}
		})();
		answering.catch(() => undefined);
		await told.waitFor();
		stop = true;
		const before = await readTruth(page);
		memory.check(before);
		await cdp.send('Storage.overrideQuotaForOrigin', { origin });
		const again = page.getByRole('button', { name: 'Try again' }).first();
		for (const end = Date.now() + PATIENCE_MS; Date.now() < end && (await again.isVisible());) {
			await again.click({ timeout: 1000 }).catch(() => undefined);
			await pause(250);
		}
		hold(!(await again.isVisible()), 'there is room again, and it is still not saved');
		await page.reload();
		await page.getByRole('heading', { level: 1 }).first().waitFor();
		await openQuiz(page, server.url, '?new');
		const after = await readTruth(page);
		memory.check(after);
		hold(after.answers >= before.answers, 'there is less than before');
	} finally {
		await browser.kill();
		await server.close();
	}
}

export const quota: Fault = {
	id: 'F6',
	title: 'a disk that is full at one moment after another',
	promise: 'P3',
	engine: 'Chromium',
	quick: 2,
	long: 14,
	prepare: async (ground) => ({
		trial: (dice) => full(ground, dice),
		close: async () => undefined
	})
};
