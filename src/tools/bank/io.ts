// What the commands share: reading banks, and printing.
import { relative } from 'node:path';
import type { Bank } from '../../lib/banks/bank.js';
import type { Ledger } from '../../lib/evidence/ledger.js';
import { sentence } from '../../lib/validation/fault.js';
import { findBankFiles, readBanks, type FileFault } from '../questions.js';

export const say = (text: string) => process.stdout.write(text);
export const warn = (text: string) => process.stderr.write(text);

/** One line for a fault, with its file. */
export function faultLine(one: FileFault): string {
	return `${relative(process.cwd(), one.file)}: ${sentence(one)}\n`;
}

/** The bank files at some paths, each once; a path without any is a fault. */
export function bankFilesAt(paths: readonly string[]): { files: string[]; faults: FileFault[] } {
	const faults: FileFault[] = [];
	const files = paths.flatMap((path) => {
		const found = findBankFiles(path);
		if (found.length === 0) {
			const expected = 'a bank file, or a folder with bank.json files in it';
			faults.push({ file: path, path: '', value: 'no bank', expected });
		}
		return found;
	});
	return { files: [...new Set(files)], faults };
}

/** The banks at some paths; prints every fault and gives undefined where there is any. */
export function readBanksAt(paths: readonly string[], ledger?: Ledger): Bank[] | undefined {
	const { files, faults } = bankFilesAt(paths);
	const read = readBanks(files, ledger);
	const all = [...faults, ...read.faults];
	for (const one of all) warn(faultLine(one));
	return all.length > 0 ? undefined : read.banks.map((one) => one.bank);
}
