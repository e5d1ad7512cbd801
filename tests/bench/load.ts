// How long until the first question can be answered, on a phone that has never seen the page, and what it had to fetch.
import { PHONE } from './browser.js';
import { KINDS, payloadUntil, recordRequests, type Fetched, type Payload } from './network.js';
import type { Gate, Outcome } from './report.js';
import { interleaved } from './rounds.js';
import { median, ratios, spread } from './stats.js';
import { librariesIn, open, withSubject, type Bench, type Subject } from './subjects.js';

const ROUNDS = 5;
const JS_LIMIT = 75;
const JS_STRETCH = 60;
/** Events of the network reach the bench a little after the page has reported. */
const LATE_EVENTS_MS = 400;

interface Sample {
	readonly ms: number;
	/** From the click on the link, where there was one. */
	readonly afterClickMs: number;
	readonly paintedMs: number;
	readonly payload: Payload;
	readonly requests: readonly Fetched[];
}

export async function load(bench: Bench): Promise<Outcome> {
	const { floor, milium } = bench;
	const home: Subject = {
		name: 'Milium, from / by Start quiz',
		site: milium.site,
		path: '/',
		click: 'Start quiz'
	};
	const subjects = [floor, milium, home];
	const of = await interleaved(subjects, bench.rounds ?? ROUNDS, (subject) =>
		sample(bench, subject)
	);
	const all = subjects.map((subject) => ({ subject, samples: of(subject) }));
	const times = (subject: Subject) => of(subject).map((one) => one.ms);
	return {
		title: 'Load: until the first question is answerable (phone: 4× CPU, 1.6 Mbit/s, 150 ms)',
		tables: [
			{
				head: ['', 'ms', '÷ floor', 'ms after the click', 'first paint ms'],
				rows: all.map(({ subject, samples }) => [
					subject.name,
					spread(times(subject)),
					spread(ratios(times(subject), times(floor)), 2),
					spread(samples.map((one) => one.afterClickMs)),
					spread(samples.map((one) => one.paintedMs))
				])
			},
			{
				head: ['until then, kB', ...KINDS, 'all', 'JS as gzip', 'requests'],
				rows: all.map(({ subject, samples }) => [subject.name, ...payloadRow(samples)])
			}
		],
		notes: [scriptsOf(of(milium))],
		gates: gatesOf(milium, of(milium), ratios(times(milium), times(floor))),
		samples: all.map(({ subject, samples }) => ({ name: subject.name, samples }))
	};
}

async function sample(bench: Bench, subject: Subject): Promise<Sample> {
	return withSubject(bench, subject, PHONE, async (tab, host) => {
		const requests = await recordRequests(tab);
		const { answerable, clicked } = await open(tab, host, subject);
		await tab.page.waitForTimeout(LATE_EVENTS_MS);
		const began = clicked === undefined ? answerable.at - answerable.ms : clicked.at - clicked.ms;
		return {
			ms: answerable.at - began,
			afterClickMs: clicked === undefined ? Number.NaN : answerable.at - clicked.at,
			paintedMs: (clicked ?? answerable).painted ?? Number.NaN,
			payload: payloadUntil(requests, answerable.at, subject.site),
			requests: requests.map((one) => ({
				...one,
				startedAt: one.startedAt - began,
				finishedAt: one.finishedAt - began
			}))
		};
	});
}

function payloadRow(samples: readonly Sample[]): string[] {
	const of = (pick: (payload: Payload) => number, digits = 1) =>
		median(samples.map((one) => pick(one.payload))).toFixed(digits);
	return [
		...KINDS.map((kind) => of(({ kB }) => kB[kind])),
		of(({ kB }) => KINDS.reduce((sum, kind) => sum + kB[kind], 0)),
		of(({ gzipJs }) => gzipJs),
		of(({ requests }) => requests, 0)
	];
}

/** The largest payload counts, so that a round in which more had arrived is not averaged away. */
const largest = (samples: readonly Sample[]) =>
	[...samples].sort((a, b) => b.payload.gzipJs - a.payload.gzipJs)[0]?.payload;

function scriptsOf(samples: readonly Sample[]): string {
	const scripts = largest(samples)?.scripts ?? [];
	const shown = scripts.slice(0, 8).map(({ url, gzip }) => {
		return `${url.replace(/^.*\/immutable\//, '')} ${gzip.toFixed(1)}`;
	});
	return `Milium's scripts, gzip kB: ${shown.join(', ')}; ${scripts.length} in all`;
}

function gatesOf(milium: Subject, samples: readonly Sample[], ratio: readonly number[]): Gate[] {
	const payload = largest(samples);
	const urls = payload?.scripts.map((one) => one.url) ?? [];
	const libraries = librariesIn(milium.site, urls);
	const kB = payload?.gzipJs ?? Number.NaN;
	const stretch = `stretch ${JS_STRETCH}: ${kB <= JS_STRETCH ? 'held' : 'not held'}`;
	const found = libraries.length === 0 ? '' : `: ${libraries.join(', ')}`;
	return [
		{
			name: 'first answerable question ÷ floor',
			figure: median(ratio),
			limit: 1.25,
			kind: 'time',
			digits: 2,
			unit: '×'
		},
		{
			name: `JavaScript until then, gzip (${stretch})`,
			figure: kB,
			limit: JS_LIMIT,
			kind: 'exact',
			digits: 1,
			unit: ' kB'
		},
		{
			name: `Chart.js or Dexie among it${found}`,
			figure: libraries.length,
			limit: 0,
			kind: 'exact',
			digits: 0,
			unit: ''
		}
	];
}
