// Whether what a learner waits for stays the same after a million answers and with a bank of a hundred thousand questions.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerOne, next } from './answers.js';
import type { Profile, Tab } from './browser.js';
import type { Gate, Outcome } from './report.js';
import { withFillPage, writeBank } from './scale-ground.js';
import type { Host, Site } from './server.js';
import { median, spread } from './stats.js';
import { withSubject, type Bench, type Subject } from './subjects.js';

/** Answers stored, and questions in the bank that is brought in. */
interface Size {
	readonly name: string;
	readonly answers: number;
	readonly items: number;
}

const SMALL: Size = { name: 'small', answers: 1000, items: 300 };
const LARGE: Size = {
	name: 'large',
	answers: Number(process.env['BENCH_ANSWERS'] ?? 1_000_000),
	items: Number(process.env['BENCH_ITEMS'] ?? 100_000)
};
const ROUNDS = 9;
const ANSWERS = 18;
const QUIZ = 20;
const FILL_WITHIN_MS = 1_800_000;
const IMPORT_WITHIN_MS = 600_000;
const LONGEST_TASK_MS = 100;
/** As fast as the machine is, with taps. */
const FAST: Profile = { cpu: 1, touch: true };

interface Sample {
	readonly fillS: number;
	readonly home: readonly number[];
	readonly progress: readonly number[];
	readonly feedback: readonly number[];
	readonly saved: readonly number[];
	readonly quiz: readonly number[];
	readonly importS: number;
	readonly longestTask: number;
	readonly cancelMs: number;
	readonly leftBehind: number;
}

