// npm run faults -- [--quick] [--only F3,F7] [--seed N] [--rounds N] [--keep] [--report]
import { parseArgs } from 'node:util';
import { Stop } from '../../src/tools/setup.js';

const USAGE = `Usage: npm run faults -- [--quick] [--only F1,F3] [--seed N] [--rounds N] [--keep] [--report]

  --quick      fewer trials of each fault: what every change is tested with
  --only F3    these faults alone
  --seed N     one trial alone, as a failure prints it; of a list of cases, the N-th from 0 on
  --rounds N   so many trials of each
  --report     tries nothing: writes the table of docs/promises.md from the results that are kept
  --keep       keeps the results of this run in tests/faults/results, and writes the table
`;

export interface Options {
	readonly quick: boolean;
	readonly only: readonly string[];
	readonly seed: number | undefined;
	readonly rounds: number | undefined;
	readonly report: boolean;
	readonly keep: boolean;
}

export function readOptions(args: readonly string[]): Options {
	const values = parse(args);
	return {
		quick: values.quick ?? false,
		only: (values.only ?? '')
			.split(',')
			.map((one) => one.trim().toUpperCase())
			.filter((one) => one !== ''),
		seed: whole('seed', values.seed, 0),
		rounds: whole('rounds', values.rounds, 1),
		report: values.report ?? false,
		keep: values.keep ?? false
	};
}

function whole(name: string, text: string | undefined, least: number): number | undefined {
	if (text === undefined) return undefined;
	const value = Number(text);
	if (Number.isInteger(value) && value >= least) return value;
	throw new Stop(`--${name} is "${text}", expected a whole number from ${least} on.\n\n${USAGE}`);
}

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			options: {
				quick: { type: 'boolean' },
				only: { type: 'string' },
				seed: { type: 'string' },
				rounds: { type: 'string' },
				report: { type: 'boolean' },
				keep: { type: 'boolean' }
			}
		}).values;
	} catch (error) {
		throw new Stop(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
	}
}
