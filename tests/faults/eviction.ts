// F14: the browser deletes what is stored, under an open page and between two visits; or all of it is damaged at once.
import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Ground } from './ground.js';
import { databaseFolder } from './kills.js';
import {
	answerFast,
	Memory,
	openQuiz,
	readTruth,
	settle,
	startLearner,
	withLearner
} from './learner.js';
import { hold, type Fault } from './types.js';

const ANSWERS = 15;
const LOST = 'The browser has deleted saved data of Milium.';
const BACK = 'brought back from the second copy';

/** `left`: what still knows of the answers. */
const CASES = {
	'the database, under an open page': { types: 'indexeddb', open: true, left: true },
	'everything, under an open page': { types: 'all', open: true, left: true },
	'the database, between two visits': { types: 'indexeddb', open: false, left: true },
	'database and journal, between two visits': { types: 'journal', open: false, left: false },
	'database and journal garbled, between two visits': {
		types: 'garbled',
		open: false,
		left: false
	},
	'everything but localStorage garbled, between two visits': {
		types: 'most',
		open: false,
		left: false
	}
} as const;
const NAMES = Object.keys(CASES) as (keyof typeof CASES)[];

/** Writes rubbish over all files of a folder whose names are like that. */
function garble(folder: string, like: RegExp): void {
	for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
		const path = join(folder, name);
		if (like.test(basename(name)) && statSync(path).isFile())
			writeFileSync(path, Buffer.alloc(Math.max(200, statSync(path).size), 0xab));
	}
}

async function evict(ground: Ground, name: keyof typeof CASES): Promise<void> {
	const { types, open, left } = CASES[name];
	const memory = new Memory();
	const profile = ground.folder();
	const browser = await startLearner(profile, memory);
	try {
		const { page, context } = browser;
		await settle(page, ground.root);
		await openQuiz(page, ground.root, '?new');
		await answerFast(page, ANSWERS);
		if (open) {
			const cdp = await context.newCDPSession(page);
			const origin = new URL(ground.root).origin;
			await cdp.send('Storage.clearDataForOrigin', { origin, storageTypes: types });
			// The very next answer notices, brings back what was there, and is saved itself.
			await page.getByRole('button', { name: 'Next question' }).click();
			await answerFast(page, 2);
			memory.check(await readTruth(page));
			await page.getByText(BACK).waitFor();
		}
	} finally {
		await browser.quit();
	}
	if (types === 'garbled' || types === 'most') {
		garble(databaseFolder(profile), /\.(?:log|ldb)$|^MANIFEST|^CURRENT/);
		// The names of files are in a database of their own, which "most" spoils as well.
		garble(join(profile, 'Default/File System'), types === 'most' ? /./ : /^\d+$/);
	} else if (!open) {
		rmSync(databaseFolder(profile), { recursive: true, force: true });
		if (types === 'journal')
			rmSync(join(profile, 'Default/File System'), { recursive: true, force: true });
	}
	await withLearner(profile, memory, async (page) => {
		await page.goto(`${ground.root}progress/`);
		await page.getByRole('heading', { level: 1, name: 'Progress' }).waitFor();
		if (!open) await page.getByText(left ? BACK : LOST).waitFor();
		const truth = await readTruth(page);
		if (left) memory.check(truth);
		else hold(truth.torn.length === 0, `between before and after: ${truth.torn.join('; ')}`);
	});
	rmSync(profile, { recursive: true, force: true });
}

export const eviction: Fault = {
	id: 'F14',
	title:
		'stored data deleted by the browser, under an open page and between two visits: restored, or told, never a new learner',
	promise: 'P3',
	engine: 'Chromium',
	cases: NAMES,
	quick: NAMES.length,
	long: NAMES.length,
	prepare: async (ground) => ({
		trial: async (_dice, seed) => evict(ground, NAMES[seed] ?? NAMES[0]!),
		close: async () => undefined
	})
};
