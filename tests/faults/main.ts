// npm run faults: things go wrong on purpose, and what is promised must hold. See README.md.
import { command, Stop } from '../../src/tools/setup.js';
import { FAULTS } from './list.js';
import { openGround } from './ground.js';
import { readOptions } from './options.js';
import { keepResults, writeReport } from './report.js';
import { tryFault, type Tally } from './suite.js';
import type { Fault } from './types.js';

/** Faults in a browser that are tried at the same time: they mostly wait for it to start. */
const AT_ONCE = 2;

function wanted(only: readonly string[]): readonly Fault[] {
	const unknown = only.filter((id) => !FAULTS.some((one) => one.id === id));
	if (unknown.length > 0) {
		throw new Stop(
			`No such fault: ${unknown.join(', ')}. There are ${FAULTS.map((one) => one.id).join(', ')}.`
		);
	}
	return only.length === 0 ? FAULTS : FAULTS.filter((one) => only.includes(one.id));
}

function tell({ fault, tried, held, seconds, missing, failures }: Tally): void {
	const why = missing ?? (tried === 0 ? 'it takes a long run, without --quick' : undefined);
	const outcome =
		why === undefined ? `${held} of ${tried} held, ${Math.round(seconds)} s` : `not tried: ${why}`;
	process.stdout.write(
		`${failures.length === 0 ? '✓' : '✗'} ${fault.id} ${fault.title}: ${outcome}\n`
	);
}

// A page that is killed rejects whatever was asked of it last; what matters is looked at afterwards.
process.on('unhandledRejection', (error) => {
	if (!/closed|crashed|destroyed|Target/i.test(String(error))) throw error;
});

await command(async () => {
	const options = readOptions(process.argv.slice(2));
	if (options.report) {
		await writeReport();
		return 0;
	}
	const faults = wanted(options.only);
	const begun = performance.now();
	const ground = await openGround(
		faults.some((one) => one.engine !== 'Node'),
		options.quick
	);
	const tallies: Tally[] = [];
	const work = async (queue: Fault[]) => {
		for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
			const tally = await tryFault(next, ground, options);
			tell(tally);
			tallies.push(tally);
		}
	};
	try {
		// Those in this process would hold up whatever waits for a browser.
		await work(faults.filter((one) => one.engine === 'Node'));
		const browsers = faults.filter((one) => one.engine !== 'Node');
		await Promise.all(Array.from({ length: AT_ONCE }, () => work(browsers)));
	} finally {
		await ground.close();
	}
	if (options.keep) {
		keepResults(tallies);
		await writeReport();
	}
	const failed = tallies.reduce((sum, one) => sum + one.failures.length, 0);
	const held = tallies.reduce((sum, one) => sum + one.held, 0);
	const lines = tallies.flatMap((one) => one.failures);
	if (lines.length > 0) process.stdout.write(`\n${lines.join('\n')}\n`);
	process.stdout.write(`Took ${Math.round((performance.now() - begun) / 1000)} s\n`);
	process.stdout.write(`${held} passed, ${failed} failed\n`);
	return failed === 0 ? 0 : 1;
});
