import { relative } from 'node:path';
import { sentence } from '../../lib/validation/fault.js';
import { findBankFiles, readBanks, readLedger, type FileFault } from '../questions.js';

/** Validates banks and prints every fault by file and path. Exit code 1 when there is any, 2 for wrong usage. */
export function check(paths: readonly string[]): number {
	if (paths.length === 0) {
		process.stderr.write('check needs at least one file or folder, for example: npm run bank -- check questions\n');
		return 2;
	}
	const { ledger, faults: ledgerFaults } = readLedger();
	const faults: FileFault[] = [...ledgerFaults];
	const files: string[] = [];
	for (const path of paths) {
		const found = findBankFiles(path);
		if (found.length === 0) {
			faults.push({ file: path, path: '', value: 'no bank', expected: 'a bank file, or a folder with bank.json files in it' });
		}
		files.push(...found);
	}
	const read = readBanks([...new Set(files)], ledger);
	faults.push(...read.faults);
	for (const one of faults) process.stdout.write(`${relative(process.cwd(), one.file)}: ${sentence(one)}\n`);
	const items = read.banks.reduce((sum, { bank }) => sum + bank.items.length, 0);
	process.stdout.write(
		faults.length === 0
			? `${read.banks.length} banks, ${items} items: no faults\n`
			: `${faults.length} faults in ${new Set(faults.map((one) => one.file)).size} files\n`
	);
	return faults.length === 0 ? 0 : 1;
}
