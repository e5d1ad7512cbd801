// Sums that home and progress read instead of the log, so that opening them costs the same after ten answers and after
// a million. They are nothing but sums over answers: adding them up in any order gives the same, and the log can rebuild them.
import {
	answersIn,
	localDay,
	type Answer,
	type EventOf,
	type SessionEvent
} from '$lib/session/events';
import { outcomeOf } from '$lib/session/answer';

/** One sum. Counts are attempts; `first…` counts the first attempt at each item only. */
export interface Rollup {
	readonly key: string;
	readonly n: number;
	/** Attempts with full points. */
	readonly correct: number;
	readonly partly: number;
	readonly points: number;
	readonly max: number;
	readonly firstN: number;
	readonly firstCorrect: number;
	readonly activeMs: number;
}

/**
 * What a sum is over. `topic-day` keys hold topic and day, `pair` keys the diagnosis keyed and the one chosen; the other pair
 * kinds the same after a bank, a month (`2026-11`) or both. `visual-pair` keys hold the diagnosis drawn and the one chosen in
 * quick visual rounds.
 */
export type RollupKind =
	| 'all'
	| 'topic'
	| 'bank'
	| 'type'
	| 'step'
	| 'difficulty'
	| 'confidence'
	| 'tone'
	| 'pair'
	| 'visual-pair'
	| 'pair-month'
	| 'bank-pair'
	| 'bank-pair-month'
	| 'day'
	| 'topic-day';

/** Key of a sum: `topic/neonatal-milia`, `topic-day/neonatal-milia/2026-11-21`, `all/`. */
export function rollupKey(kind: RollupKind, ...parts: readonly string[]): string {
	return [kind, ...parts].join('/') + (parts.length === 0 ? '/' : '');
}

/** The parts of a key after its kind. */
export function keyParts(key: string): string[] {
	return key.split('/').slice(1);
}

/** What an event adds to each sum. */
export function incrementsOf(event: SessionEvent): Rollup[] {
	if (event.kind === 'round') return [ofRound(event)];
	const sums = new Map<string, Rollup>();
	for (const answer of answersIn(event)) {
		for (const one of incrementsOfAnswer(answer, localDay(event))) {
			const before = sums.get(one.key);
			sums.set(one.key, before === undefined ? one : add(before, one));
		}
	}
	return [...sums.values()];
}

/** Visual rounds are counted apart: telling drawings from one another is not answering questions. */
function ofRound({ entity, chosen, ms }: EventOf<'round'>): Rollup {
	const correct = entity === chosen ? 1 : 0;
	return {
		key: rollupKey('visual-pair', entity, chosen),
		n: 1,
		correct,
		partly: 0,
		points: correct,
		max: 1,
		firstN: 0,
		firstCorrect: 0,
		activeMs: ms
	};
}

function incrementsOfAnswer(answer: Answer, day: string): Rollup[] {
	const outcome = outcomeOf(answer);
	const correct = outcome === 'correct' ? 1 : 0;
	const one = {
		n: 1,
		correct,
		partly: outcome === 'partly' ? 1 : 0,
		points: answer.points,
		max: answer.max,
		firstN: answer.first ? 1 : 0,
		firstCorrect: answer.first ? correct : 0,
		activeMs: answer.activeMs
	};
	const keys = [
		rollupKey('all'),
		rollupKey('day', day),
		rollupKey('bank', answer.ref.bank),
		rollupKey('type', answer.type),
		rollupKey('difficulty', answer.difficulty),
		...[...new Set(answer.topics)].flatMap((topic) => [
			rollupKey('topic', topic),
			rollupKey('topic-day', topic, day)
		]),
		...(answer.step === undefined ? [] : [rollupKey('step', answer.step)]),
		...(answer.confidence === undefined ? [] : [rollupKey('confidence', answer.confidence)]),
		...(answer.tone === undefined ? [] : [rollupKey('tone', String(answer.tone))]),
		...answer.pairs.flatMap((pair) => pairKeys(pair, answer.ref.bank, day.slice(0, 7)))
	];
	return keys.map((key) => ({ key, ...one }));
}

/** A pair counts by bank and by month as well, so that the confusion map of either costs as little as the whole. */
function pairKeys(pair: readonly [string, string], bank: string, month: string): string[] {
	return [
		rollupKey('pair', ...pair),
		rollupKey('pair-month', month, ...pair),
		rollupKey('bank-pair', bank, ...pair),
		rollupKey('bank-pair-month', bank, month, ...pair)
	];
}

/** Which answers a confusion map is made of: of one bank or all, of the months from one to another or all. */
export interface PairScope {
	readonly bank?: string | undefined;
	/** First and last month, both included, `2026-11`. */
	readonly months?: readonly [from: string, to: string] | undefined;
}

/** The keys of the sums of a scope: all from `from` to `to`. */
export function pairRange({ bank, months }: PairScope): {
	readonly from: string;
	readonly to: string;
} {
	const within = bank === undefined ? [] : [bank];
	const kind = bank === undefined ? 'pair' : 'bank-pair';
	const [first, last] =
		months === undefined
			? [rollupKey(kind, ...within), rollupKey(kind, ...within)]
			: months.map((month) => rollupKey(`${kind}-month`, ...within, month));
	const slashed = (key = '') => (key.endsWith('/') ? key : `${key}/`);
	return { from: slashed(first), to: `${slashed(last)}\uffff` };
}

/** The sum of two sums with one key. */
export function add(a: Rollup, b: Rollup): Rollup {
	return {
		key: a.key,
		n: a.n + b.n,
		correct: a.correct + b.correct,
		partly: a.partly + b.partly,
		points: a.points + b.points,
		max: a.max + b.max,
		firstN: a.firstN + b.firstN,
		firstCorrect: a.firstCorrect + b.firstCorrect,
		activeMs: a.activeMs + b.activeMs
	};
}

/** All sums of a log. */
export function rollUp(events: Iterable<SessionEvent>): Map<string, Rollup> {
	const sums = new Map<string, Rollup>();
	for (const event of events) {
		for (const one of incrementsOf(event)) {
			const before = sums.get(one.key);
			sums.set(one.key, before === undefined ? one : add(before, one));
		}
	}
	return sums;
}
