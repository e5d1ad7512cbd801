// The shape of modules that are kept, for rows that come from a backup. Loose, so that fields of newer code survive; the items are
// looked at one by one by whoever reads the backup.
import * as v from 'valibot';
import { draftSchema } from './draft.js';
import {
	contentSchema,
	hashSchema,
	instantSchema,
	moduleId,
	publicKeySchema,
	signatureSchema
} from './format.js';

const text = v.string();
const signed = v.looseObject({
	content: contentSchema,
	signature: signatureSchema
});
const items = v.array(v.looseObject({ hash: hashSchema }));

/** The id of a module is the hash of what it says. */
const NAMED = 'a module whose content is that of its id';

export const madeModuleSchema = v.pipe(
	v.looseObject({
		id: hashSchema,
		at: instantSchema,
		module: signed,
		items,
		shown: v.optional(items),
		file: v.boolean(),
		draft: draftSchema
	}),
	v.check((row) => moduleId(row.module.content) === row.id, NAMED)
);

export const takenModuleSchema = v.pipe(
	v.looseObject({
		id: hashSchema,
		at: instantSchema,
		module: signed,
		items,
		code: text,
		name: text,
		attempts: v.array(text),
		handedIn: v.array(text)
	}),
	v.check((row) => moduleId(row.module.content) === row.id, NAMED)
);

export const knownEducatorSchema = v.looseObject({
	id: v.pipe(text, v.minLength(1), v.maxLength(200)),
	name: text,
	sign: publicKeySchema,
	seal: publicKeySchema,
	since: instantSchema
});
