// FSRS-6 as ts-fsrs computes it, in whole days. Steps within a day are left out: a question comes back tomorrow at the earliest,
// and a second answer on the same day changes the memory by the short-term formula of FSRS.
import { FSRSAlgorithm, forgetting_curve, default_w } from 'ts-fsrs';
import { RATINGS, type Rating } from './rating.js';

/** What FSRS knows of one memory: stability in days (recall falls to 90 % after so many), difficulty 1 to 10. */
export interface Memory {
	readonly stability: number;
	readonly difficulty: number;
}

/** The desired retention unless the learner chooses another, and the bounds of the choice. */
export const RETENTION = { usual: 0.9, lowest: 0.8, highest: 0.97 } as const;

/** No question waits longer, in days. */
const LONGEST_DAYS = 365;

const algorithms = new Map<number, FSRSAlgorithm>();

/** ts-fsrs with the parameters it publishes as default, no fuzz; one instance a retention. */
function algorithm(retention: number = RETENTION.usual): FSRSAlgorithm {
	let one = algorithms.get(retention);
	if (one === undefined) {
		one = new FSRSAlgorithm({
			request_retention: retention,
			maximum_interval: LONGEST_DAYS,
			enable_fuzz: false,
			enable_short_term: true
		});
		algorithms.set(retention, one);
	}
	return one;
}

/** The memory after an answer. `days`: whole days since the last one, 0 for the first and within a day. */
export function nextMemory(before: Memory | undefined, days: number, rating: Rating): Memory {
	const { stability, difficulty } = algorithm().next_state(
		before ?? null,
		Math.max(0, days),
		RATINGS[rating]
	);
	return { stability, difficulty };
}

/** Days until recall falls to the desired retention: 1 to 365. */
export function intervalOf(memory: Memory, retention: number): number {
	return algorithm(retention).next_interval(memory.stability, 0);
}

/** The probability of recall so many days after the last answer, 0 to 1. */
export function recallAfter(memory: Pick<Memory, 'stability'>, days: number): number {
	return forgetting_curve(default_w, Math.max(0, days), memory.stability);
}
