// The order in which samples are taken, and when.
import { isCalm, untilCalm } from './calm.js';

/** Samples by subject, and how many were taken while others used the machine. */
export interface Taken<S, T> {
	readonly of: (subject: S) => readonly T[];
	readonly weather: string;
}

/**
 * Takes one sample of every subject in every round. The order turns round each time (A B C, C B A, …), so that a machine
 * that grows slower or faster favours none.
 */
export async function interleaved<S extends { readonly name: string }, T>(
	subjects: readonly S[],
	rounds: number,
	sample: (subject: S, round: number) => Promise<T>
): Promise<Taken<S, T>> {
	const taken = new Map<S, T[]>(subjects.map((subject) => [subject, []]));
	let calm = 0;
	for (let round = 0; round < rounds; round += 1) {
		const order = round % 2 === 0 ? subjects : [...subjects].reverse();
		for (const subject of order) {
			process.stderr.write(`\r\u001b[K  round ${round + 1} of ${rounds}: ${subject.name}`);
			if (isCalm(await untilCalm())) calm += 1;
			taken.get(subject)?.push(await sample(subject, round));
		}
	}
	process.stderr.write('\r\u001b[K');
	return {
		of: (subject) => taken.get(subject) ?? [],
		weather: `${calm} of ${subjects.length * rounds} samples began on a calm machine.`
	};
}
