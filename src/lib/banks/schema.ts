// Bank file format, version 1. Declared once: the types, the validation and the JSON Schema in `questions/schema/` all
// come from here. Frozen once released; a change of shape is a new version with an upgrade in `versions.ts`.
import * as v from 'valibot';
import { idSchema, textSchema } from '$lib/items/contract';
import { ITEM_TYPES } from '$lib/items/registry';

export const BANK_FORMAT = 'milium-bank/1';

const SEMVER = /^\d+\.\d+\.\d+$/;

export const bankHeadEntries = {
	$schema: v.optional(v.string()),
	format: v.literal(BANK_FORMAT),
	id: idSchema,
	version: v.pipe(v.string(), v.regex(SEMVER, 'a version such as 1.0.0')),
	title: v.pipe(textSchema, v.maxLength(120, 'at most 120 characters')),
	description: textSchema,
	language: v.pipe(
		v.string(),
		v.regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en')
	),
	licence: v.pipe(v.string(), v.minLength(1, 'an SPDX licence name such as CC-BY-4.0')),
	authors: v.pipe(v.array(textSchema), v.minLength(1, 'at least one author'))
};

/** The bank without its items, which are read one by one so that a fault in one does not hide the others. */
export const bankFileSchema = v.strictObject({
	...bankHeadEntries,
	items: v.pipe(v.array(v.unknown()), v.minLength(1, 'at least one item'))
});

/** The whole file, for the JSON Schema. */
export const bankSchema = v.strictObject({
	...bankHeadEntries,
	items: v.pipe(v.array(v.union(ITEM_TYPES.map((type) => type.schema))), v.minLength(1))
});
