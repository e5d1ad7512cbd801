import { relative } from 'node:path';
import { parseArgs } from 'node:util';
import { findingLine, lintBanks, type Finding } from '../../lib/banks/lint/lint.js';
import { SEVERITIES } from '../../lib/banks/lint/rule.js';
import { readBanks, readLedger, type BankFile } from '../questions.js';
import { bankFilesAt, faultLine, say, warn } from './io.js';

const USAGE = `check needs at least one file or folder, for example: npm run bank -- check questions

  --strict   exit with 1 on warnings of item writing, too
  --all      print remarks that are worth a look, besides errors and warnings
`;

/**
 * Validates banks, looks for flaws of item writing, and prints everything by file and path. Exit code 1 when there is a fault or
 * an error (with --strict: or a warning), 2 for wrong usage.
 */
export function check(args: readonly string[]): number {
	const asked = readArgs(args);
	if (asked === undefined) {
		warn(USAGE);
		return 2;
	}
	const { ledger, faults: ledgerFaults } = readLedger();
	const found = bankFilesAt(asked.paths);
	const read = readBanks(found.files, ledger);
	const faults = [...ledgerFaults, ...found.faults, ...read.faults];
	for (const one of faults) say(faultLine(one));
	const findings = lintBanks(read.banks.map(({ bank }) => bank));
	for (const one of findings) {
		if (one.severity !== 'info' || asked.all) say(lineOf(one, read.banks));
	}
	const counts = SEVERITIES.map((name) => findings.filter((one) => one.severity === name).length);
	const [errors = 0, warnings = 0, remarks = 0] = counts;
	say(summary(faults.length, { errors, warnings, remarks }, read.banks));
	return faults.length + errors + (asked.strict ? warnings : 0) === 0 ? 0 : 1;
}

function readArgs(args: readonly string[]) {
	try {
		const { values, positionals } = parseArgs({
			args: [...args],
			allowPositionals: true,
			options: {
				strict: { type: 'boolean', default: false },
				all: { type: 'boolean', default: false }
			}
		});
		return positionals.length === 0 ? undefined : { ...values, paths: positionals };
	} catch (error) {
		warn(`${error instanceof Error ? error.message : String(error)}\n\n`);
		return undefined;
	}
}

function lineOf(finding: Finding, banks: readonly BankFile[]): string {
	const file = finding.bank === undefined ? undefined : banks[finding.bank]?.file;
	const place = file === undefined ? 'all banks together' : relative(process.cwd(), file);
	return `${place}: ${findingLine(finding)}\n`;
}

function summary(
	faults: number,
	flaws: { errors: number; warnings: number; remarks: number },
	banks: readonly BankFile[]
): string {
	const items = banks.reduce((sum, { bank }) => sum + bank.items.length, 0);
	const many = (count: number, name: string) => `${count} ${name}${count === 1 ? '' : 's'}`;
	return (
		`${many(banks.length, 'bank')}, ${many(items, 'item')}: ${faults === 0 ? 'no faults' : many(faults, 'fault')}; item writing: ` +
		`${many(flaws.errors, 'error')}, ${many(flaws.warnings, 'warning')}, ${many(flaws.remarks, 'remark')}\n`
	);
}
