// Passages and tables of which some stretches can be highlighted: `{{s1}}` stands where the words of span s1 stand.
import * as v from 'valibot';
import { fault, type Fault } from '$lib/validation/fault';
import { checkPlaceholders } from './blanks.js';
import { optionEntries } from './item-schema.js';
import { checkKeyList, countWithin, duplicateIds, property, readIds, wrongShape } from './lists.js';

const { id, text, rationale, entity, misconception } = optionEntries;

/** A stretch that can be highlighted. */
export const spanSchema = v.strictObject({ id, text, rationale, entity, misconception });
export type Span = v.InferOutput<typeof spanSchema>;

/** Shape of a response, and of the key: the highlighted spans. */
export const spansSchema = v.strictObject({ spans: v.array(id) });
export type Spans = v.InferOutput<typeof spansSchema>;

/** Faults of the spans, of their places in `placed` and of the key. */
export function checkSpans(
	item: { readonly spans: readonly Span[]; readonly key: Spans },
	placed: string,
	at: string
): Fault[] {
	const none =
		item.key.spans.length === 0
			? [fault(['key', 'spans'], [], 'at least one right span', 'key.incomplete')]
			: [];
	return [
		...countWithin(item.spans, ['spans'], {
			min: 2,
			max: 10,
			what: 'spans',
			source: 'NCLEX preparation guides: at most ten phrases to highlight'
		}),
		...duplicateIds(item.spans, ['spans']),
		...checkPlaceholders(placed, item.spans, [at]),
		...checkKeyList(item.key.spans, item.spans, ['key', 'spans']),
		...none
	];
}

/** Reads `{"spans": […]}` from outside. */
export function readSpans(
	raw: unknown,
	spans: readonly Span[]
): { response: Spans; faults: Fault[] } {
	const { ids, faults } = readIds(property(raw, 'spans'), spans, ['spans']);
	return { response: { spans: ids }, faults: [...wrongShape(raw, 'spans'), ...faults] };
}

/** The highlighted spans with one more, or one fewer. */
export function toggleSpan({ spans }: Spans, span: string): Spans {
	return { spans: spans.includes(span) ? spans.filter((one) => one !== span) : [...spans, span] };
}
