import { readFileSync } from 'node:fs';
import type { BaseItem } from '../../lib/items/contract.js';
import { scoreLine } from '../../lib/banks/score-line.js';
import { sentence } from '../../lib/validation/fault.js';
import { readBanksAt, say, warn } from './io.js';

const USAGE = `score needs a bank and a file of responses, for example:
  npm run bank -- score questions/banks/milia-basics responses.jsonl
Each line of the file is {"item": id, "response": …}; "-" reads them from standard input.
`;

/**
 * Scores the responses of a file and prints one line of JSON for each. Exit code 1 when a line could not be scored or the
 * bank has faults, 2 for wrong usage.
 */
export function score(args: readonly string[]): number {
	const [bank, file, ...rest] = args;
	if (bank === undefined || file === undefined || rest.length > 0) {
		warn(USAGE);
		return 2;
	}
	const banks = readBanksAt([bank]);
	if (banks === undefined) return 1;
	const items = new Map<string, BaseItem>(
		banks.flatMap((one) => one.items.map((item) => [item.id, item]))
	);
	const text = readText(file);
	if (text === undefined) return 1;
	let unread = 0;
	text.split(/\r?\n/).forEach((line, index) => {
		if (line.trim() === '') return;
		const result = scoreLine(line, items);
		for (const one of result.faults)
			warn(`${file}, line ${index + 1}: ${sentence(one, '(whole line)')}\n`);
		if (result.ok) say(`${JSON.stringify(result.scored)}\n`);
		else unread += 1;
	});
	if (unread > 0) warn(`${unread} ${unread === 1 ? 'line' : 'lines'} could not be scored\n`);
	return unread > 0 ? 1 : 0;
}

function readText(file: string): string | undefined {
	try {
		// 0 is standard input. A byte order mark is no part of the first line.
		return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
	} catch (error) {
		warn(`Cannot read ${file}: ${error instanceof Error ? error.message : String(error)}\n`);
		return undefined;
	}
}