export async function scale(bench: Bench): Promise<Outcome> {
	const folder = mkdtempSync(join(tmpdir(), 'milium-bench-scale-'));
	try {
		const site = await withFillPage(bench.milium.site);
		const small = await sample(bench, site, folder, SMALL);
		const large = await sample(bench, site, folder, LARGE);
		return outcome(small, large);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

function sample(bench: Bench, site: Site, folder: string, size: Size): Promise<Sample> {
	const file = join(folder, `${size.name}.bank.json`);
	writeBank(file, `bench-${size.name}`, size.items);
	const subject: Subject = { name: size.name, site, path: '/' };
	const rounds = bench.rounds ?? ROUNDS;
	return withSubject(bench, subject, FAST, async (tab, host) => {
		const say = (what: string) => process.stderr.write(`\r\u001b[K  ${size.name}: ${what}`);
		say(`storing ${size.answers} answers`);
		const fillS = await fill(tab, host, size.answers);
		say('home and progress');
		const home = await openings(tab, `${host.url}/`, '#so-far', rounds);
		const progress = await openings(tab, `${host.url}/progress/`, 'main table', rounds);
		say(`importing ${size.items} items`);
		const brought = await bringIn(tab, host, file, size.items);
		say('building quizzes');
		const quiz: number[] = [];
		for (let round = 0; round < rounds; round += 1) quiz.push(await buildQuiz(tab, host, size));
		say('answering');
		const answers = [];
		for (let n = 0; n < ANSWERS; n += 1) {
			answers.push(await answerOne(tab, n));
			await next(tab);
		}
		process.stderr.write('\r\u001b[K');
		return {
			fillS,
			home,
			progress,
			feedback: answers.map((one) => one.ms),
			saved: answers.map((one) => one.savedMs),
			quiz,
			...brought
		};
	});
}

/** Lets the app make its database, then fills it. Seconds. */
async function fill({ page }: Tab, host: Host, answers: number): Promise<number> {
	await page.goto(`${host.url}/settings/`);
	await page
		.getByRole('heading', { name: /Storage|data/i })
		.first()
		.waitFor();
	await page.goto(`${host.url}/fill/`);
	await page.waitForFunction("'fill' in globalThis");
	page.setDefaultTimeout(FILL_WITHIN_MS);
	const begun = performance.now();
	const stored = await page.evaluate<number>(`fill(${answers}, ${Date.now()})`);
	page.setDefaultTimeout(30_000);
	if (stored !== answers) throw new Error(`${stored} answers were stored, expected ${answers}`);
	return (performance.now() - begun) / 1000;
}

/** Milliseconds from each navigation until what is looked for has been painted; the first warms up. */
async function openings({ page }: Tab, address: string, sign: string, rounds: number) {
	const times: number[] = [];
	for (let round = -1; round < rounds; round += 1) {
		await page.goto('about:blank');
		await page.goto(address, { waitUntil: 'commit' });
		const ms = await page.evaluate<number>(
			`bench.until(() => document.querySelector(${JSON.stringify(sign)})).then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))))`
		);
		if (round >= 0) times.push(ms);
	}
	return times;
}

/** Watches for long tasks of the page, and looks with one of 80 ms whether they are seen. */
const WATCH_TASKS = `globalThis.tasks = [];
	new PerformanceObserver((list) => tasks.push(...list.getEntries().map((one) => one.duration))).observe({ type: 'longtask' });
	setTimeout(() => { for (const end = performance.now() + 80; performance.now() < end; ); });
	bench.until(() => tasks.length > 0).then(() => { tasks.length = 0; })`;

/** Begins an import and cancels it; then brings the bank in. */
async function bringIn({ page }: Tab, host: Host, file: string, items: number) {
	await page.goto(`${host.url}/banks/`);
	const input = page.getByLabel('Import');
	const cancel = page.getByRole('button', { name: 'Cancel' });
	await input.waitFor({ state: 'attached' });
	await page.evaluate(WATCH_TASKS);
	let cancelMs = 0;
	if (items > 10_000) {
		await input.setInputFiles(file);
		// The page's policy forbids the evaluation of strings that waiting for a function would need.
		await page.evaluate(
			`bench.until(() => document.querySelector('progress')?.value > 0.1, ${IMPORT_WITHIN_MS})`
		);
		const begun = performance.now();
		await cancel.click();
		await page.getByText('Cancelled. Nothing was stored.').waitFor({ timeout: 60_000 });
		cancelMs = performance.now() - begun;
	}
	// Items of banks in the database, counted behind the app's back.
	const leftBehind = await page.evaluate<number>(COUNT_ROWS);
	await page.goto(`${host.url}/banks/`);
	await input.waitFor({ state: 'attached' });
	await page.evaluate(WATCH_TASKS);
	const begun = performance.now();
	await input.setInputFiles(file);
	const install = page.getByRole('button', { name: 'Install' });
	await install.waitFor({ timeout: IMPORT_WITHIN_MS });
	await install.click();
	await page.getByText('is installed.').waitFor();
	const importS = (performance.now() - begun) / 1000;
	const tasks = await page.evaluate<number[]>('tasks');
	return { importS, longestTask: Math.max(0, ...tasks), cancelMs, leftBehind };
}

const COUNT_ROWS = `new Promise((done, fail) => {
	const opening = indexedDB.open('milium');
	opening.onerror = () => fail(opening.error);
	opening.onsuccess = () => {
		const counting = opening.result.transaction('bankItems').objectStore('bankItems').count();
		counting.onsuccess = () => { opening.result.close(); done(counting.result); };
	};
})`;

/** From the click on Start practice until the first of 20 questions from the bank alone is painted. */
async function buildQuiz({ page }: Tab, host: Host, { items }: Size): Promise<number> {
	await page.goto(`${host.url}/practice/`);
	await page.getByText(/questions fit/).waitFor();
	await page.getByRole('spinbutton', { name: 'Number of questions' }).fill(String(QUIZ));
	await page.locator('summary').filter({ hasText: 'Banks' }).click();
	await page.getByRole('checkbox', { name: new RegExp(`^Bench ${items}`) }).check();
	await page.getByText(new RegExp(`^\\s*${items}\\s+questions fit`)).waitFor();
	return page.evaluate<number>(`(async () => {
		const start = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === 'Start practice');
		const begun = performance.now();
		start.click();
		await bench.until(() => document.querySelector('[data-question]') !== null);
		await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
		return performance.now() - begun;
	})()`);
}

function outcome(small: Sample, large: Sample): Outcome {
	const ratio = (of: (one: Sample) => readonly number[]) => median(of(large)) / median(of(small));
	const row = (name: string, of: (one: Sample) => readonly number[]) => [
		name,
		spread(of(small)),
		spread(of(large)),
		ratio(of).toFixed(2)
	];
	const sizes = ({ answers, items }: Size) => `${answers} answers, ${items} items`;
	const time = (name: string, figure: number, limit: number): Gate => ({
		name,
		figure,
		limit,
		kind: 'time',
		digits: 2,
		unit: '×'
	});
	return {
		title: 'Scale: what a learner waits for, with a short and with a long past',
		tables: [
			{
				head: ['ms', sizes(SMALL), sizes(LARGE), 'ratio'],
				rows: [
					row('opening home', (one) => one.home),
					row('opening progress', (one) => one.progress),
					row('answer to feedback', (one) => one.feedback),
					row('answer to saved', (one) => one.saved),
					row(`building a quiz of ${QUIZ}`, (one) => one.quiz),
					row('importing the bank, s', (one) => [one.importS]),
					row('longest task meanwhile', (one) => [one.longestTask]),
					row('storing the answers, s', (one) => [one.fillS])
				]
			}
		],
		notes: [
			`Cancelling the import took ${Math.round(large.cancelMs)} ms and left ${large.leftBehind} rows.`
		],
		gates: [
			time(
				'home, large ÷ small',
				ratio((one) => one.home),
				1.5
			),
			time(
				'progress, large ÷ small',
				ratio((one) => one.progress),
				1.5
			),
			time(
				'answer to saved, large ÷ small',
				ratio((one) => one.saved),
				1.3
			),
			time(
				`quiz of ${QUIZ}, large ÷ small`,
				ratio((one) => one.quiz),
				2
			),
			{
				name: 'longest task of the import',
				figure: large.longestTask,
				limit: LONGEST_TASK_MS,
				kind: 'time',
				digits: 0,
				unit: ' ms'
			},
			{
				name: 'rows left by a cancelled import',
				figure: large.leftBehind,
				limit: 0,
				kind: 'exact',
				digits: 0,
				unit: ''
			}
		],
		samples: { small, large }
	};
}
