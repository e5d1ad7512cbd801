// A learner at the real app in a Chromium of their own: answers at full speed, remembers every answer that the page called saved,
// and looks afterwards whether it is there.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';
import { startChromium, type StartedChromium } from '../e2e/chromium.js';
import type { Dump } from '../unit/storage/dump.js';
import { hold } from './types.js';

const text = (name: string) => readFileSync(fileURLToPath(new URL(name, import.meta.url)), 'utf8');
const ROBOT = `${text('./robot.js')}\n${text('./truth.js')}`;
/** Long, since it only ends a hang: a machine that is busy with other things is slow, not broken. */
export const PATIENCE_MS = 240_000;

/** An answer by its session and its place in it. */
export interface SavedAnswer {
	readonly session: string;
	readonly index: number;
	/** From the click on Check answer until the page called it saved. */
	readonly ms: number;
}

/** What the database holds, by `truth.js`. */
export interface Truth {
	readonly answered: Readonly<Record<string, number[]>>;
	readonly torn: readonly string[];
	readonly answers: number;
	readonly events: number;
}

interface InPage {
	readonly robot: {
		run(
			most: number,
			pick: number,
			saved: (one: SavedAnswer) => void,
			lookMs?: number
		): Promise<number>;
		respond(pick: number): Promise<void>;
		place(): number;
	};
	readonly database: {
		truth(): Promise<Truth>;
		dump(): Promise<{ version: number; tables: Record<string, unknown[]> }>;
		put(table: string, rows: unknown[]): Promise<void>;
		restore(dump: unknown): Promise<void>;
	};
	readonly reportSaved: (one: SavedAnswer) => void;
}

/** Answers that pages called saved, over any number of browsers on one profile. */
export class Memory {
	readonly saved: SavedAnswer[] = [];

	add(one: SavedAnswer): void {
		this.saved.push(one);
	}

	/** Throws unless every answer that was called saved is there, once, and what is derived agrees with the log. */
	check(truth: Truth): void {
		const lost = this.saved.filter(
			({ session, index }) => truth.answered[session]?.includes(index) !== true
		);
		hold(
			lost.length === 0,
			`${lost.length} of ${this.saved.length} answers that were called saved are lost: ${JSON.stringify(lost.slice(0, 5))}`
		);
		hold(truth.torn.length === 0, `between before and after: ${truth.torn.slice(0, 5).join('; ')}`);
	}
}

/** Puts robot and truth into every page of a context. */
export async function equip(context: BrowserContext, memory: Memory): Promise<void> {
	context.setDefaultTimeout(PATIENCE_MS);
	await context.exposeFunction('reportSaved', (one: SavedAnswer) => memory.add(one));
	await context.addInitScript({ content: ROBOT });
}

/** Starts a browser on a profile that is kept. */
export type Start = (profile: string) => Promise<StartedChromium>;

/** A browser on a profile that is kept, with a learner's page. */
export async function startLearner(
	profile: string,
	memory: Memory,
	start: Start = startChromium
): Promise<StartedChromium & { page: Page }> {
	const browser = await start(profile);
	try {
		await equip(browser.context, memory);
		const page = browser.context.pages()[0] ?? (await browser.context.newPage());
		return { ...browser, page };
	} catch (error) {
		await browser.kill();
		throw error;
	}
}

/** Runs with a learner's browser, which is closed afterwards as a person would. */
export async function withLearner<T>(
	profile: string,
	memory: Memory,
	work: (page: Page, browser: StartedChromium) => Promise<T>,
	start?: Start
): Promise<T> {
	const browser = await startLearner(profile, memory, start);
	try {
		return await work(browser.page, browser);
	} finally {
		await browser.quit();
	}
}

/** Opens the quiz that is open, or a new one, and waits until it can be answered. */
export async function openQuiz(page: Page, root: string, query = ''): Promise<void> {
	await page.goto(`${root}session/${query}`);
	await page.getByRole('heading', { level: 1, name: /^Question \d+ of \d+$/ }).waitFor();
}

/** Waits until something that has to be asked for is so; `waitForFunction` takes a promise for a yes. */
export async function eventually(page: Page, test: () => Promise<boolean>): Promise<void> {
	const until = Date.now() + PATIENCE_MS;
	while (!(await page.evaluate(test))) {
		if (Date.now() > until) throw new Error(`Never so: ${String(test)}`);
		await pause(40);
	}
}

/** Opens the settings page once, and so the database, and makes quizzes as long as they may be. */
export async function settle(page: Page, root: string, quizLength = 500): Promise<void> {
	await page.goto(`${root}settings/`);
	await page.getByRole('heading', { name: 'Your data' }).waitFor();
	await page.getByText('Your answers are stored on this device only').waitFor();
	await eventually(page, async () =>
		(await indexedDB.databases()).some((one) => one.name === 'milium' && (one.version ?? 0) > 0)
	);
	await page.evaluate((value) => {
		// The very first quiz on a device does not wait for the settings.
		localStorage.setItem('milium:begun', '1');
		return (globalThis as unknown as InPage).database.put('settings', [
			{ key: 'quizLength', value }
		]);
	}, quizLength);
}

/**
 * Answers `most` questions, at full speed unless it looks so long at each response before checking it, and at each result. Rejects
 * when the page goes away.
 */
export function answerFast(page: Page, most: number, pick = 0, lookMs = 0): Promise<number> {
	return page.evaluate(
		([count, first, look]) => {
			const { robot, reportSaved } = globalThis as unknown as InPage;
			return robot.run(count, first, reportSaved, look);
		},
		[most, pick, lookMs] as const
	);
}

/** Answers `most` questions at full speed, in as many quizzes as that takes. The quiz on screen may have been answered whole. */
export async function answerMany(
	page: Page,
	root: string,
	most: number,
	pick = 0
): Promise<number> {
	let done = 0;
	for (let quiz = 0; done < most; quiz += 1) {
		const more = await answerFast(page, most - done, pick);
		if (more === 0 && quiz > 0) break;
		done += more;
		if (done >= most) break;
		await page.getByRole('button', { name: 'Finish', exact: true }).click();
		await page.getByRole('heading', { level: 1, name: 'Results' }).waitFor();
		await openQuiz(page, root, '?new');
	}
	return done;
}

/** Gives a response to the question on screen, without checking it. */
export const respond = (page: Page, pick = 0): Promise<void> =>
	page.evaluate((one) => (globalThis as unknown as InPage).robot.respond(one), pick);

export const readTruth = (page: Page): Promise<Truth> =>
	page.evaluate(() => (globalThis as unknown as InPage).database.truth());

export const dump = (page: Page) =>
	page.evaluate(() => (globalThis as unknown as InPage).database.dump());

/** Makes the database of a dump, on a page where no app runs. */
export const restoreDump = (page: Page, of: Dump): Promise<void> =>
	page.evaluate((one) => (globalThis as unknown as InPage).database.restore(one), of);
