// What is derived from the log, row by row. Pure: the transaction, the rebuild and the memory store use the same functions, so
// that they cannot disagree.
import { parse } from '$lib/validation/parse';
import { eventSchema } from '$lib/session/event-schema';
import { answersIn, localDay, type SessionEvent } from '$lib/session/events';
import { standingAfter, type Standing } from '$lib/session/standing';
import { apply, fold, type SessionState } from '$lib/session/state';
import type { SessionSummary } from '$lib/session/store';
import type { AttemptRow, SessionRow } from './rows.js';

/** A session folded up to its event `last`. */
export interface Folded {
	readonly count: number;
	readonly last: string;
	/** Undefined while the event that starts the session is missing. */
	readonly state: SessionState | undefined;
	/** The answers in it that count. */
	readonly standing: Standing;
}

/** Reads records of the log; those that the schema refuses are left out and counted. */
export function readEvents(records: readonly unknown[]): {
	readonly events: readonly SessionEvent[];
	readonly damaged: number;
} {
	const events: SessionEvent[] = [];
	for (const record of records) {
		const read = parse(eventSchema, record);
		if (read.ok) events.push(read.value);
	}
	return { events, damaged: records.length - events.length };
}

/** Folds the readable events of one session. */
export function foldAll(events: readonly SessionEvent[]): Folded {
	const ids = new Set(events.map((one) => one.id));
	let last = '';
	for (const id of ids) if (id > last) last = id;
	const standing = standingAfter(new Map(), byId(events));
	return { count: ids.size, last, state: fold(events), standing };
}

/**
 * Folds further events onto a session; undefined where only a fold of everything gives the right state: the events do
 * not all come after those folded, or the beginning is missing.
 */
export function foldMore(before: Folded, events: readonly SessionEvent[]): Folded | undefined {
	if (before.state === undefined) return undefined;
	let { count, last } = before;
	let state = before.state;
	const ordered = byId(events);
	for (const event of ordered) {
		if (event.id <= last) return undefined;
		state = apply(state, event);
		last = event.id;
		count += 1;
	}
	return { count, last, state, standing: standingAfter(before.standing, ordered) };
}

/** Events in order of id. */
export function byId<T extends { readonly id: string }>(events: readonly T[]): T[] {
	return [...events].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Values by key, in the order they came. */
export function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const value of values) {
		const key = keyOf(value);
		const group = groups.get(key);
		if (group === undefined) groups.set(key, [value]);
		else group.push(value);
	}
	return groups;
}

/** The row of a session, or undefined while its beginning is missing. */
export function sessionRow(folded: Folded): SessionRow | undefined {
	const { state, count, last } = folded;
	if (state === undefined) return undefined;
	const answers = [...state.answers.values()];
	return {
		id: state.id,
		mode: state.plan.mode,
		startedAt: state.startedAt,
		lastAt: state.lastAt,
		count: state.plan.items.length,
		answered: new Set([...state.answers.keys(), ...state.drafts.keys()]).size,
		current: state.current,
		points: answers.reduce((sum, one) => sum + one.points, 0),
		max: answers.reduce((sum, one) => sum + one.max, 0),
		finishedAt: state.finished?.at,
		open: state.finished === undefined ? 1 : 0,
		events: count,
		last
	};
}

/** A session row as the pages know it. */
export function summaryOf(row: SessionRow): SessionSummary {
	const { open: _open, events: _events, last: _last, ...summary } = row;
	return { ...summary, finishedAt: row.finishedAt };
}

/** The attempts that an event adds. */
export function attemptsOf(event: SessionEvent): AttemptRow[] {
	return answersIn(event).map((answer) => ({
		...answer,
		event: event.id,
		session: event.session,
		at: event.at,
		day: localDay(event)
	}));
}

/** Latest first; of two at the same moment the one with the higher id. */
export function latestFirst(a: SessionSummary, b: SessionSummary): number {
	return b.lastAt - a.lastAt || (a.id < b.id ? 1 : -1);
}
