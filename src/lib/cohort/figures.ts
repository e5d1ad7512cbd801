// The figures at the head of a module's results.
import { missingOf } from './people.js';
import type { CohortRow } from './store.js';
import type { LearnerLine } from './summary.js';

export interface Figures {
	/** Learners with a receipt. */
	readonly learners: number;
	/** Learners expected, and those of them who are missing; undefined where no list was given. */
	readonly expected: number | undefined;
	readonly missing: readonly string[];
	readonly attempts: number;
	/** Of the shares that count, 0 to 1; undefined where there is none. */
	readonly mean: number | undefined;
	readonly median: number | undefined;
	readonly lowest: number | undefined;
	readonly highest: number | undefined;
	/** Undefined where the module has no pass mark. */
	readonly passed: number | undefined;
	/** Of the time on questions in first attempts, in milliseconds. */
	readonly medianMs: number | undefined;
	/** Questions left blank in first attempts, and all that were asked. */
	readonly blank: number;
	readonly asked: number;
	/** Learners with a note about their time. */
	readonly flagged: number;
}

/** The figures of a module. */
export function figuresOf({ summary, terms, expected }: CohortRow): Figures {
	const { learners } = summary;
	const shares = learners.map((one) => one.share);
	const firsts = learners.flatMap(({ attempts }) => attempts.slice(0, 1));
	return {
		learners: learners.length,
		expected: expected.length === 0 ? undefined : expected.length,
		missing: missingOf(expected, learners),
		attempts: summary.receipts,
		mean: shares.length === 0 ? undefined : sumOf(shares) / shares.length,
		median: medianOf(shares),
		lowest: shares.length === 0 ? undefined : Math.min(...shares),
		highest: shares.length === 0 ? undefined : Math.max(...shares),
		passed: terms.passMark === undefined ? undefined : learners.filter(isPassed).length,
		medianMs: medianOf(firsts.map((one) => one.ms)),
		blank: sumOf(firsts.map((one) => one.asked - one.answered)),
		asked: sumOf(firsts.map((one) => one.asked)),
		flagged: learners.filter(isFlagged).length
	};
}

const isPassed = (line: LearnerLine) => line.passed === true;

/** Whether an attempt of the learner has a note about its time. */
export const isFlagged = ({ attempts }: Pick<LearnerLine, 'attempts'>) =>
	attempts.some((one) => one.flags.length > 0);

const sumOf = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0);

/** The middle of the values; of an even number of them the mean of the two in the middle. */
export function medianOf(values: readonly number[]): number | undefined {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
	return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** Learners by score: ten bins of ten per cent, each from its lower end on; the last holds 100 % too. */
export interface Bin {
	/** Per cent. */
	readonly from: number;
	readonly to: number;
	readonly n: number;
}

/** How the scores that count are spread. */
export function distribution(learners: readonly Pick<LearnerLine, 'share'>[]): Bin[] {
	const bins = Array.from({ length: 10 }, (_, at) => ({ from: 10 * at, to: 10 * (at + 1), n: 0 }));
	for (const { share } of learners) {
		// Without the hair, 0.7 · 10 would fall below 7.
		const bin = bins[Math.min(9, Math.max(0, Math.floor(10 * share + 1e-9)))];
		if (bin !== undefined) bin.n += 1;
	}
	return bins;
}
