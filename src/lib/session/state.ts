// A session as the fold of its events. Tolerant by design: events that arrive twice, late or out of order (two tabs, a
// recovered journal) give the same state, because they are sorted by id and repeated ones are dropped.
import type { Answer, Confidence, Plan, SessionEvent } from './events.js';

export interface Draft {
	readonly response: unknown;
	readonly confidence: Confidence | undefined;
	readonly activeMs: number;
}

export const NO_DRAFT: Draft = { response: undefined, confidence: undefined, activeMs: 0 };

export interface SessionState {
	readonly id: string;
	readonly plan: Plan;
	readonly startedAt: number;
	/** Index of the question on screen. */
	readonly current: number;
	/** The response so far, by index. */
	readonly drafts: ReadonlyMap<number, Draft>;
	/** Answers that have been checked or submitted, by index. */
	readonly answers: ReadonlyMap<number, Answer>;
	readonly flags: ReadonlySet<number>;
	readonly finished: { readonly at: number; readonly reason: 'learner' | 'time' } | undefined;
	/** Time of the last event. */
	readonly lastAt: number;
}

/** A session in which nothing has happened yet. `startedAt` in ms since 1970. */
export function blankState(id: string, plan: Plan, startedAt: number): SessionState {
	return {
		id,
		plan,
		startedAt,
		current: 0,
		drafts: new Map(),
		answers: new Map(),
		flags: new Set(),
		finished: undefined,
		lastAt: startedAt
	};
}

/** The state of a session, or undefined where its beginning is missing. */
export function fold(events: readonly SessionEvent[]): SessionState | undefined {
	const ordered = inOrder(events);
	const start = ordered.find((one) => one.kind === 'started');
	if (start === undefined) return undefined;
	let state = blankState(start.session, start.plan, start.at);
	for (const event of ordered) state = apply(state, event);
	return state;
}

/** The state after one more event. Events of a finished session and of questions that do not exist change nothing. */
export function apply(state: SessionState, event: SessionEvent): SessionState {
	if (event.session !== state.id || state.finished !== undefined) return state;
	const next = { ...state, lastAt: Math.max(state.lastAt, event.at) };
	switch (event.kind) {
		default:
			// `started`, and what is no part of a session.
			return state;
		case 'responded': {
			if (!has(state, event.index) || state.answers.has(event.index)) return next;
			const { response, confidence, activeMs } = event;
			return {
				...next,
				drafts: new Map(state.drafts).set(event.index, { response, confidence, activeMs })
			};
		}
		case 'checked':
			return { ...next, answers: withAnswers(state, [event.answer]) };
		case 'flagged': {
			if (!has(state, event.index)) return next;
			const flags = new Set(state.flags);
			if (event.on) flags.add(event.index);
			else flags.delete(event.index);
			return { ...next, flags };
		}
		case 'moved':
			return has(state, event.index) ? { ...next, current: event.index } : next;
		case 'finished':
			return {
				...next,
				answers: withAnswers(state, event.answers),
				finished: { at: event.at, reason: event.reason }
			};
	}
}

const has = (state: SessionState, index: number) => index < state.plan.items.length;

function withAnswers(state: SessionState, answers: readonly Answer[]): ReadonlyMap<number, Answer> {
	const all = new Map(state.answers);
	// The first answer stands: a second tab cannot change what has been checked.
	for (const one of answers)
		if (has(state, one.index) && !all.has(one.index)) all.set(one.index, one);
	return all;
}

function inOrder(events: readonly SessionEvent[]): SessionEvent[] {
	const byId = new Map(events.map((one) => [one.id, one]));
	return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}
