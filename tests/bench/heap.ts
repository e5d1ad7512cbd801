// What stays in memory after 200 answers, quiz after quiz without a reload.
import { DESKTOP, INTERPRETED, type Tab } from './browser.js';
import type { Outcome } from './report.js';
import { interleaved } from './rounds.js';
import { median, ratios, spread } from './stats.js';
import { open, untilSaved, withSubject, type Bench, type Subject } from './subjects.js';

const ROUNDS = 2;
const ANSWERS = 200;
/** Growth that is still none: the pages differ by the question that is on screen. */
const GROWTH_LIMIT_MB = 0.1;
/**
 * Looks at the memory of a browser that compiles nothing: after `ANSWERS`, and each after half as many again. So many, since the
 * questions on screen differ by half a megabyte, and each half of the looks must have met a small one.
 */
const LOOKS = 8;

interface Memory {
	readonly MB: number;
	readonly nodes: number;
	readonly listeners: number;
}
interface Sample {
	readonly loaded: Memory;
	readonly half: Memory;
	readonly all: Memory;
}

export async function heap(bench: Bench): Promise<Outcome> {
	const { floor, milium } = bench;
	const subjects = [floor, milium];
	const samplesOf = await interleaved(subjects, bench.rounds ?? ROUNDS, (subject) =>
		sample(bench, subject)
	);
	const of = (subject: Subject, pick: (one: Sample) => number) => samplesOf(subject).map(pick);
	const ratio = ratios(
		of(milium, ({ all }) => all.MB),
		of(floor, ({ all }) => all.MB)
	);
	const looks: number[][] = [];
	for (let round = 0; round < (bench.rounds ?? ROUNDS); round += 1) looks.push(await kept(bench));
	const growth = looks.map(growthOf);
	return {
		title: `Heap: after ${ANSWERS} answers, garbage collected (desktop)`,
		tables: [
			{
				head: ['', 'MB at first', `after ${ANSWERS / 2}`, `after ${ANSWERS}`, 'growth, last half'],
				rows: subjects.map((subject) => [
					subject.name,
					spread(
						of(subject, ({ loaded }) => loaded.MB),
						2
					),
					spread(
						of(subject, ({ half }) => half.MB),
						2
					),
					spread(
						of(subject, ({ all }) => all.MB),
						2
					),
					spread(
						of(subject, ({ half, all }) => all.MB - half.MB),
						2
					)
				])
			},
			{
				head: ['', 'nodes at first', `after ${ANSWERS}`, 'listeners at first', `after ${ANSWERS}`],
				rows: subjects.map((subject) => [
					subject.name,
					spread(of(subject, ({ loaded }) => loaded.nodes)),
					spread(of(subject, ({ all }) => all.nodes)),
					spread(of(subject, ({ loaded }) => loaded.listeners)),
					spread(of(subject, ({ all }) => all.listeners))
				])
			}
		],
		notes: [
			`Without machine code, after ${ANSWERS} answers and after each ${ANSWERS / 2} more: ` +
				looks.map((round) => round.map((MB) => MB.toFixed(2)).join(', ')).join('; ') +
				' MB.'
		],
		gates: [
			{
				name: `heap after ${ANSWERS} answers ÷ floor`,
				figure: median(ratio),
				limit: 2,
				kind: 'exact',
				digits: 2,
				unit: '×'
			},
			{
				name: 'heap growth without machine code, from 200 answers to 900',
				figure: median(growth),
				limit: GROWTH_LIMIT_MB,
				kind: 'exact',
				digits: 2,
				unit: ' MB'
			}
		],
		samples: subjects.map((subject) => ({ name: subject.name, samples: samplesOf(subject) }))
	};
}

async function sample(bench: Bench, subject: Subject): Promise<Sample> {
	return withSubject(bench, subject, DESKTOP, async (tab, host) => {
		await open(tab, host, subject);
		await untilSaved(tab);
		const loaded = await memory(tab);
		await tab.page.evaluate(`bench.answerMany(${ANSWERS / 2})`);
		const half = await memory(tab);
		await tab.page.evaluate(`bench.answerMany(${ANSWERS / 2})`);
		return { loaded, half, all: await memory(tab) };
	});
}

/** MB that scripts and data take at each look in a browser that makes no machine code of them. */
function kept(bench: Bench): Promise<number[]> {
	return withSubject(bench, bench.milium, INTERPRETED, async (tab, host) => {
		await open(tab, host, bench.milium);
		await tab.page.evaluate(`bench.answerMany(${ANSWERS / 2})`);
		const looks: number[] = [];
		while (looks.length < LOOKS) {
			await tab.page.evaluate(`bench.answerMany(${ANSWERS / 2})`);
			looks.push((await memory(tab)).MB);
		}
		return looks;
	});
}

/** From the first half of the looks to the second. The least of each counts: the question on screen takes more or less. */
function growthOf(looks: readonly number[]): number {
	const half = looks.length / 2;
	return Math.min(...looks.slice(half)) - Math.min(...looks.slice(0, half));
}

async function memory({ cdp, page }: Tab): Promise<Memory> {
	await page.waitForTimeout(500);
	await cdp.send('HeapProfiler.enable');
	for (let turn = 0; turn < 3; turn += 1) await cdp.send('HeapProfiler.collectGarbage');
	const { usedSize } = await cdp.send('Runtime.getHeapUsage');
	const { nodes, jsEventListeners } = await cdp.send('Memory.getDOMCounters');
	return { MB: usedSize / 1e6, nodes, listeners: jsEventListeners };
}
