// A module while it is being made: what its educator has chosen so far, in the terms of the page. Stored as it is typed, so
// everything may be empty or unfinished; `make.ts` says what is missing when it is shared.
import * as v from 'valibot';
import { MODES } from '$lib/session/events';

/** Ways to choose the questions of a module. */
export const WAYS = ['topics', 'hand', 'pools'] as const;
export type Way = (typeof WAYS)[number];

/** Order of questions, or of options: the same for all, shuffled for each learner, or as written. */
export const ORDERS = ['as-written', 'same', 'per-learner'] as const;
/** Which attempt counts where there are several. */
export const COUNTING = ['best', 'last', 'first', 'average'] as const;
/** What happens to what comes after the due time. */
export const LATE = ['accept', 'refuse'] as const;
/** When learners see how they did. */
export const FEEDBACK_TIMES = ['each', 'finished', 'due', 'closed', 'never'] as const;
/** What learners see then. */
export const FEEDBACK_PARTS = ['correctness', 'points', 'rationales', 'key'] as const;

const list = v.fallback(v.array(v.string()), []);
const wishesSchema = v.object({ banks: list, topics: list, types: list, difficulties: list });
const whole = (least: number, most: number, usual: number) =>
	v.fallback(v.pipe(v.number(), v.integer(), v.minValue(least), v.maxValue(most)), usual);
const NO_WISHES = { banks: [], topics: [], types: [], difficulties: [] };

const poolSchema = v.object({
	id: v.string(),
	wishes: v.fallback(wishesSchema, NO_WISHES),
	/** So many of those that fit are drawn for each learner. */
	take: whole(1, 200, 5)
});
export type DraftPool = v.InferOutput<typeof poolSchema>;

const accommodationSchema = v.object({
	id: v.string(),
	/** The code that the learner types in. */
	code: v.fallback(v.string(), ''),
	/** The time limit is multiplied by this, then so many minutes are added. */
	factor: v.fallback(v.number(), 1),
	extraMinutes: v.fallback(v.number(), 0),
	/** A due time of their own, as `due`. */
	due: v.fallback(v.string(), ''),
	extraAttempts: whole(0, 20, 0)
});

/** The shape of a stored draft; what is missing or damaged has its default. */
export const draftSchema = v.object({
	id: v.string(),
	/** Time of the last change, ms since 1970. */
	changed: v.fallback(v.number(), 0),
	title: v.fallback(v.string(), ''),
	message: v.fallback(v.string(), ''),
	/** Module of which this is a new revision, and the number of this revision. */
	revises: v.fallback(v.string(), ''),
	revision: whole(1, 999, 1),
	way: v.fallback(v.picklist(WAYS), 'topics'),
	wishes: v.fallback(wishesSchema, NO_WISHES),
	/** Questions drawn once, the same for all. */
	count: whole(1, 200, 10),
	/** Questions chosen by hand, `bank/item`, in their order. */
	hand: list,
	pools: v.fallback(v.array(poolSchema), []),
	seed: v.fallback(v.pipe(v.number(), v.integer()), 1),
	mode: v.fallback(v.picklist(MODES), 'study'),
	order: v.fallback(v.picklist(ORDERS), 'same'),
	options: v.fallback(v.picklist(ORDERS), 'per-learner'),
	limited: v.fallback(v.boolean(), false),
	minutes: v.fallback(v.number(), 30),
	/** 0: as often as they like. */
	attempts: whole(0, 20, 1),
	counts: v.fallback(v.picklist(COUNTING), 'best'),
	passing: v.fallback(v.boolean(), false),
	passPercent: v.fallback(v.number(), 70),
	/** Times by the clock of `timeZone`, `2026-11-22T10:00`; empty where there is none. */
	opens: v.fallback(v.string(), ''),
	due: v.fallback(v.string(), ''),
	closes: v.fallback(v.string(), ''),
	/** Name of the IANA database. */
	timeZone: v.fallback(v.string(), 'UTC'),
	late: v.fallback(v.picklist(LATE), 'accept'),
	feedbackTime: v.fallback(v.picklist(FEEDBACK_TIMES), 'each'),
	feedbackParts: v.fallback(v.array(v.picklist(FEEDBACK_PARTS)), [...FEEDBACK_PARTS]),
	confidence: v.fallback(v.boolean(), true),
	/** Whether the module goes out without key and rationales. */
	keyless: v.fallback(v.boolean(), false),
	accommodations: v.fallback(v.array(accommodationSchema), [])
});
export type ModuleDraft = v.InferOutput<typeof draftSchema>;

/** A draft in which nothing has been chosen. `now` in ms since 1970; `timeZone` of the educator. */
export function newDraft(around: {
	readonly id: string;
	readonly now: number;
	readonly timeZone: string;
	readonly seed: number;
}): ModuleDraft {
	const { id, now: changed, timeZone, seed } = around;
	return v.parse(draftSchema, { id, changed, timeZone, seed });
}

/** Reads a stored draft; undefined where not even its id can be read. */
export function readDraft(stored: unknown): ModuleDraft | undefined {
	const read = v.safeParse(draftSchema, stored);
	return read.success ? read.output : undefined;
}

/** What a change of mode brings with it: feedback comes after each question, or at the end. */
export function withMode(draft: ModuleDraft, mode: ModuleDraft['mode']): ModuleDraft {
	const each = draft.feedbackTime === 'each';
	if (mode === 'exam') return { ...draft, mode, ...(each && { feedbackTime: 'finished' }) };
	return { ...draft, mode, feedbackTime: 'each', keyless: false };
}
