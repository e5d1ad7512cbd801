// `npm run engines`: the journeys in Chromium, Firefox and WebKitGTK. With `-- --install` it first installs what is missing, on
// Debian and Ubuntu as root. A browser that is missing is a failure, never a silent skip. Ends with `N passed, N failed`.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowsers } from './browsers.js';
import { command, ensureInstalled, programOf, requireNode, run, Stop } from './setup.js';

await command(async () => {
	requireNode();
	await ensureInstalled();
	if (process.argv.includes('--install')) await install();
	const { missing } = findBrowsers();
	if (missing.length > 0) throw new Stop(sayMissing(missing));
	return journeys();
});

/** @param {readonly string[]} missing */
function sayMissing(missing) {
	return `The journeys in three engines need browsers that are not here: ${missing.join(', ')}.
On Debian or Ubuntu, as root:  npm run engines -- --install
or by hand:                    apt-get install --no-install-recommends ${missing.join(' ')}
Elsewhere WebKitGTK is hard to come by; a container of Debian has all of them.
MILIUM_CHROMIUM and MILIUM_FIREFOX name browsers in other places.
Nothing was tested: 0 passed, 1 failed`;
}

async function install() {
	const { missing } = findBrowsers();
	if (missing.length === 0) return;
	if (process.getuid?.() !== 0 || !isDebian()) {
		throw new Stop(
			`--install works on Debian and Ubuntu, as root. Missing here: ${missing.join(', ')}.`
		);
	}
	process.stdout.write(`Installing ${missing.join(', ')} (apt-get)…\n`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-qq'], { env });
	const code = await run(
		'apt-get',
		['install', '-y', '-qq', '--no-install-recommends', ...missing],
		{ env }
	);
	if (code !== 0) throw new Stop('Installing failed; what apt-get said stands above.');
}

function isDebian() {
	return (
		existsSync('/etc/os-release') &&
		/^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))
	);
}

async function journeys() {
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
			...reporters
		]);
		const { passed, failed } = tallyOfReport('journeys', file, code === 0);
		for (const one of failed) process.stdout.write(`✗ ${one}\n`);
		process.stdout.write(`${passed} passed, ${failed.length} failed\n`);
		return failed.length === 0 ? 0 : 1;
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}
