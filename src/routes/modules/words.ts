// How the rules of a module are said to people.
import { questionCount, type ModuleContent } from '$lib/modules/format';
import { limitWords, type ModuleState, type Rules } from '$lib/modules/rules';

/** A moment (ms since 1970) in the learner's own time zone. */
export const momentWords = (at: number): string =>
	new Intl.DateTimeFormat('en', {
		dateStyle: 'medium',
		timeStyle: 'short'
	}).format(at);

const FEEDBACK = {
	each: 'after each question',
	finished: 'when you have finished',
	due: 'after the due time',
	closed: 'after it closes',
	never: 'not in Milium; your educator tells you',
	keyless: 'not here: your educator scores this'
} as const;

const PARTS = {
	correctness: 'right or wrong',
	points: 'points',
	rationales: 'explanations',
	key: 'the key'
} as const;

/** The rules of a module for one learner, as pairs of a term and what it is. */
export function rulesInWords(content: ModuleContent, rules: Rules): (readonly [string, string])[] {
	const count = questionCount(content);
	const { opens, due, closes, late, attempts } = rules;
	const all: (readonly [string, string | undefined])[] = [
		['Questions', String(count)],
		['Mode', content.mode === 'exam' ? 'Exam' : 'Study'],
		['Time limit', limitWords(rules) ?? 'none'],
		['Attempts', attemptsInWords(content, attempts)],
		['Pass mark', content.pass === undefined ? undefined : `${content.pass} %`],
		['Opens', opens === undefined ? undefined : momentWords(opens)],
		['Due', due === undefined ? undefined : momentWords(due) + lateInWords(late)],
		['Closes', closes === undefined ? undefined : momentWords(closes)],
		['You see how you did', feedbackInWords(content)]
	];
	return all.filter((one): one is readonly [string, string] => one[1] !== undefined);
}

const lateInWords = (late: Rules['late']) =>
	late === 'accept' ? ', later counts as late' : ', not accepted later';

function attemptsInWords({ counts }: ModuleContent, attempts: number): string {
	if (attempts === 1) return '1';
	return `${attempts === 0 ? 'as many as you like' : attempts}, the ${counts} counts`;
}

function feedbackInWords({ feedback, keyless }: ModuleContent): string {
	if (keyless === true) return FEEDBACK.keyless;
	const { when, parts } = feedback;
	const what = parts.length < Object.keys(PARTS).length ? parts.map((one) => PARTS[one]) : [];
	return what.length === 0 || when === 'never'
		? FEEDBACK[when]
		: `${FEEDBACK[when]}: ${what.join(', ')}`;
}

/** How a module stands, in a word or two. */
export const STATE_WORDS: Readonly<Record<ModuleState, string>> = {
	early: 'Not open yet',
	open: 'Open',
	late: 'Late',
	closed: 'Closed'
};
