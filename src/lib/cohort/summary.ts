// Everything that the page of a module shows of its learners, kept as one row so that the page costs the same for ten learners
// and for a thousand. Made from the digests alone, in whatever order the receipts came.
import { outcomeOf } from '$lib/session/answer';
import { add, rollupKey, type Rollup } from '$lib/progress/rollups';
import type { Digest, Flag, Mark } from './digest.js';
import type { Counts, TermItem, Terms } from './terms.js';

/** One attempt of one learner. */
export interface AttemptLine {
	readonly receipt: string;
	readonly attempt: number;
	readonly at: number;
	readonly points: number;
	readonly max: number;
	/** Items that were answered, of those that were asked. */
	readonly answered: number;
	readonly asked: number;
	/** On-screen time over all items, in milliseconds. */
	readonly ms: number;
	readonly accommodation?: string | undefined;
	readonly flags: readonly Flag[];
}

export interface LearnerLine {
	readonly learner: string;
	readonly code: string;
	/** By number. */
	readonly attempts: readonly AttemptLine[];
	/** What counts, in points and as a share of them; with an average, the mean of the attempts. */
	readonly points: number;
	readonly max: number;
	readonly share: number;
	/** Absent where the module has no pass mark. */
	readonly passed?: boolean | undefined;
	/** True where another device handed in under the same name. */
	readonly shared: boolean;
}

/** Sums over the first attempts at one item. */
export interface ItemSum {
	readonly n: number;
	readonly points: number;
	readonly correct: number;
	readonly blank: number;
	readonly ms: number;
}

export interface Summary {
	readonly receipts: number;
	/** By code. */
	readonly learners: readonly LearnerLine[];
	/** Over first attempts, before anybody had practised: by topic, and by diagnosis keyed and chosen. */
	readonly topics: readonly Rollup[];
	readonly pairs: readonly Rollup[];
	/** How many learners stand behind each of these sums, by its key: five answers may be those of one. */
	readonly people: Readonly<Record<string, number>>;
	/** By place in the module. */
	readonly items: readonly ItemSum[];
}

/** The summary of all receipts of a module. */
export function summarise(terms: Terms, digests: readonly Digest[]): Summary {
	const byLearner = new Map<string, Digest[]>();
	for (const one of digests) {
		const own = byLearner.get(one.learner);
		if (own === undefined) byLearner.set(one.learner, [one]);
		else own.push(one);
	}
	const groups = [...byLearner.values()].map((own) => own.sort(inTurn));
	const names = countBy(groups, (own) => sameName(latestCode(own)));
	const learners = groups
		.map((own) => lineOf(terms, own, (names.get(sameName(latestCode(own))) ?? 0) > 1))
		.sort((a, b) => byCode(a.code, b.code) || (a.learner < b.learner ? -1 : 1));
	return { receipts: digests.length, learners, ...sumsOf(terms.items, groups) };
}

const inTurn = (a: Digest, b: Digest) =>
	a.attempt - b.attempt || a.at - b.at || (a.receipt < b.receipt ? -1 : 1);

const byCode = (a: string, b: string) =>
	a.localeCompare(b, 'en', { numeric: true, sensitivity: 'base' });

const latestCode = (own: readonly Digest[]) => own.at(-1)?.code ?? '';

/** Two names that a reader would take for one. */
export const sameName = (code: string) =>
	code.normalize('NFKC').trim().replaceAll(/\s+/g, ' ').toLowerCase();

function countBy<T>(all: readonly T[], keyOf: (one: T) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
	return counts;
}

function lineOf(terms: Terms, own: readonly Digest[], shared: boolean): LearnerLine {
	const attempts = own.map((one) => attemptOf(terms.items, one));
	const { points, max } = countedOf(terms.counts, attempts);
	const share = shareOf({ points, max });
	return {
		learner: own[0]?.learner ?? '',
		code: latestCode(own),
		attempts,
		points,
		max,
		share,
		...(terms.passMark !== undefined && { passed: reaches(share, terms.passMark) }),
		shared
	};
}

