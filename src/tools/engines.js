// `npm run engines`: the journeys in Chromium, Firefox and WebKitGTK. With `-- --install` it first installs what is missing, on
// Debian and Ubuntu as root. A browser that is missing is a failure, never a silent skip; only with `-- --available`, for machines
// that may have no way to get one, the others run and what does not is named. `-- chromium firefox` runs these alone. Ends with
// `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENGINES, missingFor } from './browsers.js';
import { whyNot } from './probe.js';
import { command, ensureInstalled, programOf, requireNode, run, Stop } from './setup.js';

await command(async () => {
	requireNode();
	await ensureInstalled();
	const available = process.argv.includes('--available');
	if (process.argv.includes('--install') || (available && mayInstall())) await install();
	if (available) return journeys(await usable());
	const missing = wanted().flatMap(missingFor);
	if (missing.length > 0) throw new Stop(sayMissing(missing));
	return journeys(wanted());
});

/** The engines that are named, or all. */
function wanted() {
	const named = ENGINES.filter((engine) => process.argv.includes(engine));
	return named.length > 0 ? named : ENGINES;
}

/** @param {readonly string[]} missing */
function sayMissing(missing) {
	return `The journeys in three engines need browsers that are not here: ${missing.join(', ')}.
On Debian or Ubuntu, as root:  npm run engines -- --install
or by hand:                    apt-get install --no-install-recommends ${missing.join(' ')}
Elsewhere WebKitGTK is hard to come by; a container of Debian has all of them.
MILIUM_CHROMIUM and MILIUM_FIREFOX name browsers in other places.
Nothing was tested: 0 passed, 1 failed`;
}

/** Those that can be driven here; says of each other one why not. */
async function usable() {
	const can = [];
	for (const engine of ENGINES) {
		const why = wanted().includes(engine) ? await whyNot(engine) : 'it was not asked for';
		if (why === undefined) can.push(engine);
		else process.stdout.write(`NOT RUN: the journeys in ${engine}, because ${why}.\n`);
	}
	if (can.length < ENGINES.length)
		process.stdout.write('`npm run engines -- --install` runs all, on Debian as root.\n');
	if (can.length === 0) throw new Stop('No engine can be driven here: 0 passed, 1 failed');
	return can;
}

function mayInstall() {
	return process.getuid?.() === 0 && isDebian();
}

/** Installs what can be had, one by one: one that cannot be had keeps no other away. */
async function install() {
	const missing = [...new Set(wanted().flatMap(missingFor))];
	if (missing.length === 0) return;
	if (!mayInstall()) {
		throw new Stop(
			`--install works on Debian and Ubuntu, as root. Missing here: ${missing.join(', ')}.`
		);
	}
	process.stdout.write(`Installing ${missing.join(', ')} (apt-get)…\n`);
	// Without a network it gives up soon.
	const soon = ['-qq', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=30'];
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', ...soon], { env });
	for (const one of missing) {
		const code = await run('apt-get', ['install', '-y', ...soon, '--no-install-recommends', one], {
			env
		});
		if (code !== 0)
			process.stdout.write(`Installing ${one} failed; what apt-get said stands above.\n`);
	}
}

function isDebian() {
	return (
		existsSync('/etc/os-release') &&
		/^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
	);
}

/** @param {readonly string[]} engines */
async function journeys(engines) {
	const { tallyOfReport } = await import('./test-run.js');
	const folder = mkdtempSync(join(tmpdir(), 'milium-engines-'));
	const file = join(folder, 'engines.json');
	try {
		const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
		const code = await run(process.execPath, [
			programOf('vitest'),
			'run',
			'--project',
			'engines',
			...reporters,
			...engines.map((engine) => `tests/engines/${engine}.test.ts`)
		]);
		const { passed, failed } = tallyOfReport('journeys', file, code === 0);
		for (const one of failed) process.stdout.write(`✗ ${one}\n`);
		process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
		return failed.length === 0 ? 0 : 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
