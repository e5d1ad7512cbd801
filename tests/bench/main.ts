// npm run bench: Milium against the floor, in one run on one machine. See README.md.
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { command } from '../../src/tools/setup.js';
import { answer } from './answer.js';
import { cohort } from './cohort.js';
import { floorBuild, miliumBuild } from './builds.js';
import { weatherReport } from './calm.js';
import { DESKTOP, withTab } from './browser.js';
import { makeCertificate } from './certificate.js';
import { heap } from './heap.js';
import { load } from './load.js';
import { offline } from './offline.js';
import { readOptions, type Scenario } from './options.js';
import { loadNow, printGates, printOutcome, verdictOf, type Outcome } from './report.js';
import { scale } from './scale.js';
import { readSite } from './server.js';
import type { Bench } from './subjects.js';
import { types } from './types.js';

const RUN: Readonly<Record<Scenario, (bench: Bench) => Promise<Outcome>>> = {
	load,
	answer,
	offline,
	heap,
	types,
	scale,
	cohort
};

await command(async () => {
	const options = readOptions(process.argv.slice(2));
	const certificate = makeCertificate();
	const milium = await miliumBuild(options.build);
	const [floorSite, miliumSite] = await Promise.all([floorBuild(), milium].map(readSite));
	if (floorSite === undefined || miliumSite === undefined) throw new Error('A build is missing');
	const bench: Bench = {
		certificate,
		floor: { name: 'floor', site: floorSite, path: '/' },
		milium: { name: 'Milium, /session/?new', site: miliumSite, path: '/session/?new' },
		rounds: options.rounds
	};
	const chromium = await withTab({ profile: DESKTOP, certificate }, async (tab) => tab.version);
	const protocol =
		certificate === undefined
			? 'HTTP/1.1, since there is no openssl to sign a certificate with'
			: 'HTTP/2 over TLS, Brotli';
	process.stdout.write(
		`Chromium ${chromium}, Node ${process.versions.node}, ${cpus().length} cores, ${protocol}\n`
	);
	const outcomes = [];
	for (const name of options.scenarios) {
		const before = loadNow();
		const outcome = await RUN[name](bench);
		printOutcome(outcome);
		process.stdout.write(`${weatherReport()} Load average ${before} before, ${loadNow()} after.\n`);
		outcomes.push({ name, ...outcome });
	}
	const gates = outcomes.flatMap((one) => one.gates);
	const missed = printGates(gates);
	if (options.json !== undefined) {
		const verdicts = gates.map((gate) => ({ ...gate, verdict: verdictOf(gate) }));
		const record = { at: new Date().toISOString(), chromium, protocol, gates: verdicts };
		const scenarios = outcomes.map(({ name, title, samples }) => ({ name, title, samples }));
		writeFileSync(options.json, `${JSON.stringify({ ...record, scenarios }, null, '\t')}\n`);
	}
	return missed === 0 ? 0 : 1;
});
