// What a learner has done with each item, for sampling by unseen and missed.
import { outcomeOf } from '$lib/session/answer';
import { answersIn, type Answer, type SessionEvent } from '$lib/session/events';

export interface ItemRecord {
	readonly item: string;
	readonly bank: string;
	readonly seen: number;
	/** Attempt id of the latest answer: ids sort by time. */
	readonly lastAttempt: string;
	readonly lastCorrect: boolean;
	/** Only there where the last answer did not earn full points, so that an index of it holds nothing else. */
	readonly missed?: 1;
}

/** The record of one answer alone. */
export function recordOf(answer: Answer): ItemRecord {
	const lastCorrect = outcomeOf(answer) === 'correct';
	return {
		item: answer.ref.item,
		bank: answer.ref.bank,
		seen: 1,
		lastAttempt: answer.id,
		lastCorrect,
		...(!lastCorrect && { missed: 1 as const })
	};
}

/** Two records of one item made one; the order of the two does not matter. */
export function mergeRecords(a: ItemRecord, b: ItemRecord): ItemRecord {
	const last = a.lastAttempt >= b.lastAttempt ? a : b;
	return { ...last, seen: a.seen + b.seen };
}

/** The records of a whole log, by item id. */
export function recordsOf(events: Iterable<SessionEvent>): Map<string, ItemRecord> {
	const records = new Map<string, ItemRecord>();
	for (const event of events) {
		for (const answer of answersIn(event)) {
			const one = recordOf(answer);
			const before = records.get(one.item);
			records.set(one.item, before === undefined ? one : mergeRecords(before, one));
		}
	}
	return records;
}
