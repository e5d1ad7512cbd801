// What an import does not count, and why: named, kept in a list, never dropped without a word.

/** Why a receipt was set aside. */
export const REASONS = [
	'duplicate',
	'replayed',
	'other-module',
	'other-revision',
	'altered',
	'other-key',
	'unreadable',
	'incomplete',
	'oversized',
	'late',
	'extra-attempt',
	'name',
	'no-items'
] as const;
export type Reason = (typeof REASONS)[number];

export interface SetAside {
	readonly id: string;
	readonly import: string;
	/** When, milliseconds since 1970. */
	readonly at: number;
	/** The file, or where else it came from. */
	readonly source: string;
	readonly reason: Reason;
	/** What is wrong, and what can be done, for the educator. */
	readonly message: string;
	/** Who and what it is from, as far as that could be read. */
	readonly module?: string | undefined;
	readonly code?: string | undefined;
	/** The receipt as it came, so that it can be tried again; absent where it is too large to keep. */
	readonly text?: string | undefined;
}

/** Reasons that the educator may overrule. */
export const ACCEPTABLE: ReadonlySet<Reason> = new Set(['late', 'extra-attempt', 'name']);

/** A reason in two or three words, for lists. */
export const REASON_NAMES: Readonly<Record<Reason, string>> = {
	duplicate: 'Already imported',
	replayed: 'Second receipt for one attempt',
	'other-module': 'Another module',
	'other-revision': 'Another revision',
	altered: 'Changed after signing',
	'other-key': 'For another key',
	unreadable: 'No receipt',
	incomplete: 'Parts are missing',
	oversized: 'Too large',
	late: 'Too late',
	'extra-attempt': 'More attempts than allowed',
	name: 'Name with hidden characters',
	'no-items': 'Questions not on this device'
};
