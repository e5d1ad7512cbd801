// Version 2 of the database. Not released yet: tables and indexes of this release are added here.

/** Tables and indexes that version 1 lacks; what is not named here stays as it was. */
export const version2 = {
	version: 2,
	date: '2026-11-22',
	reason: 'Spaced review; lists of answers and of misconceptions.',
	stores: {
		// The answers to one item, for a card whose answers arrived out of order; those to one cell of the confusion map, whose pairs
		// of diagnoses are the keys.
		attempts: 'id, ref.item, *pairs',
		// Derived from the log. By day for counting what is due, by place in the queue for asking it, by time for answers dated ahead.
		cards: 'item, due, [rank+due], last',
		// Derived from the log. By how often each was chosen, for those chosen most.
		misconceptions: 'text, [n+lastAttempt]'
	}
} as const;
