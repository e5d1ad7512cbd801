// Whether a browser engine can be driven on this machine.
import { spawn } from 'node:child_process';
import { missingFor } from './browsers.js';
import { programOf, ROOT } from './setup.js';

/** It takes seconds; this ends a hang. */
const PROBE_MS = 300_000;

/**
 * Why journeys in an engine cannot run here, in words; undefined where they can.
 * @param {import('./browsers.js').Engine} engine
 * @returns {Promise<string | undefined>}
 */
export async function whyNot(engine) {
	const missing = missingFor(engine);
	if (missing.length > 0) return `this machine lacks ${missing.join(', ')}`;
	const said = await probe(engine);
	return said === undefined ? undefined : `it is here but cannot be driven: ${said}`;
}

/**
 * @param {string} engine
 * @returns {Promise<string | undefined>} what went wrong, in one line
 */
function probe(engine) {
	return new Promise((resolve, reject) => {
		const child = spawn(
			process.execPath,
			[programOf('tsx'), '--tsconfig', 'src/tools/tsconfig.json', 'tests/engines/probe.ts', engine],
			{ cwd: ROOT, stdio: ['ignore', 'ignore', 'pipe'], timeout: PROBE_MS }
		);
		let said = '';
		child.stderr.setEncoding('utf8').on('data', (part) => (said += part));
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === 0) resolve(undefined);
			else resolve(/^\w*Error: .+$/m.exec(said)?.[0] ?? `it ended with ${code ?? signal}`);
		});
	});
}
