// The receipts of a module as a results file: what is exported, and what the item analysis reads.
import type { Receipt } from '$lib/modules/receipt';
import { RESULTS_FORMAT, itemKey, type ResultsAttempt, type ResultsFile } from './results.js';
import type { CohortRow } from './store.js';
import type { LearnerLine } from './summary.js';

/** What a results file says of itself. */
export interface ResultsHead {
	/** When it is made, milliseconds since 1970; absent where nobody keeps it. */
	readonly exported?: number;
	/** Version of Milium. */
	readonly app?: string;
	/** Gives each learner another name, such as a code; the one they gave where absent. */
	readonly nameOf?: (line: LearnerLine) => string;
}

/**
 * The results file of a module. Of several receipts with the same number of attempt from one device only the one that the summary
 * counts is there. Two learners with one name are told apart by a number.
 */
export function resultsOf(
	{ terms, summary }: Pick<CohortRow, 'terms' | 'summary'>,
	receipts: ReadonlyMap<string, Receipt>,
	{ exported, app, nameOf = (line) => line.code }: ResultsHead = {}
): ResultsFile {
	const keys = terms.items.map((one) => itemKey(one.ref));
	const used = new Map<string, number>();
	const learners = summary.learners.flatMap((line) => {
		const attempts = line.attempts.flatMap((one): ResultsAttempt[] => {
			const receipt = receipts.get(one.receipt);
			const late = one.flags.some((flag) => flag.kind === 'late');
			return receipt === undefined ? [] : [attemptOf(receipt, keys, late)];
		});
		return attempts.length === 0 ? [] : [{ learner: unique(nameOf(line), used), attempts }];
	});
	const banks = new Map(
		[...receipts.values()].flatMap((one) => one.banks.map((bank) => [bank.id, bank]))
	);
	return {
		format: RESULTS_FORMAT,
		title: terms.title,
		module: { id: terms.module, revision: terms.revision },
		...(exported !== undefined && { exported: new Date(exported).toISOString() }),
		...(app !== undefined && { app }),
		...(banks.size > 0 && {
			banks: [...banks.values()].map(({ id, version }) => ({ id, version }))
		}),
		items: terms.items.map(({ ref: { bank, item, hash } }) => ({ bank, item, hash })),
		learners
	};
}

function attemptOf(
	{ attempt, started, took, answers }: Receipt,
	keys: readonly string[],
	late: boolean
): ResultsAttempt {
	return {
		n: attempt,
		started: new Date(started).toISOString(),
		finished: new Date(started + 1000 * took).toISOString(),
		...(late && { late }),
		responses: answers.flatMap(({ item, response, confidence, s }) => {
			const key = keys[item];
			if (key === undefined) return [];
			return [
				{
					item: key,
					...(response !== undefined && { response }),
					...(confidence !== undefined && { confidence }),
					activeMs: 1000 * s
				}
			];
		})
	};
}

function unique(name: string, used: Map<string, number>): string {
	const n = (used.get(name) ?? 0) + 1;
	used.set(name, n);
	if (n === 1) return name;
	return unique(`${name} (${n})`, used);
}
