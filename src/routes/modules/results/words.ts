// Words that the pages of results share.
import type { Flag } from '$lib/cohort/digest';
import type { Counts, Terms } from '$lib/cohort/terms';
import { duration, hours, percent } from '../../progress/names.js';

const COUNTS_WORDS: Readonly<Record<Counts, string>> = {
	best: 'the best attempt counts',
	last: 'the last attempt counts',
	first: 'the first attempt counts',
	average: 'the average of all attempts counts'
};

/** What the module says of its score: `Revision 2, 20 questions, the best attempt counts, 70 % passes`. */
export function termsWords({ revision, counts, passMark, items, asked }: Terms): string {
	const questions = `${items.length} ${items.length === 1 ? 'question' : 'questions'}`;
	return [
		`Revision ${revision}`,
		asked === undefined ? questions : `${asked} of ${questions} each`,
		COUNTS_WORDS[counts],
		...(passMark === undefined ? [] : [`${percent(passMark)} passes`])
	].join(', ');
}

/** `18 min`, `42 s`, `1 h 20 min`. */
export const timeWords = (ms: number) => (ms < 3_600_000 ? duration(ms) : hours(ms));

/** Points without a tail of decimals. */
export const pointsWords = (points: number) => String(Math.round(100 * points) / 100);

/** Date and time of a moment as this device writes them. */
export const momentWords = (at: number) =>
	new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** The notes about an attempt's time in one line. */
export const flagsWords = (flags: readonly Flag[]) => flags.map((one) => one.text).join(', ');