/** Whether a share reaches the pass mark; a hair that was lost in rounding fails nobody. */
export const reaches = (share: number, mark: number) => share >= mark - 1e-9;

const shareOf = ({ points, max }: { readonly points: number; readonly max: number }) =>
	max === 0 ? 0 : points / max;

function attemptOf(items: readonly TermItem[], digest: Digest): AttemptLine {
	const { marks } = digest;
	return {
		receipt: digest.receipt,
		attempt: digest.attempt,
		at: digest.at,
		points: sum(marks, (one) => one.points),
		max: sum(marks, (one) => items[one.item]?.max ?? 0),
		answered: marks.filter((one) => !one.blank).length,
		asked: marks.length,
		ms: sum(marks, (one) => one.ms),
		...(digest.accommodation !== undefined && { accommodation: digest.accommodation }),
		flags: digest.flags
	};
}

const sum = <T>(all: readonly T[], of: (one: T) => number) =>
	all.reduce((total, one) => total + of(one), 0);

/**
 * The score that counts. Of attempts that are equally good the earlier one; the average is that of the shares, in points of the
 * latest attempt, because papers drawn anew may differ in what they can earn.
 */
export function countedOf(
	counts: Counts,
	attempts: readonly Pick<AttemptLine, 'points' | 'max'>[]
): { readonly points: number; readonly max: number } {
	const first = attempts[0];
	const last = attempts.at(-1);
	if (first === undefined || last === undefined) return { points: 0, max: 0 };
	switch (counts) {
		case 'first':
			return pick(first);
		case 'last':
			return pick(last);
		case 'best':
			return pick(attempts.reduce((best, one) => (shareOf(one) > shareOf(best) ? one : best)));
		case 'average':
			return {
				points: (last.max * sum(attempts, shareOf)) / attempts.length,
				max: last.max
			};
	}
}

const pick = ({ points, max }: Pick<AttemptLine, 'points' | 'max'>) => ({ points, max });

/** Sums over the first attempt of each learner. */
function sumsOf(items: readonly TermItem[], groups: readonly (readonly Digest[])[]) {
	const topics = new Map<string, Rollup>();
	const pairs = new Map<string, Rollup>();
	const people: Record<string, number> = {};
	const sums: ItemSum[] = items.map(() => ({ n: 0, points: 0, correct: 0, blank: 0, ms: 0 }));
	for (const [first] of groups) {
		const keys = new Set<string>();
		for (const mark of first?.marks ?? []) {
			const item = items[mark.item];
			const before = sums[mark.item];
			if (item === undefined || before === undefined) continue;
			const one = incrementOf(mark, item.max);
			for (const topic of new Set(item.topics))
				keys.add(raise(topics, rollupKey('topic', topic), one));
			for (const [keyed, chosen] of mark.pairs)
				keys.add(raise(pairs, rollupKey('pair', keyed, chosen), one));
			sums[mark.item] = {
				n: before.n + 1,
				points: before.points + mark.points,
				correct: before.correct + one.correct,
				blank: before.blank + (mark.blank ? 1 : 0),
				ms: before.ms + mark.ms
			};
		}
		for (const key of keys) people[key] = (people[key] ?? 0) + 1;
	}
	return { topics: sorted(topics), pairs: sorted(pairs), people, items: sums };
}

function incrementOf(mark: Mark, max: number): Omit<Rollup, 'key'> {
	const outcome = outcomeOf({ points: mark.points, max });
	const correct = outcome === 'correct' ? 1 : 0;
	return {
		n: 1,
		correct,
		partly: outcome === 'partly' ? 1 : 0,
		points: mark.points,
		max,
		firstN: 1,
		firstCorrect: correct,
		activeMs: mark.ms
	};
}

function raise(sums: Map<string, Rollup>, key: string, by: Omit<Rollup, 'key'>): string {
	const before = sums.get(key);
	const one = { key, ...by };
	sums.set(key, before === undefined ? one : add(before, one));
	return key;
}

const sorted = (sums: ReadonlyMap<string, Rollup>) =>
	[...sums.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
