import { readBanks, readLedger } from '../questions.js';
import { bankFilesAt, faultLine, say, warn } from './io.js';

/** Validates banks and prints every fault by file and path. Exit code 1 when there is any, 2 for wrong usage. */
export function check(paths: readonly string[]): number {
	if (paths.length === 0) {
		warn('check needs at least one file or folder, for example: npm run bank -- check questions\n');
		return 2;
	}
	const { ledger, faults: ledgerFaults } = readLedger();
	const found = bankFilesAt(paths);
	const read = readBanks(found.files, ledger);
	const faults = [...ledgerFaults, ...found.faults, ...read.faults];
	for (const one of faults) say(faultLine(one));
	const items = read.banks.reduce((sum, { bank }) => sum + bank.items.length, 0);
	say(
		faults.length === 0
			? `${read.banks.length} banks, ${items} items: no faults\n`
			: `${faults.length} faults in ${new Set(faults.map((one) => one.file)).size} files\n`
	);
	return faults.length === 0 ? 0 : 1;
}
