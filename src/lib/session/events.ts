// What happens in a session, as immutable records. A session is the fold of its events; progress is derived from the
// answers in them.
import type * as v from 'valibot';
import type { answerSchema, eventSchema, planSchema } from './event-schema.js';

/** `study`: feedback after each question. `exam`: feedback at the end. */
export const MODES = ['study', 'exam'] as const;
export type Mode = (typeof MODES)[number];

/** How sure a learner is, lowest first. */
export const CONFIDENCES = ['guess', 'unsure', 'fairly-sure', 'certain'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

export type Plan = v.InferOutput<typeof planSchema>;
/** One attempt at one item: self-contained, so that everything derived can be rebuilt from the log alone. */
export type Answer = v.InferOutput<typeof answerSchema>;
export type SessionEvent = v.InferOutput<typeof eventSchema>;
/** What happened, without its envelope: id, session and time. */
export type EventBody = SessionEvent extends infer E
	? E extends SessionEvent
		? Omit<E, 'id' | 'session' | 'at' | 'tz'>
		: never
	: never;
export type EventOf<K extends SessionEvent['kind']> = Extract<SessionEvent, { kind: K }>;

/** The answers that an event adds to the log. */
export function answersIn(event: SessionEvent): readonly Answer[] {
	if (event.kind === 'checked') return [event.answer];
	if (event.kind === 'finished') return event.answers;
	return [];
}

/** The learner's calendar day of an event, `2026-11-21`. */
export function localDay(event: Pick<SessionEvent, 'at' | 'tz'>): string {
	return new Date(event.at + event.tz * 60_000).toISOString().slice(0, 10);
}
