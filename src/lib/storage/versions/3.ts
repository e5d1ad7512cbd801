// Version 3 of the database. Not released yet: tables and indexes of this release are added here.

/** Tables and indexes that version 2 lacks; what is not named here stays as it was. */
export const version3 = {
	version: 3,
	date: '2026-11-22',
	reason: 'Modules: what an educator drafts.',
	stores: {
		// Modules that are still being made.
		moduleDrafts: 'id'
	}
} as const;
