// F11: the database of every released version, opened by this code in a real browser: whole, killed in the middle, and by two tabs.
// F24: this code beside a schema that newer code has made.
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { dumps, type Dump } from '../unit/storage/dump.js';
import type { Dice } from './dice.js';
import type { Ground } from './ground.js';
import {
	answerFast,
	Memory,
	openQuiz,
	readTruth,
	restoreDump,
	settle,
	startLearner,
	withLearner
} from './learner.js';
import { hold, type Fault } from './types.js';

const WAYS = [
	'opened',
	'killed while it is opened, five times',
	'opened by two tabs at once'
] as const;
const ALL = dumps();
const CASES = ALL.flatMap(({ version }) => WAYS.map((way) => `version ${version}, ${way}`));

/** A page of the origin on which no app runs. */
const bare = (page: Page, root: string) => page.goto(`${root}manifest.webmanifest`);

async function progress(page: Page, root: string): Promise<void> {
	await page.goto(`${root}progress/`);
	await page.getByText(/\d+ questions? answered/).waitFor();
}

async function whole(page: Page, dump: Dump): Promise<void> {
	const truth = await readTruth(page);
	new Memory().check(truth);
	const events = dump.rows['events']?.length ?? 0;
	hold(truth.events >= events, `${truth.events} of ${events} events are left`);
}

async function upgradeFrom(
	ground: Ground,
	dump: Dump,
	way: (typeof WAYS)[number],
	dice: Dice
): Promise<void> {
	const profile = ground.folder();
	await withLearner(profile, new Memory(), async (page) => {
		await bare(page, ground.root);
		await restoreDump(page, dump);
		if (way === 'opened') {
			await progress(page, ground.root);
			await whole(page, dump);
		} else if (way === 'opened by two tabs at once') {
			const other = await page.context().newPage();
			await Promise.all([progress(page, ground.root), progress(other, ground.root)]);
			await whole(other, dump);
		}
	});
	if (way === 'killed while it is opened, five times') {
		for (let kill = 0; kill < 5; kill += 1) {
			const browser = await startLearner(profile, new Memory());
			void browser.page.goto(`${ground.root}progress/`).catch(() => undefined);
			await pause(200 + dice.below(900));
			await browser.kill();
		}
	}
	const memory = new Memory();
	await withLearner(profile, memory, async (page) => {
		await progress(page, ground.root);
		await whole(page, dump);
		await openQuiz(page, ground.root, '?new');
		await answerFast(page, 2);
		memory.check(await readTruth(page));
	});
}

export const upgrades: Fault = {
	id: 'F11',
	title:
		'databases of every released version: upgraded, killed in the middle of it, opened by two tabs at once',
	promise: 'P7',
	engine: 'Chromium',
	cases: CASES,
	quick: CASES.length,
	long: CASES.length,
	prepare: async (ground) => ({
		trial: async (dice, seed) => {
			const dump = ALL[Math.floor(seed / WAYS.length)];
			if (dump === undefined) throw new Error(`There are ${CASES.length} cases`);
			await upgradeFrom(ground, dump, WAYS[seed % WAYS.length] ?? 'opened', dice);
		},
		close: async () => undefined
	})
};

const NEWER = 1000;
const TOLD = 'Milium was updated in another window.';
const STALE = ['while it answers', 'before it starts'] as const;

/** Changes the schema as newer code would; the pages that have the database open must let go of it. */
const takeOver = (page: Page) =>
	page.evaluate(
		(version) =>
			new Promise<void>((resolve, reject) => {
				const request = indexedDB.open('milium', version);
				request.onupgradeneeded = () => {
					request.result.createObjectStore('from-the-future');
				};
				request.onsuccess = () => {
					request.result.close();
					resolve();
				};
				request.onerror = () => reject(request.error);
			}),
		NEWER
	);

async function outdated(ground: Ground, when: (typeof STALE)[number]): Promise<void> {
	const memory = new Memory();
	await withLearner(ground.folder(), memory, async (page, { context }) => {
		await settle(page, ground.root);
		await openQuiz(page, ground.root, '?new');
		await answerFast(page, 10);
		const before = await readTruth(page);
		memory.check(before);
		const newer = await context.newPage();
		await bare(newer, ground.root);
		if (when === 'while it answers') {
			await page.getByRole('button', { name: 'Next question' }).click();
			// It never says that these are saved.
			const answering = answerFast(page, 5).catch(() => 0);
			await takeOver(newer);
			await page.getByText(TOLD).first().waitFor();
			await Promise.race([answering, pause(1500)]);
		} else {
			await page.goto('about:blank');
			await takeOver(newer);
			await page.goto(`${ground.root}progress/`);
			await page.getByText(TOLD).first().waitFor();
			// A new quiz could not be saved, so it is not begun.
			await page.goto(`${ground.root}session/?new`);
			await page.getByRole('heading', { level: 1, name: 'This quiz cannot be opened' }).waitFor();
			await page.getByText(TOLD).first().waitFor();
		}
		await newer.reload();
		const after = await readTruth(newer);
		memory.check(after);
		const extra = after.answers - memory.saved.length;
		// An answer may have been committed just before, and its word of it lost with the connection.
		hold(extra <= (when === 'while it answers' ? 1 : 0), `outdated code wrote ${extra} answers`);
	});
}

export const outdatedCode: Fault = {
	id: 'F24',
	title: 'outdated code beside a newer schema: it writes nothing, and says so',
	promise: 'P4',
	engine: 'Chromium',
	cases: STALE,
	quick: STALE.length,
	long: STALE.length,
	prepare: async (ground) => ({
		trial: async (_dice, seed) => outdated(ground, STALE[seed] ?? 'while it answers'),
		close: async () => undefined
	})
};
