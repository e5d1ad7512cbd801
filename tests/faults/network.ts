// F13: a network that comes and goes while a learner answers and changes pages, with a host that drops, fails and cuts short.
import type { Page } from 'playwright-core';
import { visit } from './browsers.js';
import type { Dice } from './dice.js';
import { BUILDS, type Ground } from './ground.js';
import { startHost, type Host } from './host.js';
import { answerFast, eventually, openQuiz, PATIENCE_MS, readTruth, settle } from './learner.js';
import { routes } from './routes.js';
import { hold, type Fault } from './types.js';

const FLAPS = 100;
/** Fewer answers than this would say little; a slow machine gets more flaps until there are so many. */
const ANSWERS = 10;

/** Waits until the service worker has stored the app and is in charge. */
export async function stored(page: Page): Promise<void> {
	await eventually(page, async () => {
		const registration = await navigator.serviceWorker.getRegistration();
		return (
			registration?.active?.state === 'activated' && navigator.serviceWorker.controller !== null
		);
	});
}

/** How the host behaves for a while. */
function weather(host: Host, dice: Dice): void {
	const kind = dice.pick(['fair', 'drop', 'half', { status: 503, body: 'later' }] as const);
	host.wrong = kind === 'fair' ? undefined : () => (dice.below(3) === 0 ? undefined : kind);
}

async function flapping(ground: Ground, dice: Dice): Promise<number> {
	const host = await startHost([BUILDS.root]);
	// Where a quiz runs another heading stands than in the page as it is written.
	const all = routes().filter((one) => one.path !== 'session/');
	try {
		await visit(async ({ context, memory }) => {
			const page = await context.newPage();
			await settle(page, host.url);
			await stored(page);
			await openQuiz(page, host.url, '?new');
			let flapping = true;
			const answering = (async () => {
				while (flapping) {
					const done = await answerFast(page, dice.between(1, 8), dice.below(4));
					if (done === 0 || dice.below(3) > 0) continue;
					const { path, heading } = dice.pick(all);
					await page.goto(host.url + path);
					await page.getByRole('heading', { level: 1, name: heading }).waitFor();
					await openQuiz(page, host.url);
				}
			})();
			// Told below; until then nobody else waits for it.
			answering.catch(() => undefined);
			const end = Date.now() + PATIENCE_MS;
			const enough = () => memory.saved.length > ANSWERS || Date.now() > end;
			for (let flap = 0; flap < FLAPS || !enough(); flap += 1) {
				await context.setOffline(flap % 2 === 0);
				weather(host, dice);
				await Promise.race([answering, new Promise((done) => setTimeout(done, dice.below(120)))]);
			}
			flapping = false;
			await answering;
			memory.check(await readTruth(page));
			hold(memory.saved.length > ANSWERS, `only ${memory.saved.length} answers were given`);
		});
		return FLAPS;
	} finally {
		await host.close();
	}
}

export const flaps: Fault = {
	id: 'F13',
	title:
		'network that comes and goes (100 times a trial) while answering and changing pages; a host that drops, fails and cuts short',
	promise: 'P6',
	engine: 'Chromium',
	quick: 1,
	long: 5,
	prepare: async (ground) => ({
		trial: (dice) => flapping(ground, dice),
		close: async () => undefined
	})
};
