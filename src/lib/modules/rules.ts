// What a module asks of one learner at one moment: time limit, due time and attempts with their accommodation, whether it is
// open, what feedback may be seen.
import { sha256 } from '@noble/hashes/sha2.js';
import { toBase64url, toUtf8 } from './bytes.js';
import type { FEEDBACK_PARTS } from './draft.js';
import type { Accommodation, ModuleContent } from './format.js';

/** A learner's code as it is compared: case and spaces at the ends make no difference. */
export const plainCode = (code: string) =>
	code.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();

/**
 * The mark by which a module knows a learner's code without naming it: 6 bytes of SHA-256 over educator, seed and code, in
 * base64url. A short code can be found by trying; the mark keeps it from being read, no more.
 */
export function codeMark(
	{ educator, seed }: Pick<ModuleContent, 'educator' | 'seed'>,
	code: string
): string {
	const text = `milium/code/1\n${educator.sign}\n${seed}\n${plainCode(code)}`;
	return toBase64url(sha256(toUtf8(text)).subarray(0, 6));
}

/** The accommodation for a learner's code, if there is one. */
export function accommodationFor(
	content: ModuleContent,
	code: string | undefined
): Accommodation | undefined {
	if (code === undefined || plainCode(code) === '') return undefined;
	const mark = codeMark(content, code);
	return content.accommodations?.find(({ who }) => who === mark);
}

/** The rules for one learner. */
export interface Rules {
	/** Seconds; undefined where there is no limit. */
	readonly timeLimitS: number | undefined;
	/** The limit of the others, where this learner's is longer. */
	readonly extendedFromS: number | undefined;
	/** 0: as often as they like. */
	readonly attempts: number;
	/** Times in ms since 1970. */
	readonly opens: number | undefined;
	readonly due: number | undefined;
	readonly closes: number | undefined;
	readonly late: ModuleContent['late'];
	readonly accommodated: boolean;
}

/** The rules for the learner with this code; the module's own for everybody else. */
export function rulesFor(content: ModuleContent, code?: string): Rules {
	const own = accommodationFor(content, code);
	const limit = content.timeLimitS;
	const timeLimitS =
		limit === undefined
			? undefined
			: Math.round(limit * (own?.factor ?? 1)) + 60 * (own?.extraMinutes ?? 0);
	const { attempts, opens, late } = content;
	const due = own?.due ?? content.due;
	return {
		timeLimitS,
		extendedFromS: timeLimitS === limit ? undefined : limit,
		attempts: attempts === 0 ? 0 : attempts + (own?.extraAttempts ?? 0),
		opens,
		due,
		// A due time of one's own is worth nothing where the module has closed by then.
		closes: content.closes === undefined ? undefined : Math.max(content.closes, own?.due ?? 0),
		late,
		accommodated: own !== undefined
	};
}

/** `60 min (extended from 30)`, `45 s`; undefined where there is no limit. */
export function limitWords({
	timeLimitS,
	extendedFromS
}: Pick<Rules, 'timeLimitS' | 'extendedFromS'>): string | undefined {
	if (timeLimitS === undefined) return undefined;
	if (extendedFromS === undefined) return duration(timeLimitS);
	const minutes = [timeLimitS, extendedFromS].every((seconds) => seconds % 60 === 0);
	const from = minutes ? String(extendedFromS / 60) : duration(extendedFromS);
	return `${duration(timeLimitS)} (extended from ${from})`;
}

function duration(seconds: number): string {
	const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60];
	if (minutes === 0) return `${rest} s`;
	return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** `early`: not open yet. `late`: due time over, still taken. `closed`: an attempt can no longer begin. */
export type ModuleState = 'early' | 'open' | 'late' | 'closed';

/** How a module stands at a time (ms since 1970). It is open at the moment it opens, and in time at the moment it is due. */
export function stateAt(
	rules: Pick<Rules, 'opens' | 'due' | 'closes' | 'late'>,
	now: number
): ModuleState {
	const { opens, due, closes, late } = rules;
	if (opens !== undefined && now < opens) return 'early';
	if (closes !== undefined && now > closes) return 'closed';
	if (due === undefined || now <= due) return 'open';
	return late === 'accept' ? 'late' : 'closed';
}

/** Attempts that may still be begun; Infinity where there is no limit. */
export const attemptsLeft = ({ attempts }: Pick<Rules, 'attempts'>, begun: number): number =>
	attempts === 0 ? Number.POSITIVE_INFINITY : Math.max(0, attempts - begun);

export type FeedbackPart = (typeof FEEDBACK_PARTS)[number];

/**
 * What a learner may see of how they did. `finished`: whether the attempt is; before that feedback comes only where the module
 * gives it after each question.
 */
export function feedbackAt(
	content: Pick<ModuleContent, 'feedback' | 'keyless'>,
	rules: Pick<Rules, 'due' | 'closes'>,
	{ now, finished }: { readonly now: number; readonly finished: boolean }
): ReadonlySet<FeedbackPart> {
	const { when, parts } = content.feedback;
	const reached = {
		each: true,
		finished,
		due: finished && rules.due !== undefined && now > rules.due,
		closed: finished && rules.closes !== undefined && now > rules.closes,
		never: false
	}[when];
	return new Set(reached && content.keyless !== true ? parts : []);
}
