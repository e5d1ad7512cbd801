// The shape of stored results, for rows that come from a backup: anybody may have made it, and pages read rows without a second
// look. Loose, so that fields of newer code survive.
import * as v from 'valibot';
import { readReceipt, receiptId } from '$lib/modules/receipt';
import type { Counts } from './terms.js';

const COUNTS = ['best', 'last', 'first', 'average'] as const satisfies readonly Counts[];
const id = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const text = v.string();
/** Milliseconds since 1970. */
const time = v.pipe(v.number(), v.finite());
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const amount = v.pipe(v.number(), v.finite(), v.minValue(0));

const flagSchema = v.looseObject({
	kind: v.picklist(['gap', 'clock', 'hidden', 'over-time', 'late', 'name']),
	text
});
const markSchema = v.looseObject({
	item: count,
	points: v.pipe(v.number(), v.finite()),
	ms: amount,
	blank: v.boolean(),
	pairs: v.array(v.tuple([text, text]))
});

export const digestSchema = v.looseObject({
	receipt: id,
	module: id,
	learner: id,
	code: text,
	attempt: v.pipe(count, v.minValue(1)),
	at: time,
	limitS: v.optional(amount),
	accommodation: v.optional(text),
	flags: v.array(flagSchema),
	marks: v.array(markSchema)
});

const termItemSchema = v.looseObject({
	ref: v.looseObject({ bank: id, item: id, hash: id }),
	max: amount,
	type: text,
	topics: v.array(text),
	label: text
});
const termsSchema = v.looseObject({
	module: id,
	title: text,
	revision: v.pipe(count, v.minValue(1)),
	revises: v.optional(id),
	counts: v.picklist(COUNTS),
	passMark: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
	items: v.array(termItemSchema),
	asked: v.optional(count)
});

/** Of a cohort only what nothing else holds; its summary is made anew from the digests. */
export const cohortSchema = v.pipe(
	v.looseObject({ module: id, terms: termsSchema, expected: v.array(text), changed: time }),
	v.check(({ module, terms }) => module === terms.module, 'the terms of the same module')
);

const problemSchema = v.looseObject({ code: text, happened: text, safe: text, next: text });
export const setAsideSchema = v.looseObject({
	id,
	import: id,
	at: time,
	source: text,
	problem: problemSchema,
	module: v.optional(text),
	title: v.optional(text),
	name: v.optional(text),
	text: v.optional(text)
});

export const importSchema = v.looseObject({
	id,
	at: time,
	added: count,
	setAside: count,
	settled: v.optional(v.array(setAsideSchema))
});

/** A receipt is the one that its id names, of the module that the row names. */
export const receiptRowSchema = v.pipe(
	v.looseObject({ id, module: id, import: id, received: time, signed: text }),
	v.check((row) => isWhole(row), 'a receipt whose content is that of its id')
);

function isWhole(row: {
	readonly id: string;
	readonly module: string;
	readonly signed: string;
}): boolean {
	try {
		const { content } = JSON.parse(row.signed) as { readonly content?: unknown };
		const read = readReceipt(content);
		return read.ok && read.value.module === row.module && receiptId(read.value) === row.id;
	} catch {
		return false;
	}
}
