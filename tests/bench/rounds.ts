// The order in which samples are taken.

/**
 * Takes one sample of every subject in every round; gives them by subject. The order turns round each time (A B C, C B A, …),
 * so that a machine that grows slower or faster favours none.
 */
export async function interleaved<S extends { readonly name: string }, T>(
	subjects: readonly S[],
	rounds: number,
	sample: (subject: S, round: number) => Promise<T>
): Promise<(subject: S) => readonly T[]> {
	const taken = new Map<S, T[]>(subjects.map((subject) => [subject, []]));
	for (let round = 0; round < rounds; round += 1) {
		const order = round % 2 === 0 ? subjects : [...subjects].reverse();
		for (const subject of order) {
			process.stderr.write(`\r\u001b[K  round ${round + 1} of ${rounds}: ${subject.name}`);
			taken.get(subject)?.push(await sample(subject, round));
		}
	}
	process.stderr.write('\r\u001b[K');
	return (subject) => taken.get(subject) ?? [];
}
