// The misconceptions that a learner chose, for the list of those they keep choosing.
import { answersIn, localDay, type Answer, type SessionEvent } from '$lib/session/events';

/** One misconception, over all items that offer it: they share its sentence. */
export interface MisconceptionRecord {
	/** The sentence itself, so that it can be shown when the bank is gone. */
	readonly text: string;
	/** Answers in which it was chosen. */
	readonly n: number;
	/** The latest of them: its attempt id (ids sort by time), its item, its session, its place in it and its day. */
	readonly lastAttempt: string;
	readonly ref: Answer['ref'];
	readonly session: string;
	readonly day: string;
}

/** Two records of one misconception made one; the order of the two does not matter. */
export function mergeMisconceptions(
	a: MisconceptionRecord,
	b: MisconceptionRecord
): MisconceptionRecord {
	const last = a.lastAttempt >= b.lastAttempt ? a : b;
	return { ...last, n: a.n + b.n };
}

/** The misconceptions in a log, by sentence. An answer counts once for each, however many of its options hold it. */
export function misconceptionsOf(events: Iterable<SessionEvent>): Map<string, MisconceptionRecord> {
	const records = new Map<string, MisconceptionRecord>();
	for (const event of events) {
		for (const answer of answersIn(event)) {
			for (const text of new Set(answer.misconceptions)) {
				const one = {
					text,
					n: 1,
					lastAttempt: answer.id,
					ref: answer.ref,
					session: event.session,
					day: localDay(event)
				};
				const before = records.get(text);
				records.set(text, before === undefined ? one : mergeMisconceptions(before, one));
			}
		}
	}
	return records;
}
