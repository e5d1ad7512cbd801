// Version 3 of the database. Not released yet: tables and indexes of this release are added here.

/** Tables and indexes that version 2 lacks; what is not named here stays as it was. */
export const version3 = {
	version: 3,
	date: '2026-11-22',
	reason: 'Modules: what an educator drafts, and the results that come back.',
	stores: {
		// Modules that are still being made.
		moduleDrafts: 'id',
		// Receipts as they were signed, by import so that one can be undone; scored and in brief beside them, so that the summary of
		// a module is made without reading a thousand of them.
		receipts: 'id, module, import',
		digests: 'receipt, module',
		// Derived from the digests: all that the page of a module shows.
		cohorts: 'module',
		setAside: 'id, import',
		imports: 'id',
		// What a panel said about the questions of a class, while a pass mark is looked for.
		passMarks: 'id',
		// Modules that were made here, as they went out.
		madeModules: 'id',
		// Modules that the learner has agreed to take.
		takenModules: 'id',
		// Keys: an educator's own, those of this device for modules taken, those of educators as they were first met.
		educatorKeys: 'id',
		learnerKeys: 'id',
		knownEducators: 'id'
	}
} as const;
