// How long from a tap on Check answer until the feedback is painted, over the ten questions of a mixed study quiz, with
// everything stored as in real use.
import { answerOne, next, type Answered } from './answers.js';
import { PHONE_CPU } from './browser.js';
import type { Outcome } from './report.js';
import { interleaved } from './rounds.js';
import { median, p95, ratios, spread } from './stats.js';
import { open, untilSaved, withSubject, type Bench, type Subject } from './subjects.js';

const ROUNDS = 3;
const QUESTIONS = 10;
const P95_LIMIT_MS = 100;

export async function answer(bench: Bench): Promise<Outcome> {
	const { floor, milium } = bench;
	const of = await interleaved([floor, milium], bench.rounds ?? ROUNDS, (subject) =>
		sample(bench, subject)
	);
	const medians = (subject: Subject) => of(subject).map((list) => median(list.map(({ ms }) => ms)));
	const ratio = ratios(medians(milium), medians(floor));
	const each = (subject: Subject, pick: (one: Answered) => number) => of(subject).flat().map(pick);
	const late = p95(each(milium, ({ ms }) => ms));
	return {
		title: 'Answer: from the tap on Check answer to the feedback painted (4× CPU)',
		tables: [
			{
				head: ['', 'median ms of a round', '÷ floor', 'p95 ms', 'stored, median ms', 'p95 ms', 'n'],
				rows: [floor, milium].map((subject) => [
					subject.name,
					spread(medians(subject), 1),
					spread(ratios(medians(subject), medians(floor)), 2),
					p95(each(subject, ({ ms }) => ms)).toFixed(1),
					subject === floor ? '–' : median(each(subject, ({ savedMs }) => savedMs)).toFixed(1),
					subject === floor ? '–' : p95(each(subject, ({ savedMs }) => savedMs)).toFixed(1),
					String(of(subject).flat().length)
				])
			}
		],
		notes: [inView(of(milium).flat())],
		gates: [
			{
				name: 'answer to feedback painted ÷ floor',
				figure: median(ratio),
				limit: 1.3,
				kind: 'time',
				digits: 2,
				unit: '×'
			},
			{
				name: 'answer to feedback painted, p95',
				figure: late,
				limit: P95_LIMIT_MS,
				kind: 'time',
				digits: 0,
				unit: ' ms'
			}
		],
		samples: [floor, milium].map((subject) => ({ name: subject.name, samples: of(subject) }))
	};
}

async function sample(bench: Bench, subject: Subject): Promise<Answered[]> {
	return withSubject(bench, subject, PHONE_CPU, async (tab, host) => {
		await open(tab, host, subject);
		await untilSaved(tab);
		const list: Answered[] = [];
		for (let n = 0; n < QUESTIONS; n += 1) {
			list.push(await answerOne(tab, n));
			if (n < QUESTIONS - 1) await next(tab);
		}
		return list;
	});
}

/** How often the result could be seen without scrolling. */
export function inView(list: readonly Answered[]): string {
	const seen = list.filter((one) => one.inView).length;
	return `The line with the result was on the screen in ${seen} of ${list.length} answers.`;
}
