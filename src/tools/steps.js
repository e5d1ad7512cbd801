// The checks that need no browser, each a program of its own.
import { spawn } from 'node:child_process';
import { programOf, ROOT } from './setup.js';

/** @typedef {{ name: string, args: string[] }} Step arguments for Node */
/** @typedef {{ name: string, ok: boolean, seconds: number, output: string }} Outcome */

const TOOLS = 'src/tools/tsconfig.json';

/** A command of ours in TypeScript. @param {string[]} args */
const tsx = (...args) => [programOf('tsx'), '--tsconfig', TOOLS, ...args];

/**
 * Everything but the tests. Needs installed packages.
 * @returns {Step[]} longest first
 */
export function staticChecks() {
	const tsc = programOf('typescript', 'tsc');
	return [
		{ name: 'types', args: [programOf('svelte-check'), '--fail-on-warnings', '--output', 'human'] },
		{ name: 'lint', args: [programOf('eslint'), '--max-warnings', '0', '.'] },
		{ name: 'format', args: [programOf('prettier'), '--check', '--log-level', 'warn', '.'] },
		{ name: 'types of the tools', args: [tsc, '-p', TOOLS] },
		{ name: 'pure rooms', args: [tsc, '-p', 'src/tools/pure.tsconfig.json'] },
		{ name: 'questions', args: tsx('src/tools/bank/main.ts', 'check', '--strict', 'questions') },
		{ name: 'coverage', args: tsx('src/tools/bank/main.ts', 'coverage', '--strict') },
		{ name: 'supply', args: ['src/tools/supply.js'] },
		{ name: 'schema', args: tsx('src/tools/write-schema.ts', '--check') }
	];
}

/**
 * Makes the builds that journeys need, where the sources have changed. They need about one core, so it is well done beside
 * something else.
 * @returns {Step}
 */
export function builds() {
	return { name: 'builds', args: ['src/tools/builds.js'] };
}

/** Makes what SvelteKit generates and the type checks read. @returns {Step} */
export function prepare() {
	return { name: 'prepare', args: [programOf('@sveltejs/kit', 'svelte-kit'), 'sync'] };
}

/**
 * Runs a step and keeps what it says until it is over, so that steps side by side do not talk into each other.
 * @param {Step} step
 * @returns {Promise<Outcome>}
 */
export function runStep({ name, args }) {
	const begun = performance.now();
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, args, { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] });
		/** @type {Buffer[]} */
		const said = [];
		child.stdout.on('data', (part) => said.push(part));
		child.stderr.on('data', (part) => said.push(part));
		child.on('error', reject);
		child.on('close', (code) => {
			const seconds = (performance.now() - begun) / 1000;
			resolve({ name, ok: code === 0, seconds, output: Buffer.concat(said).toString('utf8') });
		});
	});
}

/**
 * Runs steps one after the other, whatever the outcome of those before, and reports each.
 * @param {readonly Step[]} steps
 * @returns {Promise<Outcome[]>}
 */
export async function runAll(steps) {
	/** @type {Outcome[]} */
	const outcomes = [];
	for (const step of steps) {
		const outcome = await runStep(step);
		report(outcome);
		outcomes.push(outcome);
	}
	return outcomes;
}

/** @param {Outcome} outcome */
export function report({ name, ok, seconds, output }) {
	process.stdout.write(`${ok ? '✓' : '✗'} ${name} (${seconds.toFixed(1)} s)\n`);
	if (!ok) process.stdout.write(`${output.trimEnd()}\n\n`);
}
