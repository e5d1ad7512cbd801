// Which answers count. A question of a session can be answered twice: in two tabs, or on two devices whose logs are merged. Both
// answers stay in the log; the first one counts, as the session itself has it.
import { answersIn, type Answer, type SessionEvent } from './events.js';

/** For each question of a session, by index, the id of the event whose answer counts. */
export type Standing = ReadonlyMap<number, string>;

/** What counts in a session after further events, which come in order of id and after those before. */
export function standingAfter(before: Standing, events: Iterable<SessionEvent>): Standing {
	let after: Map<number, string> | undefined;
	for (const event of events) {
		for (const { index } of answersIn(event)) {
			if ((after ?? before).has(index)) continue;
			after ??= new Map(before);
			after.set(index, event.id);
		}
	}
	return after ?? before;
}

/** The event with only those of its answers that count; undefined where it is an answer that does not. */
export function counted(event: SessionEvent, standing: Standing): SessionEvent | undefined {
	if (event.kind === 'checked') return counts(event.answer, event, standing) ? event : undefined;
	if (event.kind !== 'finished') return event;
	const seen = new Set<number>();
	const answers = event.answers.filter((one) => {
		const first = !seen.has(one.index);
		seen.add(one.index);
		return first && counts(one, event, standing);
	});
	return answers.length === event.answers.length ? event : { ...event, answers };
}

const counts = ({ index }: Answer, { id }: SessionEvent, standing: Standing) =>
	standing.get(index) === id;

/** Events of any sessions in any order as far as they count, in order of id. */
export function countedIn(events: Iterable<SessionEvent>): SessionEvent[] {
	const byId = new Map([...events].map((one) => [one.id, one]));
	const ordered = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
	const sessions = new Map<string, Standing>();
	return ordered.flatMap((event) => {
		const standing = standingAfter(sessions.get(event.session) ?? new Map(), [event]);
		sessions.set(event.session, standing);
		return counted(event, standing) ?? [];
	});
}
