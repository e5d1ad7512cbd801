// `milium-receipt/1`: a learner's answers to a module, on their way back to its educator. What stands here is signed by the
// learner's device key and then sealed for the educator. It holds responses and no score: whoever imports it scores anew.
import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { canonicalJson, hashName } from '$lib/banks/canonical';
import { idSchema } from '$lib/items/item-schema';
import { CONFIDENCES } from '$lib/session/events';
import { parse, type Parsed } from '$lib/validation/parse';
import { toUtf8 } from './bytes.js';
import {
	hashSchema,
	instantSchema,
	MOST_ITEMS,
	publicKeySchema,
	signatureSchema,
	suiteSchema,
	versionSchema,
	type Signed
} from './format.js';
import { MOST_ENTRIES, timingEntrySchema } from './timing.js';

export const RECEIPT_FORMAT = 'milium-receipt/1';
const RECEIPT_CONTEXT = 'milium/receipt/1';

const name = v.pipe(
	v.string(),
	v.check((text) => text.trim().length > 0, 'a text that is not empty'),
	v.maxLength(80, 'at most 80 characters')
);
const count = (least: number, most: number) =>
	v.pipe(v.number(), v.integer('a whole number'), v.minValue(least), v.maxValue(most));

const answerSchema = v.strictObject({
	/** Place of the item among all items of the module (`itemsIn`), from 0. */
	item: count(0, MOST_ITEMS - 1),
	/** Content hash of the item as it was shown. */
	hash: hashSchema,
	/** In the shape of the item's type, as in the log; absent where the question was left blank. */
	response: v.optional(v.unknown()),
	confidence: v.optional(v.picklist(CONFIDENCES)),
	/** Seconds the question was on screen. */
	s: count(0, 10_000_000)
});

const receiptSchema = v.strictObject({
	format: v.literal(RECEIPT_FORMAT, `"${RECEIPT_FORMAT}"`),
	suite: suiteSchema,
	/** Id of the module, and its signature. */
	module: hashSchema,
	moduleSignature: signatureSchema,
	learner: v.strictObject({
		/** What the learner wants to be called: a name or a code. */
		name,
		/** The code with which the attempt was begun, where the learner gave one: it decides on accommodations. */
		code: v.optional(name),
		/** Key of the learner's device for this module. */
		key: publicKeySchema
	}),
	/** From 1. */
	attempt: count(1, 999),
	/** Version of Milium that asked, and of the banks it had. */
	app: versionSchema,
	banks: v.pipe(
		v.array(v.strictObject({ id: idSchema, version: versionSchema })),
		v.maxLength(100)
	),
	/** By the learner's clock, ms since 1970, and the minutes it was ahead of UTC. */
	started: instantSchema,
	tz: count(-1440, 1440),
	/** Seconds from the beginning to the end. */
	took: count(0, 40_000_000),
	/** `time`: the limit was reached and the attempt submitted itself. */
	ended: v.picklist(['learner', 'time']),
	/** In the order in which they were asked. */
	answers: v.pipe(v.array(answerSchema), v.minLength(1), v.maxLength(MOST_ITEMS)),
	timing: v.pipe(v.array(timingEntrySchema), v.maxLength(MOST_ENTRIES))
});
export type Receipt = v.InferOutput<typeof receiptSchema>;
export type SignedReceipt = Signed<Receipt>;

/** Reads a receipt; all faults at once. */
export const readReceipt = (raw: unknown): Parsed<Receipt> => parse(receiptSchema, raw);

/** The bytes that are hashed and signed: equal receipts give equal bytes. */
export const receiptBytes = (receipt: Receipt): Uint8Array<ArrayBuffer> =>
	toUtf8(`${RECEIPT_CONTEXT}\n${canonicalJson(receipt)}`);

/** The id of a receipt: the hash of what it says, 22 characters. The same receipt sent twice has the same. */
export const receiptId = (receipt: Receipt): string => hashName(sha256(receiptBytes(receipt)));

/** Names one attempt of one device: two receipts of it that differ cannot both stand. */
export const attemptOf = ({ module, learner, attempt }: Receipt): string =>
	`${module}/${learner.key}/${attempt}`;
