// Sums that home and progress read instead of the log, so that opening them costs the same after ten answers and after
// a million. They are nothing but sums over answers: adding them up in any order gives the same, and the log can rebuild them.
import { answersIn, localDay, type Answer, type SessionEvent } from '$lib/session/events';
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

/** What a sum is over. `topic-day` keys hold topic and day, `pair` keys the diagnosis keyed and the one chosen. */
export type RollupKind =
	| 'all'
	| 'topic'
	| 'bank'
	| 'type'
	| 'step'
	| 'difficulty'
	| 'confidence'
	| 'pair'
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
	const sums = new Map<string, Rollup>();
	for (const answer of answersIn(event)) {
		for (const one of incrementsOfAnswer(answer, localDay(event))) {
			const before = sums.get(one.key);
			sums.set(one.key, before === undefined ? one : add(before, one));
		}
	}
	return [...sums.values()];
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
		...answer.pairs.map(([keyed, chosen]) => rollupKey('pair', keyed, chosen))
	];
	return keys.map((key) => ({ key, ...one }));
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
