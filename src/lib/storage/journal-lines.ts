// The journal's text: one JSON value a line. An event stands as it is, the items of a session as `{"kind":"contents"}`.
import * as v from 'valibot';
import type { HashedItem } from '$lib/banks/catalogue';
import { eventSchema } from '$lib/session/event-schema';
import type { SessionEvent } from '$lib/session/events';
import { parse } from '$lib/validation/parse';

const itemSchema = v.looseObject({ id: v.string(), type: v.string(), hash: v.string() });
const contentsSchema = v.object({ kind: v.literal('contents'), items: v.array(itemSchema) });

export interface JournalLines {
	/** As they stand in the journal, so that fields of newer code survive. */
	readonly events: readonly SessionEvent[];
	readonly contents: readonly HashedItem[];
	/** Lines cut short by a crash, and lines that no schema reads. */
	readonly damaged: number;
}

/** The text for an event, with the items that it asks. Contents come first, so that no event stands without them. */
export function encodeLines(event: SessionEvent, contents: readonly HashedItem[]): string {
	return encodeAll([event], contents);
}

/** The text for several events, with the items that they ask. */
export function encodeAll(
	events: readonly SessionEvent[],
	contents: readonly HashedItem[]
): string {
	const items =
		contents.length > 0 ? `${JSON.stringify({ kind: 'contents', items: contents })}\n` : '';
	return items + events.map((event) => `${JSON.stringify(event)}\n`).join('');
}

/** Reads the text of a journal. Never throws: what cannot be read is counted. */
export function decodeLines(text: string): JournalLines {
	const events: SessionEvent[] = [];
	const contents: HashedItem[] = [];
	let damaged = 0;
	for (const line of text.split('\n')) {
		if (line === '') continue;
		const raw = fromJson(line);
		const items = parse(contentsSchema, raw);
		if (items.ok) contents.push(...(items.value.items as unknown as HashedItem[]));
		else if (parse(eventSchema, raw).ok) events.push(raw as SessionEvent);
		else damaged += 1;
	}
	return { events, contents, damaged };
}

function fromJson(line: string): unknown {
	try {
		return JSON.parse(line) as unknown;
	} catch {
		return undefined;
	}
}

/** Whether something read from the store can be shown as an item. */
export function isItem(value: unknown): value is HashedItem {
	return v.is(itemSchema, value);
}
