// Texts with blanks: `{{b1}}` marks the place of the blank whose id is `b1`. Shared by the cloze and rationale types.
import * as v from 'valibot';
import { fault, type Fault } from '$lib/validation/fault';
import { idSchema, optionSchema, textSchema } from './item-schema.js';

type Keys = readonly (string | number)[];

/** A blank that is filled from a list of its own. */
export const blankSchema = v.strictObject({
	id: idSchema,
	/** What is chosen here; the accessible name of the control. */
	label: textSchema,
	options: v.array(optionSchema)
});
export type Blank = v.InferOutput<typeof blankSchema>;

/** A stretch of text, or the place of a blank. */
export type Segment =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'blank'; readonly id: string };

const PLACEHOLDER = /\{\{([a-z0-9][a-z0-9-]*)\}\}/g;

/** The text cut at its placeholders, in reading order, without empty stretches. */
export function splitBlanks(text: string): Segment[] {
	// With one capture group, `split` alternates text and id.
	return text.split(PLACEHOLDER).flatMap((piece, index): Segment[] => {
		if (index % 2 === 1) return [{ kind: 'blank', id: piece }];
		return piece === '' ? [] : [{ kind: 'text', text: piece }];
	});
}

/** The same by paragraph: an empty line begins a new one. */
export function splitParagraphs(text: string): Segment[][] {
	return text
		.trim()
		.split(/\n[^\S\n]*\n\s*/)
		.map(splitBlanks);
}

/** Ids of the placeholders, in reading order. */
export function placeholdersOf(text: string): string[] {
	return splitBlanks(text).flatMap((segment) => (segment.kind === 'blank' ? [segment.id] : []));
}

/** Faults unless every blank has exactly one placeholder and every placeholder a blank. */
export function checkPlaceholders(
	text: string,
	blanks: readonly { readonly id: string }[],
	at: Keys
): Fault[] {
	const placed = placeholdersOf(text);
	const known = blanks.map((blank) => blank.id);
	const faults: Fault[] = [];
	for (const id of known) {
		const times = placed.filter((one) => one === id).length;
		if (times !== 1) {
			faults.push(
				fault(at, `{{${id}}} ${times} times`, `{{${id}}} exactly once`, 'blank.placeholder')
			);
		}
	}
	for (const id of new Set(placed)) {
		if (known.includes(id)) continue;
		faults.push(fault(at, `{{${id}}}`, `a blank with the id "${id}"`, 'blank.unknown'));
	}
	const stray = /\{\{[^}]*\}?\}?|\}\}/.exec(text.replace(PLACEHOLDER, ''));
	if (stray !== null) {
		faults.push(fault(at, stray[0], 'placeholders written as {{id}}', 'blank.malformed'));
	}
	return faults;
}
