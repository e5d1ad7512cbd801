// The stored shapes of what happens in a session. Add, never change. Apart from the events themselves, so that a page that
// asks questions need not carry what validates the log.
import * as v from 'valibot';
import { CJMM_STEPS, DIFFICULTIES } from '$lib/items/contract';
import { CONFIDENCES, MODES } from './events.js';

const text = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const duration = v.pipe(v.number(), v.finite(), v.minValue(0));

const refSchema = v.object({ bank: text, item: text, hash: text });

export const planSchema = v.object({
	mode: v.picklist(MODES),
	/** Seeds the order of items and of options. */
	seed: v.pipe(v.number(), v.integer()),
	items: v.pipe(v.array(refSchema), v.minLength(1)),
	/** Whether *How sure are you?* is asked. */
	confidence: v.boolean(),
	/** Seconds until the session submits itself; absent where there is no limit. */
	timeLimitS: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
	/** The module that it is an attempt at; absent in a learner's own quiz. */
	module: v.optional(
		v.object({
			id: text,
			/** From 1. */
			attempt: v.pipe(v.number(), v.integer(), v.minValue(1)),
			/** Order of the options: absent where the session's seed decides; null where they stay as written. */
			optionSeed: v.optional(v.nullable(v.pipe(v.number(), v.integer()))),
			/** True where nothing is scored when it ends: the key is not there, or learners are not to see it yet. */
			unscored: v.optional(v.boolean())
		})
	)
});

export const answerSchema = v.object({
	/** UUIDv7 of the attempt. */
	id: text,
	ref: refSchema,
	index: count,
	type: text,
	topics: v.array(text),
	difficulty: v.picklist(DIFFICULTIES),
	step: v.optional(v.picklist(CJMM_STEPS)),
	mode: v.picklist(MODES),
	response: v.unknown(),
	points: v.pipe(v.number(), v.minValue(0)),
	max: v.pipe(v.number(), v.minValue(1)),
	confidence: v.optional(v.picklist(CONFIDENCES)),
	/** Milliseconds the question was on screen, by the monotonic clock. */
	activeMs: duration,
	/** True when this learner had never answered this item before, whatever its version. */
	first: v.boolean(),
	/** Diagnosis keyed and diagnosis chosen, for each part where both name one. */
	pairs: v.array(v.tuple([text, text])),
	/** Monk Skin Tone shade (1 to 10) of the person shown or described. */
	tone: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
	/** The misconceptions of the distractors that were chosen: their sentences, which outlive bank and wording. */
	misconceptions: v.optional(v.array(text))
});

const envelope = {
	/** UUIDv7: ids sort by time and are unique over devices. */
	id: text,
	session: text,
	/** Milliseconds since 1970, UTC; within the years 1 to 9999, so that every event has a calendar day. */
	at: v.pipe(
		v.number(),
		v.minValue(Date.parse('0001-01-02T00:00:00Z')),
		v.maxValue(Date.parse('9999-12-30T00:00:00Z'))
	),
	/** Minutes that local time was ahead of UTC, so that the learner's calendar day is known for ever. */
	tz: v.pipe(v.number(), v.minValue(-1440), v.maxValue(1440))
};

export const eventSchema = v.variant('kind', [
	v.object({ ...envelope, kind: v.literal('started'), plan: planSchema }),
	v.object({
		...envelope,
		kind: v.literal('responded'),
		index: count,
		/** Absent while only *How sure are you?* has been answered. */
		response: v.optional(v.unknown()),
		confidence: v.optional(v.picklist(CONFIDENCES)),
		/** On-screen milliseconds of this question so far. */
		activeMs: duration
	}),
	v.object({ ...envelope, kind: v.literal('checked'), answer: answerSchema }),
	v.object({
		...envelope,
		/** An answer to a quick visual round. Rounds of one sitting have one session id, but are no session: no `started`, no items. */
		kind: v.literal('round'),
		/** Diagnosis drawn and diagnosis chosen. */
		entity: text,
		chosen: text,
		/** What was offered. */
		options: v.pipe(v.array(text), v.minLength(2)),
		/** Skin tone and seed of the drawing. */
		tone: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10)),
		seed: v.pipe(v.number(), v.integer()),
		/** Milliseconds from the drawing to the answer. */
		ms: duration
	}),
	v.object({ ...envelope, kind: v.literal('flagged'), index: count, on: v.boolean() }),
	v.object({ ...envelope, kind: v.literal('moved'), index: count }),
	v.object({
		...envelope,
		/** What the clocks showed, in an attempt at a module: see `modules/clock-log.ts`. */
		kind: v.literal('clock'),
		/** Milliseconds of the attempt that had passed. */
		elapsed: duration,
		/** What happened since the mark before, in seconds: see `modules/timing.ts`. */
		entries: v.array(
			v.object({ kind: v.picklist(['away', 'gap', 'clock']), at: count, s: v.number() })
		)
	}),
	v.object({
		...envelope,
		kind: v.literal('finished'),
		/** `time`: the limit was reached and the session submitted itself. */
		reason: v.picklist(['learner', 'time']),
		/** Exam mode: one answer for each item. Study mode: none, they were checked one by one. */
		answers: v.array(answerSchema)
	})
]);
