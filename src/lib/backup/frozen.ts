// Questions with the wording they were asked in, as a backup brings them: read as strictly as those of a bank, although what
// follows from a case study is already in them.
import * as v from 'valibot';
import { canonicalJson, hashName } from '$lib/banks/canonical';
import type { HashedItem } from '$lib/banks/catalogue';
import { asWritten } from '$lib/banks/compile';
import { parseItem, parseKeyless } from '$lib/banks/parse';
import { idSchema, recordEntryEntries, recordSchemaOf, textSchema } from '$lib/items/item-schema';

const place = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100));
const unfoldingSchema = v.strictObject({
	case: idSchema,
	title: textSchema,
	step: place,
	of: place
});
const shownRecord = recordSchemaOf({ ...recordEntryEntries, isNew: v.optional(v.literal(true)) });

/** The item, or undefined where it is none, or not the one that its hash names. */
export async function frozenItem(
	raw: object,
	sha256: (bytes: Uint8Array) => Promise<Uint8Array>
): Promise<HashedItem | undefined> {
	const item = raw as HashedItem;
	const written = asWritten(item);
	// Those of a module without key are stored as they came.
	if (!parseItem(written).ok && !parseKeyless(written).ok) return undefined;
	if (item.unfolding !== undefined) {
		if (!v.is(unfoldingSchema, item.unfolding)) return undefined;
		if (item.record !== undefined && !v.is(shownRecord, item.record)) return undefined;
	}
	const { hash, ...content } = item;
	const bytes = new TextEncoder().encode(canonicalJson(content));
	return hashName(await sha256(bytes)) === hash ? item : undefined;
}
