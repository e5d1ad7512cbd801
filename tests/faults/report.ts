// The results that are kept, and the table of docs/promises.md that is made of them.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { findChromium } from '../../src/tools/chromium.js';
import { firefoxVersion } from './firefox.js';
import { BUILDS } from './ground.js';
import { webKitVersion } from './engine-drivers.js';
import type { Tally } from './suite.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
export const RESULTS = join(ROOT, 'tests/faults/results.json');
export const TABLE = join(ROOT, 'docs/promises.md');

/** The best-founded result of a fault so far. */
export interface Result {
	readonly title: string;
	readonly promise: string;
	readonly tried: number;
	readonly held: number;
	/** Day of the run, `2026-11-22`. */
	readonly date: string;
	/** Version of the build. */
	readonly build: string;
	/** "Chromium 156.0.8078.79". */
	readonly engine: string;
	/** What did not hold, where something did not. */
	readonly broken?: string;
}
export type Results = Readonly<Record<string, Result>>;

/** What each promise says, for the head of its part of the table. */
const PROMISES: Readonly<Record<string, string>> = {
	P1: 'An answer shown as saved is never lost by a crash',
	P2: 'Saving is quick',
	P3: 'Storage trouble is told, never hidden',
	P4: 'Two windows never fight',
	P5: 'Updates never interrupt',
	P6: 'Milium works offline',
	P7: 'Your data is yours: it outlives every update',
	P8: 'Hostile files are harmless'
};

export const readResults = (): Results =>
	existsSync(RESULTS) ? (JSON.parse(readFileSync(RESULTS, 'utf8')) as Results) : {};

/** Joins a run into the results: a failure always, otherwise what was tried as often as before or more often. */
export function joined(before: Results, after: Results): Results {
	const all = { ...before };
	for (const [id, one] of Object.entries(after)) {
		const old = all[id];
		if (old === undefined || one.held < one.tried || one.tried >= old.tried) all[id] = one;
	}
	return Object.fromEntries(
		Object.entries(all).sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
	);
}

export function keepResults(tallies: readonly Tally[]): void {
	const date = new Date().toISOString().slice(0, 10);
	const build = versionOf();
	const engines = {
		Chromium: chromiumVersion(),
		Firefox: firefoxVersion(),
		WebKitGTK: webKitVersion(),
		Node: `Node ${process.versions.node}`
	};
	const now = tallies
		.filter((one) => one.tried > 0)
		.map(({ fault, tried, held, broken: [broken] }): [string, Result] => [
			fault.id,
			{
				title: fault.title,
				promise: fault.promise,
				tried,
				held,
				date,
				build,
				engine: engines[fault.engine],
				...(broken !== undefined && { broken: inOneLine(broken) })
			}
		]);
	const results = joined(readResults(), Object.fromEntries(now));
	writeFileSync(RESULTS, `${JSON.stringify(results, null, '\t')}\n`);
}

/** Short, and without what Markdown would take for markup. */
const inOneLine = (text: string) =>
	(text.split('\n')[0] ?? '').replaceAll(/[`*_|<>]/g, ' ').slice(0, 200);

function versionOf(): string {
	const file = join(ROOT, BUILDS.root, '_app/version.json');
	if (!existsSync(file)) return '';
	return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

function chromiumVersion(): string {
	const path = findChromium();
	if (path === undefined) return 'Chromium';
	const said = execFileSync(path, ['--version', '--no-sandbox'], { encoding: 'utf8' });
	return `Chromium ${/\d+(?:\.\d+)+/.exec(said)?.[0] ?? ''}`.trim();
}

/** The page that the results make, as Prettier would have it. */
export async function pageOf(results: Results): Promise<string> {
	const parts = Object.entries(PROMISES).flatMap(([id, promise]) => {
		const rows = Object.entries(results).filter(([, one]) => one.promise === id);
		if (rows.length === 0) return [];
		return [
			`## ${id}. ${promise}`,
			'',
			'| What goes wrong on purpose | Tried | Held | In | On | Build |',
			'| --- | --: | --: | --- | --- | --- |',
			...rows.map(
				([fault, { title, tried, held, engine, date, build }]) =>
					`| ${fault}: ${title} | ${tried} | ${held} | ${engine} | ${date} | ${build === '' ? '–' : `\`${build}\``} |`
			),
			'',
			...rows.flatMap(([fault, { broken }]) =>
				broken === undefined ? [] : [`${fault} did not hold: ${broken}.`, '']
			)
		];
	});
	const text = [
		'# What Milium promises, and how often that was put to the test',
		'',
		'This page is written by `npm run faults -- --keep`, which makes things go wrong on purpose in the production build and looks',
		'whether the promise holds. "Tried" is the largest run so far, "held" is in how many of its tries the promise held. How it is done:',
		'`tests/faults/README.md`. A run in Node tries the code itself and need not name a build.',
		'',
		"Not promised: that anything survives clearing the site's data or losing the device without a backup file; what a tab in Safari keeps",
		'beyond seven days without a visit; that the key of a question stays secret; that a result was come by honestly; protection against',
		'being shown in a frame on a host that sends no headers, beyond the refusal of Milium itself.',
		'',
		...parts
	].join('\n');
	return format(text, { ...(await resolveConfig(TABLE)), parser: 'markdown' });
}

export async function writeReport(): Promise<void> {
	writeFileSync(TABLE, await pageOf(readResults()));
}
