// Everything that the page of a module shows of its learners, kept as one row so that the page costs the same for ten learners
// and for a thousand. Made from the digests alone, in whatever order the receipts came.
import type { Rollup } from '$lib/progress/rollups';
import type { Digest, Flag } from './digest.js';
import { lookOf, sameName } from './names.js';
import { Sums, type ItemSum } from './sums.js';
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
	/** True where another device handed in under a name that only looks the same. */
	readonly alike?: true | undefined;
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
	const making = new Summariser(terms);
	making.take(digests);
	const steps = making.finish();
	let step = steps.next();
	while (step.done !== true) step = steps.next();
	return step.value;
}

/** What is known of a learner while the digests come in. */
interface Gathered {
	readonly learner: string;
	readonly attempts: { readonly line: AttemptLine; readonly code: string }[];
	/** The digest of the earliest attempt so far: sums are made of nothing else. */
	first: Digest;
}

/** Learners whose first attempts are added up in one step. */
const STEP = 50;

/** Makes the summary of a module a few receipts at a time, so that a thousand of them never stop the page. */
export class Summariser {
	#terms: Terms;
	#gathered = new Map<string, Gathered>();
	#receipts = 0;

	constructor(terms: Terms) {
		this.#terms = terms;
	}

	/** Takes further digests, in any order. */
	take(digests: readonly Digest[]): void {
		this.#receipts += digests.length;
		for (const digest of digests) {
			const attempt = { line: attemptOf(this.#terms.items, digest), code: digest.code };
			const known = this.#gathered.get(digest.learner);
			if (known === undefined) {
				const { learner } = digest;
				this.#gathered.set(learner, { learner, attempts: [attempt], first: digest });
				continue;
			}
			known.attempts.push(attempt);
			if (inTurn(digest, known.first) < 0) known.first = digest;
		}
	}

	/** The summary, after steps of about the same length between which the page may draw. */
	*finish(): Generator<undefined, Summary> {
		const sums = new Sums(this.#terms.items);
		// In an order that does not depend on how the receipts came: neither do the sums, to the last bit.
		const all = [...this.#gathered.values()].sort((a, b) => (a.learner < b.learner ? -1 : 1));
		for (const [at, { attempts, first }] of all.entries()) {
			attempts.sort((a, b) => inTurn(a.line, b.line));
			sums.add(first);
			if (at % STEP === STEP - 1) yield;
		}
		const namesakes = namesakesAmong(all.map(latestCode));
		const lines = all.map((one) => lineOf(this.#terms, one, namesakes(latestCode(one))));
		yield;
		const learners = lines.sort(
			(a, b) => CODES.compare(a.code, b.code) || (a.learner < b.learner ? -1 : 1)
		);
		return { receipts: this.#receipts, learners, ...sums.end() };
	}
}

type InTurn = Pick<AttemptLine, 'attempt' | 'at' | 'receipt'>;

const inTurn = (a: InTurn, b: InTurn) =>
	a.attempt - b.attempt || a.at - b.at || (a.receipt < b.receipt ? -1 : 1);

/** Made once: `localeCompare` with options makes one for every two names. */
const CODES = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const latestCode = ({ attempts }: Gathered) => attempts.at(-1)?.code ?? '';

/** Whether another learner gave the same name, or one that looks the same. */
function namesakesAmong(codes: readonly string[]) {
	const [names, looks] = [countBy(codes, sameName), countBy(codes, lookOf)];
	return (code: string): Pick<LearnerLine, 'shared' | 'alike'> => {
		const same = names.get(sameName(code)) ?? 0;
		return {
			shared: same > 1,
			...((looks.get(lookOf(code)) ?? 0) > same && { alike: true })
		};
	};
}

function countBy(all: readonly string[], keyOf: (one: string) => string): Map<string, number> {
	const counts = new Map<string, number>();
	for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
	return counts;
}

function lineOf(
	terms: Terms,
	own: Gathered,
	namesakes: Pick<LearnerLine, 'shared' | 'alike'>
): LearnerLine {
	const attempts = own.attempts.map((one) => one.line);
	const { points, max } = countedOf(terms.counts, attempts);
	const share = shareOf({ points, max });
	return {
		learner: own.learner,
		code: latestCode(own),
		attempts,
		points,
		max,
		share,
		...(terms.passMark !== undefined && { passed: reaches(share, terms.passMark) }),
		...namesakes
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
