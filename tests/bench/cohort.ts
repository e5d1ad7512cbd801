// Whether a thousand receipts of fifty questions come in without stopping the page, and whether their class opens as fast as a small
// one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { handIn, makeClass, questions, settle, type Class } from '../e2e/class-ground.js';
import type { Profile, Tab } from './browser.js';
import type { Outcome } from './report.js';
import type { Host } from './server.js';
import { median, spread } from './stats.js';
import { withSubject, type Bench } from './subjects.js';

const ITEMS = 50;
const FEW = 10;
const MANY = Number(process.env['BENCH_RECEIPTS'] ?? 1000);
const ROUNDS = 9;
const IMPORT_WITHIN_MS = 300_000;
const LONGEST_TASK_MS = 100;
/** As fast as the machine is. */
const FAST: Profile = { cpu: 1, touch: false };

interface Sample {
	readonly importS: number;
	readonly longestTask: number;
	/** Different values that the progress bar showed. */
	readonly steps: number;
	readonly opening: readonly number[];
}

export async function cohort(bench: Bench): Promise<Outcome> {
	const folder = mkdtempSync(join(tmpdir(), 'milium-bench-cohort-'));
	try {
		const group = await makeClass(questions(ITEMS), { pass: 60 });
		const files = await receipts(group, folder);
		const few = await sample(bench, group, files.slice(0, FEW));
		const many = await sample(bench, group, files);
		return outcome(few, many);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** Files of receipts; each learner knows other questions. */
async function receipts(group: Class, folder: string): Promise<string[]> {
	const files: string[] = [];
	for (let n = 0; n < MANY; n += 1) {
		const { file } = await handIn(group, `Learner ${n}`, (place) => (place * 7 + n * 13) % 10 < 6);
		const path = join(folder, `receipt-${n}.txt`);
		writeFileSync(path, file);
		files.push(path);
	}
	return files;
}

/**
 * Watches for long tasks, and for what the progress bar shows. In the first task the browser makes a thousand files for the driver; of it
 * only what comes after the page is told of them counts.
 */
const WATCH = `globalThis.tasks = [];
	globalThis.steps = new Set();
	let told = 0;
	addEventListener('change', () => (told = performance.now()), { capture: true, once: true });
	const from = ({ startTime, duration }) =>
		startTime < told && told < startTime + duration ? startTime + duration - told : duration;
	new PerformanceObserver((list) => tasks.push(...list.getEntries().map(from))).observe({ type: 'longtask' });
	(function look() { const bar = document.querySelector('progress'); if (bar !== null) steps.add(bar.value); requestAnimationFrame(look); })()`;

function sample(bench: Bench, group: Class, files: readonly string[]): Promise<Sample> {
	const subject = { name: `${files.length}`, site: bench.milium.site, path: '/' };
	return withSubject(bench, subject, FAST, async (tab, host) => {
		const { page } = tab;
		const input = page.getByLabel('Choose receipts');
		await page.goto(`${host.url}/modules/results/`);
		await input.waitFor({ state: 'attached' });
		await settle(page, group, [group.made]);
		await page.evaluate(WATCH);
		const begun = performance.now();
		await input.setInputFiles([...files]);
		await page
			.getByText(`${files.length} receipts counted`, { exact: true })
			.waitFor({ timeout: IMPORT_WITHIN_MS });
		const importS = (performance.now() - begun) / 1000;
		const tasks = await page.evaluate<number[]>('tasks');
		const steps = await page.evaluate<number>('steps.size');
		const opening = await openings(tab, host, group.made.id, bench.rounds ?? ROUNDS);
		return { importS, longestTask: Math.max(0, ...tasks), steps, opening };
	});
}

/** Milliseconds from each navigation until the table of learners has been painted; the first warms up. */
async function openings({ page }: Tab, host: Host, module: string, rounds: number) {
	const times: number[] = [];
	for (let round = -1; round < rounds; round += 1) {
		await page.goto('about:blank');
		await page.goto(`${host.url}/modules/results/class/?module=${module}`, {
			waitUntil: 'commit'
		});
		const ms = await page.evaluate<number>(
			`bench.until(() => document.querySelector('main table')).then(() => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now())))))`
		);
		if (round >= 0) times.push(ms);
	}
	return times;
}

function outcome(few: Sample, many: Sample): Outcome {
	const ratio = median(many.opening) / median(few.opening);
	return {
		title: `Cohort: receipts of ${ITEMS} questions`,
		tables: [
			{
				head: ['', `${FEW} receipts`, `${MANY} receipts`],
				rows: [
					['importing, s', few.importS.toFixed(1), many.importS.toFixed(1)],
					['longest task meanwhile, ms', few.longestTask.toFixed(0), many.longestTask.toFixed(0)],
					['steps of the progress bar', String(few.steps), String(many.steps)],
					['opening the class, ms', spread(few.opening), spread(many.opening)]
				]
			}
		],
		notes: [],
		gates: [
			{
				name: 'longest task of the import',
				figure: many.longestTask,
				limit: LONGEST_TASK_MS,
				kind: 'time',
				digits: 0,
				unit: ' ms'
			},
			{
				name: `class of ${MANY} ÷ class of ${FEW}`,
				figure: ratio,
				limit: 2,
				kind: 'time',
				digits: 2,
				unit: '×'
			}
		],
		samples: { few, many }
	};
}
