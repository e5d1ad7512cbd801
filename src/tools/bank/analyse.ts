import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hashName } from '../../lib/banks/canonical.js';
import { compileItems } from '../../lib/banks/compile.js';
import { analyse as analyseCohort } from '../../lib/cohort/analysis.js';
import { contentsIn, hashedTexts } from '../../lib/cohort/contents.js';
import { parseResults, type ResultsFile } from '../../lib/cohort/results.js';
import { ATTEMPT_CHOICES, scoreCohort, type AttemptChoice } from '../../lib/cohort/score.js';
import { MINIMA, NO_MINIMA } from '../../lib/cohort/statistic.js';
import { analysisRows } from '../../lib/cohort/table.js';
import type { BaseItem } from '../../lib/items/contract.js';
import { csvOf } from '../../lib/ui/csv.js';
import { contentHash, QUESTIONS, readJson } from '../questions.js';
import { faultLine, readBanksAt, say, warn } from './io.js';

const USAGE = `Usage: npm run bank -- analyse RESULTS [--csv] [--all] [--attempt first|last|best] [--bank PATH]…

  RESULTS    a results file (milium-results/1), as the app exports it
  --csv      a row for each item, instead of one JSON document
  --all      figures that few learners withhold, too
  --attempt  which attempt of a learner counts: the first unless said otherwise
  --bank     banks in which the questions stand, besides those that come with Milium
`;

/**
 * Prints the item analysis of a results file. Every answer is scored again. Exit code 1 when the file has faults or a question is not to
 * be found, 2 for wrong usage.
 */
export function analyse(args: readonly string[]): number {
	const asked = readArgs(args);
	if (asked === undefined) {
		warn(USAGE);
		return 2;
	}
	const file = readResults(asked.file);
	if (file === undefined) return 1;
	const contents = itemsFor(file, asked.file, asked.banks);
	if (contents === undefined) return 1;
	const cohort = scoreCohort(file, contents, asked.attempt);
	for (const ref of cohort.unknown) {
		warn(
			`${ref.bank}/${ref.item} (${ref.hash}) is in no bank here in that wording; it is left out. Give its bank with --bank.\n`
		);
	}
	const found = analyseCohort(cohort, asked.all ? NO_MINIMA : MINIMA);
	say(asked.csv ? csvOf(analysisRows(found)) : `${JSON.stringify(found, null, '\t')}\n`);
	return cohort.unknown.length > 0 ? 1 : 0;
}

function readArgs(args: readonly string[]) {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				csv: { type: 'boolean', default: false },
				all: { type: 'boolean', default: false },
				attempt: { type: 'string', default: 'first' },
				bank: { type: 'string', multiple: true, default: [] }
			}
		});
		const [file, ...rest] = positionals;
		const attempt = ATTEMPT_CHOICES.find((one) => one === values.attempt);
		if (file === undefined || rest.length > 0 || attempt === undefined) return undefined;
		return { file, csv: values.csv, all: values.all, banks: values.bank, attempt } satisfies {
			attempt: AttemptChoice;
			[name: string]: unknown;
		};
	} catch (error) {
		warn(`${error instanceof Error ? error.message : String(error)}\n\n`);
		return undefined;
	}
}

function readResults(file: string): ResultsFile | undefined {
	const got = readJson(file);
	const parsed =
		'faults' in got ? { ok: false as const, faults: got.faults } : parseResults(got.value);
	if (parsed.ok) return parsed.value;
	for (const one of parsed.faults) warn(faultLine({ file, ...one }));
	return undefined;
}

/** Items by content hash: those that the file brings, and those of the banks where it does not bring them all. */
function itemsFor(
	file: ResultsFile,
	name: string,
	paths: readonly string[]
): ReadonlyMap<string, BaseItem> | undefined {
	const hashes = hashedTexts(file).map((text) =>
		hashName(createHash('sha256').update(text).digest())
	);
	const own = contentsIn(file, hashes);
	for (const one of own.faults) warn(faultLine({ file: name, ...one }));
	if (own.faults.length > 0) return undefined;
	if (paths.length === 0 && file.items.every(({ hash }) => own.items.has(hash))) return own.items;
	const banks = readBanksAt([join(QUESTIONS, 'banks'), ...paths]);
	if (banks === undefined) return undefined;
	const items = banks.flatMap((bank) => compileItems(bank));
	return new Map([...items.map((item) => [contentHash(item), item] as const), ...own.items]);
}
