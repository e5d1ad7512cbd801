import { analyse } from './analyse.js';
import { check } from './check.js';
import { coverage } from './coverage.js';
import { say, warn } from './io.js';
import { score } from './score.js';

const USAGE = `Usage: npm run bank -- COMMAND

  check [--strict] PATH…        validate bank files, or every bank.json below a folder, and lint the items
  score BANK RESPONSES.jsonl    one JSON line a response: {"item","points","max","parts"}
  coverage [PATH…] [--strict]   facts × items, topics × types × steps × skin tones × ages, gaps
  analyse RESULTS [--csv]       item analysis of a results file, as JSON or CSV
`;

const COMMANDS: ReadonlyMap<string, (args: readonly string[]) => number> = new Map([
	['check', check],
	['score', score],
	['coverage', coverage],
	['analyse', analyse]
]);

/** Runs the command that the arguments name; gives the exit code. */
export function runCommand([command, ...args]: readonly string[]): number {
	if (command === 'help' || command === '--help') {
		say(USAGE);
		return 0;
	}
	const run = COMMANDS.get(command ?? '');
	if (run !== undefined) return run(args);
	warn(command === undefined ? USAGE : `Unknown command: ${command}\n\n${USAGE}`);
	return 2;
}
