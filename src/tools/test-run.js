// Runs every check and every test, and counts.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { programOf, ROOT, run } from './setup.js';
import { builds, prepare, report, runAll, runStep, staticChecks } from './steps.js';

/** @typedef {{ passed: number, failed: string[], skipped: number }} Tally */
/** @typedef {import('./steps.js').Outcome} Outcome */
/** @typedef {import('./steps.js').Step} Step */

/**
 * Runs everything and prints one summary.
 * @returns {Promise<number>} exit code
 */
export async function testEverything() {
	const begun = performance.now();
	const folder = mkdtempSync(join(tmpdir(), 'milium-test-'));
	try {
		const prepared = await runAll([prepare()]);
		const { checks, quick } = await besideEachOther(folder);
		// Journeys come alone: some of them kill browsers, some measure time.
		const journeys = await tests('e2e', folder, true);
		const all = [tallyOf([...prepared, ...checks]), ...quick, journeys];
		return summary(all, (performance.now() - begun) / 1000);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/**
 * Everything but the journeys, two at a time: each keeps about one core busy. The longest come first, so that both ends come
 * close together.
 * @param {string} folder for the reports
 */
async function besideEachOther(folder) {
	/** @type {Outcome[]} */
	const checks = [];
	/** @type {Tally[]} */
	const quick = [];
	/** @param {string} project */
	const project = (project) => async () => {
		quick.push(await tests(project, folder, false));
	};
	/** @param {Step} step */
	const check = (step) => async () => {
		checks.push(...(await runAll([step])));
	};
	const [longest, ...rest] = staticChecks().map(check);
	const queue = [project('unit'), longest, check(builds()), project('component'), ...rest];
	await inLanes(
		2,
		queue.filter((one) => one !== undefined)
	);
	return { checks, quick };
}

/**
 * Runs tasks in order, `lanes` of them at a time: a lane that is through with one takes the next.
 * @param {number} lanes
 * @param {readonly (() => Promise<void>)[]} tasks
 */
export async function inLanes(lanes, tasks) {
	const left = [...tasks];
	const lane = async () => {
		for (let next = left.shift(); next !== undefined; next = left.shift()) await next();
	};
	await Promise.all(Array.from({ length: lanes }, lane));
}

/**
 * Runs one Vitest project.
 * @param {string} project
 * @param {string} folder for the report
 * @param {boolean} live show progress as it comes, for a project that runs alone
 * @returns {Promise<Tally>}
 */
async function tests(project, folder, live) {
	const file = join(folder, `${project}.json`);
	const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
	const args = [programOf('vitest'), 'run', '--project', project, ...reporters];
	const name = `${project} tests`;
	if (live) return tallyOfReport(name, file, (await run(process.execPath, args)) === 0);
	const outcome = await runStep({ name, args });
	report(outcome);
	return tallyOfReport(name, file, outcome.ok);
}

/**
 * @param {readonly Outcome[]} outcomes
 * @returns {Tally}
 */
function tallyOf(outcomes) {
	const failed = outcomes.filter((one) => !one.ok).map((one) => one.name);
	return { passed: outcomes.length - failed.length, failed, skipped: 0 };
}

/**
 * Counts a Vitest report. A file that could not be loaded, a run that broke off and an error outside any test count as one
 * failure each: nothing that went wrong may look like fewer tests.
 * @param {string} name
 * @param {string} file
 * @param {boolean} ok whether Vitest itself was content
 * @returns {Tally}
 */
export function tallyOfReport(name, file, ok) {
	if (!existsSync(file)) return { passed: 0, failed: [`${name}: the run broke off`], skipped: 0 };
	/** @type {{ testResults: { name: string, status: string, assertionResults: { fullName: string, status: string }[] }[] }} */
	const { testResults } = JSON.parse(readFileSync(file, 'utf8'));
	const each = testResults.flatMap((one) =>
		one.assertionResults.map((test) => ({ ...test, file: one.name }))
	);
	const failed = each
		.filter((test) => test.status === 'failed')
		.map((test) => `${relative(ROOT, test.file)}: ${test.fullName}`);
	for (const one of testResults) {
		const told = one.assertionResults.some((test) => test.status === 'failed');
		if (one.status === 'failed' && !told)
			failed.push(`${relative(ROOT, one.name)}: the file itself`);
	}
	if (!ok && failed.length === 0) failed.push(`${name}: an error outside the tests`);
	const passed = each.filter((test) => test.status === 'passed').length;
	return {
		passed,
		failed,
		skipped: each.length - passed - each.filter((test) => test.status === 'failed').length
	};
}

/**
 * @param {readonly Tally[]} tallies
 * @param {number} seconds
 * @returns {number} exit code
 */
function summary(tallies, seconds) {
	const failed = tallies.flatMap((one) => one.failed);
	const passed = tallies.reduce((sum, one) => sum + one.passed, 0);
	const skipped = tallies.reduce((sum, one) => sum + one.skipped, 0);
	const lines = failed.map((one) => `✗ ${one}`);
	if (skipped > 0) lines.push(`${skipped} skipped`);
	process.stdout.write(
		`\n${lines.map((line) => `${line}\n`).join('')}Took ${Math.round(seconds)} s\n`
	);
	process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
	return failed.length === 0 ? 0 : 1;
}
