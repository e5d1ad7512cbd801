// npm run bank -- check|score|coverage …
import { check } from './check.js';

const USAGE = `Usage: npm run bank -- COMMAND

  check PATH…                   validate bank files, or every bank.json below a folder
  score BANK RESPONSES.jsonl    one JSON line a response: {"item","points","max","parts"}
  coverage [PATH…]              facts × items, topics × types × steps, gaps
`;

const [command, ...args] = process.argv.slice(2);
const COMMANDS: Readonly<Record<string, (args: readonly string[]) => number>> = { check };
const run = command === undefined ? undefined : COMMANDS[command];
if (run === undefined) {
	process.stderr.write(command === undefined || command === 'help' ? USAGE : `Unknown command: ${command}\n\n${USAGE}`);
	process.exitCode = command === 'help' ? 0 : 2;
} else process.exitCode = run(args);
