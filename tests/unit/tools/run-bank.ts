import { vi } from 'vitest';
import { runCommand } from '../../../src/tools/bank/commands.js';

export interface Outcome {
	status: number | null;
	out: string;
	err: string;
}

/** Runs `npm run bank -- …` within this process, which is quicker than a program of its own. */
export function bank(args: string[]): Outcome {
	const outcome = { out: '', err: '' };
	const keep = (name: keyof typeof outcome) => (text: unknown) => {
		outcome[name] += String(text);
		return true;
	};
	const spies = [
		vi.spyOn(process.stdout, 'write').mockImplementation(keep('out')),
		vi.spyOn(process.stderr, 'write').mockImplementation(keep('err'))
	];
	try {
		return { status: runCommand(args), ...outcome };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}
