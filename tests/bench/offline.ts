// How long from a reload with the server dead until a question can be answered again.
import { PHONE } from './browser.js';
import type { Gate, Outcome } from './report.js';
import { interleaved } from './rounds.js';
import { median, ratios, spread } from './stats.js';
import { open, untilSaved, withSubject, type Bench, type Subject } from './subjects.js';

const ROUNDS = 5;
const ANSWERABLE_WITHIN_MS = 15_000;

/** What is opened once the server is dead: the page as it stands, or a new quiz. */
interface Way extends Subject {
	readonly reopen: 'reload' | 'new quiz';
}

export async function offline(bench: Bench): Promise<Outcome> {
	const floor: Way = { ...bench.floor, reopen: 'reload' };
	const goOn: Way = { ...bench.milium, name: 'Milium, the quiz under way', reopen: 'reload' };
	const anew: Way = { ...bench.milium, name: 'Milium, a second quiz', reopen: 'new quiz' };
	const ways = [floor, goOn, anew];
	const failures: string[] = [];
	const of = await interleaved(ways, bench.rounds ?? ROUNDS, async (way, round) => {
		try {
			return await sample(bench, way);
		} catch (error) {
			failures.push(`${way.name}, round ${round + 1}: ${firstLine(error)}`);
			return { firstMs: Number.NaN, ms: Number.NaN };
		}
	});
	const times = (way: Way) => of(way).map((one) => one.ms);
	return {
		title: 'Offline: from a reload with the server dead to an answerable question (phone)',
		tables: [
			{
				head: ['', 'ms', '÷ floor', 'first visit ms', 'worked'],
				rows: ways.map((way) => [
					way.name,
					spread(times(way)),
					spread(ratios(times(way), times(floor)), 2),
					spread(of(way).map((one) => one.firstMs)),
					`${times(way).filter((one) => !Number.isNaN(one)).length} of ${times(way).length}`
				])
			}
		],
		notes: failures,
		gates: gatesOf(median(ratios(times(goOn), times(floor))), failures.length),
		samples: ways.map((way) => ({ name: way.name, samples: of(way) }))
	};
}

async function sample(bench: Bench, way: Way): Promise<{ firstMs: number; ms: number }> {
	return withSubject(bench, way, PHONE, async (tab, host) => {
		const first = await open(tab, host, way);
		await untilSaved(tab);
		// In charge means installed: everything that the page needs has been stored by then.
		await tab.page.evaluate('bench.until(() => navigator.serviceWorker.controller !== null)');
		await host.close();
		const [again] = await Promise.all([
			tab.next('answerable', ANSWERABLE_WITHIN_MS),
			way.reopen === 'reload'
				? tab.page.reload({ waitUntil: 'commit' })
				: tab.page.goto(host.url + way.path, { waitUntil: 'commit' })
		]);
		return { firstMs: first.answerable.ms, ms: again.ms };
	});
}

const firstLine = (error: unknown) =>
	(error instanceof Error ? error.message : String(error)).split('\n')[0];

const gatesOf = (ratio: number, failures: number): Gate[] => [
	{
		name: 'offline reload to answerable ÷ floor',
		figure: ratio,
		limit: 1.2,
		kind: 'time',
		digits: 2,
		unit: '×'
	},
	{
		name: 'offline reloads that failed',
		figure: failures,
		limit: 0,
		kind: 'exact',
		digits: 0,
		unit: ''
	}
];
