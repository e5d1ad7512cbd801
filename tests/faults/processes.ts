// Finds the processes of a browser, on Linux. Not every machine has pgrep.
import { readdirSync, readFileSync } from 'node:fs';

/** Ids of the processes whose command line holds a text, the oldest first. */
export function processesWith(text: string): number[] {
	return readdirSync('/proc')
		.map(Number)
		.filter((pid) => Number.isInteger(pid) && commandLine(pid).includes(text))
		.sort((a, b) => a - b);
}

function commandLine(pid: number): string {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
	} catch {
		// It has ended since.
		return '';
	}
}
