// Sees to it that there is a Chromium to test with.
import { existsSync, readFileSync } from 'node:fs';
import { findChromium } from './chromium.js';
import { run, Stop } from './setup.js';

const CHOICES = `The browser tests need a Chromium. Choose one:
  - install Google Chrome or Chromium with your system's own means
  - set MILIUM_CHROMIUM to the path of one
  - npx playwright install chromium
Then run the command again.`;

/** Finds a Chromium, or on Debian as root installs the distribution's. Throws `Stop` with the choices where neither works. */
export async function ensureChromium() {
	if (findChromium() !== undefined) return;
	const asked = process.env.MILIUM_CHROMIUM;
	if (asked !== undefined)
		throw new Stop(`MILIUM_CHROMIUM is "${asked}", and there is no such file.\n${CHOICES}`);
	if (!mayInstall()) throw new Stop(`No Chromium found.\n${CHOICES}`);
	process.stdout.write('Installing Chromium (apt-get)…\n');
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run('apt-get', ['update', '-qq'], { env });
	await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { env });
	if (findChromium() === undefined) {
		throw new Stop(
			`Installing Debian's Chromium failed; what apt-get said stands above.\n${CHOICES}`
		);
	}
}

/** Debian itself, as root. Ubuntu's package of that name is but a pointer to a snap, which a container cannot run. */
function mayInstall() {
	if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
	return /^ID=["']?debian["']?$/m.test(readFileSync('/etc/os-release', 'utf8'));
}
