// What the page of one learner shows, read from the receipts as they were signed.
import type { HashedItem } from '$lib/banks/catalogue';
import type { CohortRow } from '$lib/cohort/store';
import type { AttemptLine, LearnerLine } from '$lib/cohort/summary';
import { readReceipt, type Receipt } from '$lib/modules/receipt';
import { noteWords } from '$lib/modules/time-words';
import { makeAnswer } from '$lib/session/answer';
import type { Answer, Confidence } from '$lib/session/events';
import type { Storage } from '$lib/storage';
import { itemsOf } from '../../../library.js';
import { CONFIDENCE_NAMES } from '../../../progress/names.js';

/** So many attempts are shown; each is a list of questions. */
export const LATEST = 10;

export interface AttemptView {
	readonly line: AttemptLine;
	/** By the learner's clock, ms since 1970. */
	readonly started: number;
	readonly tookMs: number;
	readonly ended: Receipt['ended'];
	/** What the timing log says, one thing a line. */
	readonly notes: readonly string[];
	readonly answers: readonly {
		readonly answer: Answer;
		readonly item: HashedItem | undefined;
		readonly seconds: number;
	}[];
}

export interface LearnerView {
	readonly cohort: CohortRow;
	readonly line: LearnerLine;
	/** The latest first. */
	readonly attempts: readonly AttemptView[];
	readonly confidenceWords: Readonly<Record<Confidence, string>>;
}

/** Reads a learner; undefined where there is no receipt of theirs. */
export async function readLearner(
	store: Storage,
	module: string,
	learner: string
): Promise<LearnerView | undefined> {
	const cohort = await store.results.cohort(module);
	const line = cohort?.summary.learners.find((one) => one.learner === learner);
	if (cohort === undefined || line === undefined) return undefined;
	const lines = line.attempts.slice(-LATEST).reverse();
	const items = await itemsOf(
		cohort.terms.items.map((one) => one.ref),
		store
	);
	const attempts = await Promise.all(lines.map((one) => readAttempt(store, cohort, one, items)));
	return {
		cohort,
		line,
		attempts: attempts.flatMap((one) => one ?? []),
		confidenceWords: CONFIDENCE_NAMES
	};
}

async function readAttempt(
	store: Storage,
	{ terms }: CohortRow,
	line: AttemptLine,
	items: readonly (HashedItem | undefined)[]
): Promise<AttemptView | undefined> {
	const row = await store.results.receipt(line.receipt);
	if (row === undefined) return undefined;
	const read = readReceipt((JSON.parse(row.signed) as { content: unknown }).content);
	if (!read.ok) return undefined;
	const { started, took, ended, timing, answers } = read.value;
	return {
		line,
		started,
		tookMs: 1000 * took,
		ended,
		notes: timing.map(noteWords),
		answers: answers.flatMap((given, index) => {
			const ref = terms.items[given.item]?.ref;
			const item = items[given.item];
			if (ref === undefined || item === undefined) return [];
			const draft = { response: given.response, confidence: given.confidence, activeMs: 0 };
			const answer = makeAnswer({
				...{ id: `${line.receipt}-${index}`, ref, index, item, draft },
				...{ mode: 'exam', first: line.attempt === 1 }
			});
			return [{ answer, item, seconds: given.s }];
		})
	};
}
