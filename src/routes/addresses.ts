// Addresses within Milium, with the slash at the end under which pages are stored: without it a host would redirect, and
// offline there is no host.
import { resolve } from '$app/paths';

export const HOME = resolve('/');
export const PRACTICE = `${resolve('/practice')}/`;
export const PROGRESS = `${resolve('/progress')}/`;
export const BANKS = `${resolve('/banks')}/`;
export const COVERAGE = `${resolve('/banks/coverage')}/`;
export const SETTINGS = `${resolve('/settings')}/`;
export const STORAGE = `${resolve('/settings/storage')}/`;
export const LEARN = `${resolve('/learn')}/`;
export const MODULES = `${resolve('/modules')}/`;
export const EDUCATOR_GUIDE = `${resolve('/guide/educators')}/`;
export const ILLUSTRATIONS = `${resolve('/illustrations')}/`;
export const SESSION = `${resolve('/session')}/`;
export const GALLERY = `${resolve('/gallery')}/`;
const RESULTS = `${resolve('/results')}/`;

/** Begins a quiz. */
export const NEW_QUIZ = `${SESSION}?new`;

/** Goes on with a session. */
export const sessionAddress = (id: string) => `${SESSION}?id=${id}`;

/** Results of a session. */
export const resultsAddress = (id: string) => `${RESULTS}?id=${id}`;

/** The review of one question in the results of a session. */
export const questionAddress = (id: string, item: string) =>
	`${resultsAddress(id)}#question-${item}`;

/** The quiz builder with topics chosen. */
export const practiceOn = (topic: string) => `${PRACTICE}?topic=${topic}`;

/** The quiz builder for what was missed. */
export const PRACTISE_MISSED = `${PRACTICE}?pool=missed`;
