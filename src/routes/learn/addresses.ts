// Addresses of the learn pages and of where they lead. Apart from those that every page knows, so that the first question
// does not carry them.
import { LEARN, PRACTICE } from '../addresses.js';
import { CONTRAST } from '../review/addresses.js';

export const GLOSSARY = `${LEARN}glossary/`;
export const DISAGREEMENTS = `${LEARN}disagreements/`;
export const ADVICE = `${LEARN}advice/`;

/** The page about an entity. */
export const entityAddress = (id: string) => `${LEARN}${id}/`;

/** The explorer with conditions chosen, at a feature where one is named. */
export const compareAddress = (ids: readonly string[], feature?: string) =>
	`${LEARN}?compare=${ids.join(',')}${feature === undefined ? '' : `#feature-${feature}`}`;

/** The quiz builder with topics chosen. */
export const practiceOnTopics = (topics: readonly string[]) =>
	`${PRACTICE}?${topics.map((topic) => `topic=${topic}`).join('&')}`;

/** Contrast practice of two conditions. */
export const practisePair = (ids: readonly string[]) => `${CONTRAST}?pair=${ids.join(',')}`;
