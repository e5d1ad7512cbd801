// F16: a term in an hour. Thousands of answers in hundreds of quizzes in one tab, and banks brought in between: what the tab holds does
// not grow, and saving does not slow down.
import { join } from 'node:path';
import type { CDPSession, Page } from 'playwright-core';
import { writeBank } from '../bench/scale-ground.js';
import { p95 } from '../bench/stats.js';
import type { Ground } from './ground.js';
import { startChromium } from '../e2e/chromium.js';
import { answerFast, Memory, readTruth, settle, startLearner, type Start } from './learner.js';
import { hold, type Fault, type Rig } from './types.js';

/** In each round: so many quizzes of so many questions, and a bank that comes and goes. */
const QUIZZES = 10;
const QUIZ = 50;
const ITEMS = 200;
/** After these nothing is new to the tab; the next one is what the others are held against. */
const WARM = 2;
const MOST_HEAP = 1.1;
const MOST_TIME = 2;

interface Round {
	/** Bytes that are left after everything has been thrown away that can be. */
	readonly heap: number;
	/** Within so many milliseconds 95 % of the answers were saved. */
	readonly ms: number;
}

/** A browser that makes no machine code of scripts: one that does makes more of it for hours, and what a page keeps is lost in that. */
const interpreted: Start = (profile) => startChromium(profile, ['--js-flags=--jitless']);

async function heapOf(cdp: CDPSession, page: Page): Promise<number> {
	await page.waitForTimeout(1000);
	for (let turn = 0; turn < 3; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
	return (await cdp.send('Runtime.getHeapUsage')).usedSize;
}

/** Goes to another page as a click does, so that the tab goes on. */
const follow = (page: Page, name: string) =>
	page.getByRole('navigation').getByRole('link', { name, exact: true }).first().click();

async function bankComesAndGoes(page: Page, file: string): Promise<void> {
	await follow(page, 'Banks');
	const input = page.getByLabel('Import');
	await input.waitFor({ state: 'attached' });
	await input.setInputFiles(file);
	await page.getByRole('button', { name: 'Install' }).click();
	await page.getByText('is installed.').waitFor();
	await page.getByRole('button', { name: /^Remove Bench/ }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
	await page.getByRole('button', { name: /^Remove Bench/ }).waitFor({ state: 'detached' });
}

/** From home: a quiz to its end, and home again. */
async function quiz(page: Page): Promise<void> {
	await page.getByRole('link', { name: 'Start quiz' }).first().click();
	await page.getByRole('heading', { level: 1, name: /^Question 1 of/ }).waitFor();
	const done = await answerFast(page, QUIZ);
	hold(done === QUIZ, `${done} of ${QUIZ} questions of a quiz were answered`);
	await page.getByRole('button', { name: 'Finish', exact: true }).click();
	await page.getByRole('heading', { level: 1, name: 'Results' }).waitFor();
	// As a person would: a page of results that is left while it is being drawn stays in memory.
	await page
		.locator('.reviews > li')
		.nth(QUIZ - 1)
		.waitFor();
	await follow(page, 'Progress');
	await page.getByRole('table', { name: 'Accuracy by topic' }).waitFor();
	await follow(page, 'Home');
}

async function round(page: Page, cdp: CDPSession, memory: Memory, file: string): Promise<Round> {
	const before = memory.saved.length;
	for (let number = 0; number < QUIZZES; number += 1) await quiz(page);
	await bankComesAndGoes(page, file);
	await follow(page, 'Home');
	await page.getByRole('link', { name: 'Start quiz' }).first().waitFor();
	const ms = p95(memory.saved.slice(before).map((one) => one.ms));
	return { heap: await heapOf(cdp, page), ms };
}

async function prepare(ground: Ground): Promise<Rig> {
	const memory = new Memory();
	const browser = await startLearner(ground.folder(), memory, interpreted);
	const { page, context } = browser;
	const file = join(ground.folder(), 'soak.bank.json');
	writeBank(file, 'soak', ITEMS);
	await settle(page, ground.root, QUIZ);
	await page.goto(ground.root);
	const cdp = await context.newCDPSession(page);
	await cdp.send('HeapProfiler.enable');
	const rounds: Round[] = [];
	return {
		trial: async () => {
			const now = await round(page, cdp, memory, file);
			rounds.push(now);
			const MB = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;
			process.stdout.write(
				`  round ${rounds.length}: ${MB(now.heap)}, saved after ${now.ms.toFixed(1)} ms (95 %)\n`
			);
			const base = rounds[WARM];
			if (base === undefined || base === now) return 0;
			hold(now.heap <= MOST_HEAP * base.heap, `${MB(now.heap)} of heap after ${MB(base.heap)}`);
			hold(now.ms <= MOST_TIME * base.ms, `saving takes ${now.ms} ms after ${base.ms} ms`);
			return QUIZZES * QUIZ;
		},
		close: async () => {
			try {
				memory.check(await readTruth(page));
			} finally {
				await browser.kill();
			}
		}
	};
}

export const soak: Fault = {
	id: 'F16',
	title: `one tab for ${(40 * QUIZZES * QUIZ).toLocaleString('en')} answers: its memory grows by 10 % at most, and saving stays quick`,
	promise: 'P2',
	engine: 'Chromium',
	// Half an hour, alone on a machine; `--rounds 6` for a short one.
	quick: 0,
	long: 40,
	prepare
};
