// What an import does not count, and why: named, kept in a list, never dropped without a word.

/** Why something was set aside, in words for the educator. */
export interface AsideProblem {
	/** Stable name, such as `receipt/late`. */
	readonly code: string;
	readonly happened: string;
	readonly safe: string;
	readonly next: string;
}

export interface SetAside {
	readonly id: string;
	readonly import: string;
	/** When, milliseconds since 1970. */
	readonly at: number;
	/** The file, or where else it came from. */
	readonly source: string;
	readonly problem: AsideProblem;
	/** What it is from, as far as that could be read. */
	readonly module?: string | undefined;
	readonly title?: string | undefined;
	readonly name?: string | undefined;
	/** The receipt as it came, so that it can be tried again; absent where it is too large to keep. */
	readonly text?: string | undefined;
}

/** Problems that the educator may overrule: everything is sound, but it is against the module's rules. */
export const ACCEPTABLE: ReadonlySet<string> = new Set(['receipt/late', 'receipt/attempts']);

/** Problems that a key file may solve. */
export const ABOUT_KEYS: ReadonlySet<string> = new Set([
	'receipt/other-key',
	'receipt/other-educator'
]);
