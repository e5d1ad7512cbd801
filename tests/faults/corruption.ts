// F3: the files of the database torn, garbled and deleted between two visits. Chromium then erases the database without a word, at
// once or at the second start; the journal brings everything back, and the learner is told.
import {
	existsSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	truncateSync,
	writeFileSync
} from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { startChromium, type StartedChromium } from '../e2e/chromium.js';
import type { Ground } from './ground.js';
import { databaseFolder } from './kills.js';
import {
	answerFast,
	Memory,
	openQuiz,
	readTruth,
	settle,
	withLearner,
	type Start
} from './learner.js';
import { hold, type Fault } from './types.js';

/** Answers before the damage, and after each start that follows. */
const ANSWERS = 40;
const ANSWERS_AFTER = 3;
/** The second start is the one that finds a torn log; the one after these sees whether what it restored stays. */
const STARTS = 2;

/** LevelDB's folder of the origin. */
function store(profile: string): string {
	const folder = databaseFolder(profile);
	const name = readdirSync(folder).find((one) => one.endsWith('.leveldb'));
	if (name === undefined) throw new Error(`No database in ${folder}`);
	return join(folder, name);
}

const filesOf = (profile: string, test: (name: string) => boolean) =>
	readdirSync(store(profile))
		.filter(test)
		.map((name) => join(store(profile), name));

/** The log that holds the latest writes: the largest. */
function log(profile: string): string {
	const logs = filesOf(profile, (name) => name.endsWith('.log'));
	logs.sort((a, b) => statSync(b).size - statSync(a).size);
	if (logs[0] === undefined) throw new Error('No log');
	return logs[0];
}

const tear = (bytes: number) => (profile: string) =>
	truncateSync(log(profile), Math.max(0, statSync(log(profile)).size - bytes));

const DAMAGE: Readonly<Record<string, (profile: string) => void>> = {
	'1 byte torn off the log': tear(1),
	'40 bytes torn off the log': tear(40),
	'150 bytes torn off the log': tear(150),
	'400 bytes torn off the log': tear(400),
	'half the log torn off': (profile) =>
		truncateSync(log(profile), Math.floor(statSync(log(profile)).size / 2)),
	'64 bytes in the middle of the log turned over': (profile) => {
		const bytes = readFileSync(log(profile));
		const middle = Math.floor(bytes.length / 2);
		for (let at = middle; at < middle + 64; at += 1) bytes[at] = (bytes[at] ?? 0) ^ 0xff;
		writeFileSync(log(profile), bytes);
	},
	'the log deleted': (profile) => {
		for (const file of filesOf(profile, (name) => name.endsWith('.log'))) rmSync(file);
	},
	'the manifest garbled': (profile) => {
		for (const file of filesOf(profile, (name) => name.startsWith('MANIFEST')))
			writeFileSync(file, Buffer.alloc(200, 0xab));
	},
	'CURRENT empty': (profile) => writeFileSync(join(store(profile), 'CURRENT'), ''),
	'CURRENT deleted': (profile) => rmSync(join(store(profile), 'CURRENT')),
	'the whole database deleted': (profile) =>
		rmSync(databaseFolder(profile), { recursive: true, force: true })
};
const NAMES = Object.keys(DAMAGE);

/** What belongs to one engine. */
export interface Engine {
	readonly start: Start;
	/** Changes when the browser has made the store anew; empty where there is none. */
	readonly identity: (profile: string) => string;
	/** The learner does not close the browser, it is killed. */
	readonly killed: boolean;
	/** The browser can come to a stop at a store that it neither opens nor makes anew: the learner has it built anew then. */
	readonly rebuilds?: true;
}

export interface Filled {
	readonly profile: string;
	readonly memory: Memory;
}

