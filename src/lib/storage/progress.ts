// The sums and lists that progress shows. Each read goes by key or by index and is as long as what is shown, however long the log.
import type { ProgressStore } from '$lib/progress/store';
import { pairRange } from '$lib/progress/rollups';
import type { Connection } from './connection.js';

/** The part of the store that progress reads. */
export function progressIn(connection: Connection): Omit<ProgressStore, 'rebuild'> {
	const sums = (from: string, to: string) =>
		connection.read((db) => db.rollups.where('key').between(from, to, true, true).toArray());
	return {
		totals: (kind) => sums(`${kind}/`, `${kind}/\uffff`),

		days: (from, to, topic) => {
			const prefix = topic === undefined ? 'day/' : `topic-day/${topic}/`;
			return sums(prefix + from, prefix + to);
		},

		pairs: (scope) => {
			const { from, to } = pairRange(scope);
			return sums(from, to);
		},

		answersWith: (keyed, chosen, limit) =>
			connection.read((db) =>
				db.attempts.where('pairs').equals([keyed, chosen]).reverse().limit(limit).toArray()
			),

		misconceptions: (limit) =>
			connection.read((db) =>
				db.misconceptions.orderBy('[n+lastAttempt]').reverse().limit(limit).toArray()
			)
	};
}
