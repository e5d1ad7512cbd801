// F17: a long past, on a desktop and on a slow phone. Saving an answer and starting must not make the learner wait.
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { build, type Rollup } from 'vite';
import { untilCalm } from '../bench/calm.js';
import { p95 } from '../bench/stats.js';
import type { Ground } from './ground.js';
import { answerFast, Memory, openQuiz, settle, withLearner } from './learner.js';
import { hold, type Fault } from './types.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const STORED = 100_000;
const ANSWERS = 60;
/** A learner reads before and after checking; what the page draws meanwhile is not part of saving the next answer. */
const LOOK_MS = 800;
const SLOWER = 6;
/** Figures of promise P2. */
const SAVED_MS = 100;
const SAVED_DESKTOP_MS = 30;
const START_MS = 3000;
const FILL_WITHIN_MS = 600_000;

/** What fills the database of the bench, as one script. */
async function fillScript(): Promise<string> {
	const built = (await build({
		root: path('../bench/fill'),
		configFile: false,
		logLevel: 'warn',
		resolve: { alias: { $lib: path('../../src/lib') } },
		build: {
			write: false,
			lib: { entry: path('../bench/fill/main.ts'), formats: ['iife'], name: 'filling' }
		}
	})) as Rollup.RollupOutput[];
	const code = built[0]?.output[0].code;
	if (code === undefined) throw new Error('Nothing was built');
	return code;
}

/** Answers, and gives the time within which the page called 95 % of the answers saved. */
async function savedWithin(page: Page, memory: Memory): Promise<number> {
	const before = memory.saved.length;
	const done = await answerFast(page, ANSWERS, 0, LOOK_MS);
	hold(done === ANSWERS, `${done} of ${ANSWERS} answers were given`);
	return p95(memory.saved.slice(before).map((one) => one.ms));
}

/** A profile with a long past. */
async function withPast(ground: Ground, script: string): Promise<string> {
	const profile = ground.folder();
	await withLearner(profile, new Memory(), async (page) => {
		await settle(page, ground.root, ANSWERS);
		// A page where no app runs.
		await page.goto(`${ground.root}boot.js`);
		await page.evaluate(script);
		page.setDefaultTimeout(FILL_WITHIN_MS);
		const stored = await page.evaluate<number>(`fill(${STORED}, ${Date.now()})`);
		hold(stored === STORED, `${stored} answers were stored beforehand`);
	});
	return profile;
}

/** Opens a new quiz, and gives how long it takes until it can be answered. */
async function startQuiz(page: Page, root: string): Promise<number> {
	const begun = performance.now();
	await openQuiz(page, root, '?new');
	await page.locator('[data-question] :is(input, select, button)').first().waitFor();
	return performance.now() - begun;
}

async function longPast(ground: Ground, script: string): Promise<number> {
	const profile = await withPast(ground, script);
	const memory = new Memory();
	return withLearner(profile, memory, async (page, { context }) => {
		const cdp = await context.newCDPSession(page);
		const slower = (rate: number) => cdp.send('Emulation.setCPUThrottlingRate', { rate });
		await slower(SLOWER);
		// The first start makes what the browser keeps of the scripts.
		await startQuiz(page, ground.root);
		await untilCalm();
		const start = await startQuiz(page, ground.root);
		const saved = await savedWithin(page, memory);
		await slower(1);
		await startQuiz(page, ground.root);
		const onDesktop = await savedWithin(page, memory);
		const figures = `start ${Math.round(start)} ms; 95 % saved within ${saved.toFixed(1)} ms, on a desktop ${onDesktop.toFixed(1)} ms`;
		process.stdout.write(`  ${figures}\n`);
		hold(
			start <= START_MS && saved <= SAVED_MS && onDesktop <= SAVED_DESKTOP_MS,
			`slower than promised: ${figures}`
		);
		return 2 * ANSWERS;
	});
}

export const longPasts: Fault = {
	id: 'F17',
	title: `${STORED.toLocaleString('en')} answers stored: saved within ${SAVED_DESKTOP_MS} ms, on a phone ${SLOWER} times slower within ${SAVED_MS} ms and started within ${START_MS / 1000} s`,
	promise: 'P2',
	engine: 'Chromium',
	// Times mean something on a machine that does nothing else.
	quick: 0,
	long: 3,
	prepare: async (ground) => {
		const script = await fillScript();
		return { trial: () => longPast(ground, script), close: async () => undefined };
	}
};