/** A profile of a learner who has answered and left. */
export async function filled(ground: Ground, { start, killed }: Engine): Promise<Filled> {
	const profile = ground.folder();
	const memory = new Memory();
	const work = async (page: Page, browser: StartedChromium) => {
		await settle(page, ground.root);
		await openQuiz(page, ground.root, '?new');
		await answerFast(page, ANSWERS);
		if (killed) await browser.kill();
	};
	await withLearner(profile, memory, work, start);
	return { profile, memory };
}

/** Damages a copy, starts three times and looks whether everything is there, and whether the learner was told. */
export async function damaged(
	ground: Ground,
	from: Filled,
	damage: (profile: string) => void,
	{ start: engine, identity, rebuilds }: Engine
): Promise<void> {
	const profile = ground.folder(from.profile);
	const memory = new Memory();
	for (const one of from.memory.saved) memory.add(one);
	damage(profile);
	let told = 0;
	let wiped = false;
	let stuck = false;
	for (let start = 1; start <= STARTS; start += 1) {
		const before = identity(profile);
		const visit = async (page: Page) => {
			await openQuiz(page, ground.root);
			const truth = await readTruth(page).catch(() => undefined);
			if (truth === undefined) {
				await page.getByText('The browser could not open the database of Milium.').waitFor();
				told += 1;
				stuck = true;
				await answerFast(page, ANSWERS_AFTER);
				return;
			}
			memory.check(truth);
			if (await page.getByText('brought back from the second copy').isVisible()) told += 1;
			hold(
				!(await page.getByText('The browser has deleted saved data of Milium.').isVisible()),
				'the learner is told of a loss where there is none'
			);
			await answerFast(page, ANSWERS_AFTER);
		};
		await withLearner(profile, memory, visit, engine);
		wiped ||= before !== '' && identity(profile) !== before;
	}
	hold(!stuck || rebuilds === true, 'the database cannot be opened any more');
	if (stuck) await withLearner(profile, memory, (page) => rebuild(page, ground), engine);
	const look = async (page: Page) => {
		await openQuiz(page, ground.root);
		memory.check(await readTruth(page));
	};
	await withLearner(profile, memory, look, engine);
	hold(told > 0 || !wiped, 'the database was erased and restored, and nobody was told');
	rmSync(profile, { recursive: true, force: true });
}

/** As the learner does it: where the trouble is told, and again after a reload nothing of it is left. */
async function rebuild(page: Page, ground: Ground): Promise<void> {
	await page.goto(`${ground.root}progress/`);
	await page.getByRole('link', { name: 'Rebuild from the journal' }).click();
	await page.getByRole('button', { name: 'Rebuild from the journal' }).click();
	await page.getByRole('button', { name: 'Rebuild now' }).click();
	await page.getByText('The database was built anew.').waitFor();
	await page.getByText('Your answers are stored on this device only').waitFor();
	await page.reload();
	await page.getByText('Your answers are stored on this device only').waitFor();
	hold(
		(await page.getByText('The browser could not open the database of Milium.').count()) === 0,
		'the database that was built anew cannot be opened'
	);
}

const CHROMIUM: Engine = {
	start: startChromium,
	// The folder is another then.
	identity: (profile) =>
		existsSync(databaseFolder(profile)) ? String(statSync(store(profile)).ino) : '',
	killed: false
};

export const corruption: Fault = {
	id: 'F3',
	title: 'files of the database torn, garbled or deleted, then started three times',
	promise: 'P1',
	engine: 'Chromium',
	cases: NAMES,
	quick: NAMES.length,
	long: NAMES.length,
	prepare: async (ground) => {
		const from = await filled(ground, CHROMIUM);
		return {
			trial: async (_dice, seed) => {
				const damage = DAMAGE[NAMES[seed] ?? ''];
				if (damage === undefined) throw new Error(`There are ${NAMES.length} cases`);
				await damaged(ground, from, damage, CHROMIUM);
			},
			close: async () => rmSync(from.profile, { recursive: true, force: true })
		};
	}
};
