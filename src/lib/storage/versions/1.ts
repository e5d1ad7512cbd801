// Version 1 of the database. Frozen: what has been released is never edited; a change is a new version beside it.

/** The first schema. */
export const version1 = {
	version: 1,
	date: '2026-11-21',
	reason: 'First release.',
	stores: {
		// The log: the truth. `session` so that one session can be read without the others.
		events: 'id, session',
		// Everything from here to `items` is derived from the log and can be made anew from it.
		attempts: 'id',
		// One index serves both questions: the latest open session and the recent ones.
		sessions: 'id, [open+lastAt]',
		rollups: 'key',
		items: 'item',
		contents: 'hash',
		// Banks that the learner brought in; in brief as well, so that listing and drawing need not read their items.
		banks: 'id',
		bankBriefs: 'id',
		settings: 'key',
		meta: 'key'
	}
} as const;
