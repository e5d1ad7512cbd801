// F5: every storage call of an answer fails, one after the other, once or for good, with five kinds of error. What is stored is the
// state before or the state after; the learner is told within a second; trying again works.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { visit } from './browsers.js';
import type { Ground } from './ground.js';
import { eventually, openQuiz, readTruth, respond, settle } from './learner.js';
import { hold, type Fault } from './types.js';

const CALLS = readFileSync(fileURLToPath(new URL('./calls-in-page.js', import.meta.url)), 'utf8');
const KINDS = [
	'QuotaExceededError',
	'UnknownError',
	'InvalidStateError',
	'AbortError',
	'never answered'
] as const;
const HOW = ['once', 'for good'] as const;
const CASES = KINDS.flatMap((kind) => HOW.map((how) => `${kind}, ${how}`));
/** More calls than an answer makes. */
const MANY = 120;
const TOLD_MS = 1000;

interface InPage {
	readonly calls: {
		arm(kind: string, from: number, to: number | null): void;
		disarm(): number;
		told(button: Element): Promise<{ ms: number; lag: number; alert: boolean }>;
	};
}

/** Answers the next question while the k-th call fails. Says whether a call was hit. */
async function answerWith(
	page: Page,
	kind: string,
	how: string,
	k: number,
	slack: number
): Promise<boolean> {
	await respond(page, k);
	await page.locator('[data-saving="saved"]').waitFor();
	const before = await readTruth(page);
	await page.evaluate(
		([error, from, to]) => (globalThis as unknown as InPage).calls.arm(error, from, to),
		[kind, k, how === 'once' ? k : null] as const
	);
	const { ms, lag, alert } = await page
		.getByRole('button', { name: 'Check answer' })
		.evaluate((button) => (globalThis as unknown as InPage).calls.told(button));
	hold(
		ms <= slack * TOLD_MS + 2 * lag,
		`call ${k}: told after ${Math.round(ms)} ms (the machine held up the page for ${Math.round(lag)} ms)`
	);
	// Refused in the end, or saved by a further try: either way the page says so itself.
	await eventually(page, async () => {
		const state = document.querySelector('[data-saving]')?.getAttribute('data-saving');
		return state === 'saved' || state === 'failed';
	});
	const failed = await page.evaluate(() => (globalThis as unknown as InPage).calls.disarm());
	const said = (await page.locator('[data-saving]').getAttribute('data-saving')) ?? '';
	const between = await readTruth(page);
	hold(between.torn.length === 0, `call ${k}: ${between.torn.join('; ')}`);
	const added = between.answers - before.answers;
	hold(added === 0 || added === 1, `call ${k}: ${added} answers were added`);
	if (said === 'saved') hold(added === 1, `call ${k}: called saved, and is not there`);
	else {
		hold(alert, `call ${k}: not saved, and nobody was told`);
		await page.getByRole('button', { name: 'Try again' }).click();
		await page.locator('[data-saving="saved"]').waitFor();
	}
	const after = await readTruth(page);
	hold(
		after.answers === before.answers + 1,
		`call ${k}: there after trying again: ${after.answers - before.answers}`
	);
	hold(after.torn.length === 0, `call ${k}: ${after.torn.join('; ')}`);
	return failed > 0;
}

async function everyCall(ground: Ground, name: string): Promise<number> {
	const [kind = '', how = ''] = name.split(', ');
	// What hangs or fails for good takes seconds each time.
	const step = kind === 'never answered' ? 6 : how === 'for good' ? 3 : 1;
	return visit(async ({ context }) => {
		await context.addInitScript({ content: CALLS });
		const page = await context.newPage();
		await settle(page, ground.root);
		await openQuiz(page, ground.root, '?new');
		let tries = 0;
		for (let k = 1; k < MANY; k += step) {
			const hit = await answerWith(page, kind, how, k, ground.slack);
			tries += 1;
			if (!hit) return tries;
			const next = page.getByRole('button', { name: 'Next question' });
			if ((await next.count()) > 0) await next.click();
			else await openQuiz(page, ground.root, '?new');
			await page.getByRole('button', { name: 'Check answer' }).waitFor();
		}
		throw new Error(`An answer makes more than ${MANY} calls`);
	});
}

export const storageCalls: Fault = {
	id: 'F5',
	title: 'every storage call of an answer failing, once and for good, in five ways',
	promise: 'P3',
	engine: 'Chromium',
	cases: CASES,
	quick: 5,
	long: CASES.length,
	prepare: async (ground) => ({
		trial: (_dice, seed) => everyCall(ground, CASES[seed] ?? ''),
		close: async () => undefined
	})
};
