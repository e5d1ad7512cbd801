// Chromium killed in the middle of saving and of starting: no answer that was shown as saved may be missing afterwards.
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerFast, call, startPage, startSite, type Site } from './site.js';

/** A few, so that a change that breaks it is noticed at once; the fault suite kills by the hundred. `MILIUM_KILLS=300` does it here. */
const KILLS = Number(process.env.MILIUM_KILLS ?? 5);
const KILLS_AT_START = Math.ceil(KILLS / 2);
/** Several times what a cycle takes on two busy cores, and room for the start that looks at everything. */
const WITHIN_MS = 60_000 + KILLS * 8000;
/** Answers that a session can hold on the test page. */
const MOST = 500;

let site: Site;
let profile: string;
/** How many answers of each session were shown as saved. */
const acknowledged = new Map<string, number>();

beforeAll(async () => {
	site = await startSite();
	profile = site.profile();
});
afterAll(() => site.close());

/** Chance, but the same in every run. */
function dice(seed: number): (below: number) => number {
	let state = seed;
	return (below) => (state = (state * 48271) % 0x7fffffff) % below;
}

async function answerUntilKilled(session: string, answers: number): Promise<void> {
	const browser = await startPage(site, profile);
	expect(await call(browser.page, 'open')).toMatchObject({ mode: 'database', journal: 'opfs' });
	expect(await call(browser.page, 'begin', session)).toEqual({ ok: true });
	let saved = 0;
	await new Promise<void>((resolve, reject) => {
		answerFast(browser.page, session, [0, MOST], (index) => {
			saved = Math.max(saved, index + 1);
			if (saved >= answers) resolve();
		}).then(() => reject(new Error('Answered everything before it was killed')), reject);
	}).finally(() => browser.kill());
	acknowledged.set(session, saved);
}

async function expectAll(sessions: readonly string[]): Promise<void> {
	const browser = await startPage(site, profile);
	const begun = performance.now();
	const { mode, restored } = await call(browser.page, 'open');
	const ms = Math.round(performance.now() - begun);
	expect(mode).toBe('database');
	for (const session of sessions) {
		const { answered, summary, frozen } = await call(browser.page, 'session', session);
		const missing = Array.from(
			{ length: acknowledged.get(session) ?? 0 },
			(_, index) => index
		).filter((index) => !answered.includes(index));
		expect(missing, `answers of ${session} that were shown as saved`).toEqual([]);
		expect(summary).toMatchObject({ answered: answered.length, points: answered.length });
		expect(frozen).toBe(2);
	}
	expect(await call(browser.page, 'rebuild')).toMatchObject({ corrected: 0, damaged: 0 });
	const answers = [...acknowledged.values()].reduce((sum, one) => sum + one, 0);
	console.log(
		`${answers} answers of ${sessions.length} sessions there; last start restored ${restored}, ${ms} ms`
	);
	await browser.quit();
}

it(
	`loses nothing in ${KILLS} kills while answering at full speed`,
	{ timeout: WITHIN_MS },
	async () => {
		const roll = dice(20261121);
		for (let cycle = 0; cycle < KILLS; cycle += 1) {
			await answerUntilKilled(`s${String(cycle).padStart(3, '0')}`, 1 + roll(60));
		}
		await expectAll([...acknowledged.keys()]);
	}
);

it(`loses nothing in ${KILLS_AT_START} kills while it starts`, { timeout: WITHIN_MS }, async () => {
	const roll = dice(1);
	for (let cycle = 0; cycle < KILLS_AT_START; cycle += 1) {
		const browser = await startPage(site, profile);
		void call(browser.page, 'open').catch(() => undefined);
		await pause(roll(250));
		await browser.kill();
	}
	await expectAll([...acknowledged.keys()]);
});
