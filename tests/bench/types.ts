// How long from Check answer to the feedback for each item type, over quizzes that hold only that type.
import { ITEM_TYPES } from '../../src/lib/items/registry.js';
import { answerOne, next, type Answered } from './answers.js';
import { PHONE_CPU, type Tab } from './browser.js';
import type { Gate, Outcome } from './report.js';
import { median, p95 } from './stats.js';
import { open, withSubject, type Bench } from './subjects.js';

const ROUNDS = 1;
const QUESTIONS = 8;
/** Types that have had no turn in a round by then are named as not reached: the whole takes four minutes at most. */
const ROUND_WITHIN_MS = 230_000;
const MEDIAN_LIMIT_MS = 50;
const P95_LIMIT_MS = 100;
const READY_WITHIN_MS = 20_000;

/** An item type, or the floor, and what its answers took. */
interface Row {
	readonly name: string;
	readonly answers: Answered[];
	/** Why there are none, or fewer than asked for. */
	trouble: 'no item' | Error | undefined;
}

export async function types(bench: Bench): Promise<Outcome> {
	const floor: Row = { name: 'floor', answers: [], trouble: undefined };
	const rows = ITEM_TYPES.map(({ id }): Row => ({ name: id, answers: [], trouble: undefined }));
	for (let round = 0; round < (bench.rounds ?? ROUNDS); round += 1) {
		await sampleFloor(bench, floor);
		await sampleTypes(bench, round % 2 === 0 ? rows : [...rows].reverse());
	}
	const measured = rows.filter((row) => row.answers.length > 0);
	const broken = rows.filter((row) => row.trouble instanceof Error);
	return {
		title: 'Types: from the tap on Check answer to the feedback painted, by item type (4× CPU)',
		tables: [
			{
				head: ['', 'median ms', 'p95 ms', 'max ms', '÷ floor', 'n'],
				rows: [floor, ...measured].map((row) => rowOf(row, floor))
			}
		],
		notes: rows.filter((row) => row.trouble !== undefined).map(noteOf),
		gates: [
			...measured.flatMap(gatesOf),
			{
				name: 'types that could not be answered',
				figure: broken.length,
				limit: 0,
				kind: 'exact',
				digits: 0,
				unit: ''
			}
		],
		samples: [floor, ...rows]
	};
}

const timesOf = (row: Row) => row.answers.map((one) => one.ms);

function noteOf({ name, trouble }: Row): string {
	if (trouble instanceof Error) return `${name}: ${trouble.message.split('\n')[0]}`;
	return `${name}: not measured, neither a bank nor the gallery holds an item of this type`;
}

function rowOf(row: Row, floor: Row): string[] {
	const times = timesOf(row);
	return [
		row.name,
		median(times).toFixed(1),
		p95(times).toFixed(1),
		Math.max(...times).toFixed(1),
		(median(times) / median(timesOf(floor))).toFixed(2),
		String(times.length)
	];
}

const gatesOf = (row: Row): Gate[] => [
	{
		name: `${row.name}: feedback, median`,
		figure: median(timesOf(row)),
		limit: MEDIAN_LIMIT_MS,
		kind: 'time',
		digits: 0,
		unit: ' ms'
	},
	{
		name: `${row.name}: feedback, p95`,
		figure: p95(timesOf(row)),
		limit: P95_LIMIT_MS,
		kind: 'time',
		digits: 0,
		unit: ' ms'
	}
];

function sampleFloor(bench: Bench, row: Row): Promise<void> {
	return withSubject(bench, bench.floor, PHONE_CPU, async (tab, host) => {
		await open(tab, host, bench.floor);
		await answerAll(tab, row, { count: QUESTIONS, next });
	});
}

/** One type after the other in one browser: a browser for each would take longer than the answers. */
function sampleTypes(bench: Bench, rows: readonly Row[]): Promise<void> {
	return withSubject(bench, bench.milium, PHONE_CPU, async (tab, host) => {
		const end = performance.now() + ROUND_WITHIN_MS;
		for (const row of rows) {
			if (performance.now() > end) row.trouble ??= new Error('not reached in time');
			else await sampleType(tab, host.url, row);
		}
	});
}

async function sampleType(tab: Tab, url: string, row: Row): Promise<void> {
	process.stderr.write(`\r\u001b[K  ${row.name}`);
	try {
		const source =
			(await fromBuilder(tab, url, row.name)) ?? (await fromGallery(tab, url, row.name));
		if (source === undefined) row.trouble = 'no item';
		else await answerAll(tab, row, source);
	} catch (error) {
		row.trouble = error instanceof Error ? error : new Error(String(error));
	}
	process.stderr.write('\r\u001b[K');
}

async function answerAll(tab: Tab, row: Row, source: Source): Promise<void> {
	// Picking up a token is no response yet, so that there may be nothing to store.
	await tab.page.evaluate(
		`bench.until(() => document.querySelector('[data-saving]')?.getAttribute('data-saving') !== 'saving')`
	);
	for (let n = 0; n < source.count; n += 1) {
		row.answers.push(await answerOne(tab, n));
		if (n < source.count - 1) await source.next(tab);
	}
}

/** Where the questions of a type come from, and how to go on to the next one. */
interface Source {
	readonly count: number;
	readonly next: (tab: Tab) => Promise<unknown>;
}

/** A quiz of one type from the quiz builder; undefined where no bank holds the type. */
async function fromBuilder({ page }: Tab, url: string, type: string): Promise<Source | undefined> {
	await page.goto(`${url}/practice/`);
	const start = page.getByRole('button', { name: 'Start practice' });
	await page.locator('button:enabled', { hasText: 'Start practice' }).waitFor({
		timeout: READY_WITHIN_MS
	});
	const box = page.locator(`input[type=checkbox][value="${type}"]`);
	if ((await box.count()) === 0) return undefined;
	await page.locator('summary', { hasText: 'Item types' }).tap();
	await box.check();
	await page.getByRole('spinbutton', { name: 'Number of questions' }).fill(String(QUESTIONS));
	await start.tap();
	const heading = page.getByRole('heading', { name: /^Question 1 of \d+$/ });
	await heading.waitFor({ timeout: READY_WITHIN_MS });
	return { count: Number(/\d+$/.exec(await heading.innerText())?.[0]), next };
}

/** The item of that type in the gallery, again and again; undefined where there is no gallery, or none of the type in it. */
async function fromGallery({ page }: Tab, url: string, type: string): Promise<Source | undefined> {
	await page.goto(`${url}/gallery/?type=${type}&state=try`);
	try {
		await page.getByRole('button', { name: 'Check answer' }).waitFor({ timeout: READY_WITHIN_MS });
	} catch {
		return undefined;
	}
	const again = (tab: Tab) => tab.page.getByRole('button', { name: 'Clear my answer' }).tap();
	return { count: QUESTIONS, next: again };
}
