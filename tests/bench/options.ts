// npm run bench -- [scenario…] [--rounds N] [--json FILE] [--build DIR]
import { parseArgs } from 'node:util';
import { Stop } from '../../src/tools/setup.js';

export const SCENARIOS = ['load', 'answer', 'offline', 'heap', 'types', 'scale', 'cohort'] as const;
export type Scenario = (typeof SCENARIOS)[number];

const USAGE = `Usage: npm run bench -- [${SCENARIOS.join('|')}]… [--rounds N] [--json FILE] [--build DIR]

  without a scenario, all of them
  --rounds N    samples of each subject
  --json FILE   writes every sample
  --build DIR   measures a build that is there, instead of making one
`;

export interface Options {
	readonly scenarios: readonly Scenario[];
	readonly rounds: number | undefined;
	readonly json: string | undefined;
	readonly build: string | undefined;
}

export function readOptions(args: readonly string[]): Options {
	const { values, positionals } = parse(args);
	const unknown = positionals.filter((one) => !isScenario(one));
	if (unknown.length > 0) throw new Stop(`Unknown scenario: ${unknown.join(', ')}\n\n${USAGE}`);
	const rounds = values.rounds === undefined ? undefined : Number(values.rounds);
	if (rounds !== undefined && !(Number.isInteger(rounds) && rounds > 0)) {
		throw new Stop(
			`--rounds is "${values.rounds}", expected a whole number from 1 on.\n\n${USAGE}`
		);
	}
	const named = positionals.filter(isScenario);
	return {
		scenarios: named.length === 0 ? SCENARIOS : SCENARIOS.filter((one) => named.includes(one)),
		rounds,
		json: values.json,
		build: values.build
	};
}

const isScenario = (word: string): word is Scenario => SCENARIOS.some((one) => one === word);

function parse(args: readonly string[]) {
	try {
		return parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				rounds: { type: 'string' },
				json: { type: 'string' },
				build: { type: 'string' }
			}
		});
	} catch (error) {
		throw new Stop(`${error instanceof Error ? error.message : error}\n\n${USAGE}`);
	}
}
