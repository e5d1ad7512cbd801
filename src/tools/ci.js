// `.ci/run`: what the README's test command checks, and the part of the fault suite that needs no browser. Ends with one line
// `N passed, N failed` over both.
import { spawn } from 'node:child_process';
import { ROOT } from './setup.js';

/** @typedef {{ passed: number, failed: number }} Tally */

/**
 * The last line `N passed, N failed` of what a command said.
 * @param {string} said
 * @returns {Tally | undefined}
 */
function tallyIn(said) {
	const last = [...said.matchAll(/^(\d+) passed, (\d+) failed$/gm)].at(-1);
	return last && { passed: Number(last[1]), failed: Number(last[2]) };
}

/**
 * Runs an npm command, shows what it says as it comes, and counts. One that ends badly without having counted a failure
 * counts as one: nothing that broke off may look like a success.
 * @param {string[]} args
 * @returns {Promise<Tally>}
 */
function tallyOf(args) {
	process.stdout.write(`\n▶ npm ${args.join(' ')}\n`);
	return new Promise((resolve, reject) => {
		const child = spawn('npm', args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
		let said = '';
		child.stdout.setEncoding('utf8').on('data', (part) => {
			process.stdout.write(part);
			said += part;
		});
		child.on('error', reject);
		child.on('close', (code) => {
			const tally = tallyIn(said) ?? { passed: 0, failed: 0 };
			const bad = code !== 0 || tally.passed + tally.failed === 0;
			resolve(bad && tally.failed === 0 ? { ...tally, failed: 1 } : tally);
		});
	});
}

/** Faults that need no browser. Those with one, and `npm run engines`, take turns of their own: see CONTRIBUTING.md. */
const FAULTS = 'F8,F9,F10,F12';
const tallies = [
	await tallyOf(['test']),
	await tallyOf(['run', 'faults', '--', '--quick', '--only', FAULTS])
];
const passed = tallies.reduce((sum, one) => sum + one.passed, 0);
const failed = tallies.reduce((sum, one) => sum + one.failed, 0);
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
