// F17: a slow phone with a long past. Saving an answer and starting must not make the learner wait.
import { fileURLToPath } from 'node:url';
import { build, type Rollup } from 'vite';
import { untilCalm } from '../bench/calm.js';
import { p95 } from '../bench/stats.js';
import type { Ground } from './ground.js';
import { answerFast, Memory, openQuiz, settle, startLearner } from './learner.js';
import { hold, type Fault } from './types.js';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

const STORED = 100_000;
const ANSWERS = 60;
const SLOWER = 6;
/** Figures of promise P2. */
const SAVED_MS = 100;
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

async function slowPhone(ground: Ground, script: string): Promise<number> {
	const memory = new Memory();
	const browser = await startLearner(ground.folder(), memory);
	try {
		const { page, context } = browser;
		await settle(page, ground.root);
		// A page where no app runs.
		await page.goto(`${ground.root}boot.js`);
		await page.evaluate(script);
		page.setDefaultTimeout(FILL_WITHIN_MS);
		const stored = await page.evaluate<number>(`fill(${STORED}, ${Date.now()})`);
		hold(stored === STORED, `${stored} answers were stored beforehand`);
		const cdp = await context.newCDPSession(page);
		await cdp.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
		// The first start makes what the browser keeps of the scripts.
		await openQuiz(page, ground.root, '?new');
		await page.locator('[data-question] :is(input, select, button)').first().waitFor();
		await untilCalm();
		const begun = performance.now();
		await openQuiz(page, ground.root, '?new');
		await page.locator('[data-question] :is(input, select, button)').first().waitFor();
		const start = performance.now() - begun;
		const done = await answerFast(page, ANSWERS);
		hold(done === ANSWERS, `${done} of ${ANSWERS} answers were given`);
		const saved = p95(memory.saved.map((one) => one.ms));
		process.stdout.write(
			`  start ${Math.round(start)} ms, saved after ${saved.toFixed(1)} ms (95 %)\n`
		);
		hold(
			start <= START_MS && saved <= SAVED_MS,
			`a start took ${Math.round(start)} ms, and 95 % of the answers were saved within ${Math.round(saved)} ms`
		);
		return ANSWERS;
	} finally {
		await browser.kill();
	}
}

export const slowPhones: Fault = {
	id: 'F17',
	title: `a phone ${SLOWER} times slower with ${STORED.toLocaleString('en')} answers stored: saved within ${SAVED_MS} ms, started within ${START_MS / 1000} s`,
	promise: 'P2',
	engine: 'Chromium',
	// Times mean something on a machine that does nothing else.
	quick: 0,
	long: 3,
	prepare: async (ground) => {
		const script = await fillScript();
		return { trial: () => slowPhone(ground, script), close: async () => undefined };
	}
};
