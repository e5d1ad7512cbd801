// `milium-module/1`: what an educator hands out. The content is what is signed; its hash is the module's id, so a module cannot
// change without becoming another one. `docs/modules.md` describes it.
import { sha256 } from '@noble/hashes/sha2.js';
import * as v from 'valibot';
import { canonicalJson, hashName } from '$lib/banks/canonical';
import { idSchema } from '$lib/items/item-schema';
import { MODES } from '$lib/session/events';
import { fault, type Fault } from '$lib/validation/fault';
import { HONEST, isHonest } from '$lib/validation/honest';
import { parse, type Parsed } from '$lib/validation/parse';
import { toUtf8 } from './bytes.js';
import { COUNTING, FEEDBACK_PARTS, FEEDBACK_TIMES, LATE, ORDERS } from './draft.js';

export const MODULE_FORMAT = 'milium-module/1';
/**
 * The algorithms: ECDSA and ECDH over P-256 with SHA-256, JWE ECDH-ES + A256GCM for files, HPKE
 * DHKEM(P-256, HKDF-SHA256) + HKDF-SHA256 + AES-128-GCM for text and QR codes.
 */
export const SUITE = 'p256/1';

export const MOST_ITEMS = 500;
const MOST_ACCOMMODATIONS = 200;
/** Ids that begin a text which is signed, so that no signature for one thing is good for another. */
const MODULE_CONTEXT = 'milium/module/1';

const line = (most: number) =>
	v.pipe(
		v.string(),
		v.check((text) => text.trim().length > 0, 'a text that is not empty'),
		v.maxLength(most, `at most ${most} characters`),
		// Learners see whose module it is by this: no name may look like another one.
		v.check(isHonest, HONEST)
	);
const whole = (least: number, most: number) =>
	v.pipe(
		v.number(),
		v.integer('a whole number'),
		v.minValue(least, `at least ${least}`),
		v.maxValue(most, `at most ${most}`)
	);
const base64url = (length: number, what: string) =>
	v.pipe(v.string(), v.regex(new RegExp(`^[A-Za-z0-9_-]{${length}}$`), what));

/** Milliseconds since 1970, UTC, from 1970 to 2199. */
export const instantSchema = whole(0, Date.UTC(2200, 0));
/** Content hash: of an item, or a module. */
export const hashSchema = base64url(22, 'a content hash of 22 characters');
/** P-256 public key, compressed point (SEC 1, 33 bytes). */
export const publicKeySchema = base64url(44, 'a public key of 44 characters');
/** ECDSA signature, r and s (64 bytes). */
export const signatureSchema = base64url(86, 'a signature of 86 characters');
export const suiteSchema = v.literal(SUITE);
/** Version of Milium or of a bank. */
export const versionSchema = line(40);

const itemSchema = v.strictObject({
	bank: idSchema,
	item: idSchema,
	/** Content hash of the item as it is shown: of the one without key in a module without key. */
	hash: hashSchema,
	/** Asked right after the item before it, whatever the order: the items of a case study. */
	follows: v.optional(v.literal(true))
});
export type ModuleItem = v.InferOutput<typeof itemSchema>;

const sectionSchema = v.strictObject({
	/** A pool: so many of its items are drawn for each learner. All are asked where it is absent. */
	take: v.optional(whole(1, MOST_ITEMS)),
	items: v.pipe(v.array(itemSchema), v.minLength(1, 'at least one item'))
});
export type Section = v.InferOutput<typeof sectionSchema>;

const accommodationSchema = v.strictObject({
	/** Mark of the learner's code (`codeMark`): the code itself is not in the module. */
	who: base64url(8, 'the mark of a code, 8 characters'),
	/** The time limit is multiplied by this, then minutes are added. */
	factor: v.optional(v.pipe(v.number(), v.minValue(1, 'at least 1'), v.maxValue(10, 'at most 10'))),
	extraMinutes: v.optional(whole(0, 1440)),
	due: v.optional(instantSchema),
	extraAttempts: v.optional(whole(0, 20))
});
export type Accommodation = v.InferOutput<typeof accommodationSchema>;

const bankSchema = v.strictObject({ id: idSchema, version: versionSchema });

export const contentSchema = v.strictObject({
	format: v.literal(MODULE_FORMAT, `"${MODULE_FORMAT}"`),
	suite: suiteSchema,
	title: line(120),
	message: v.optional(line(2000)),
	educator: v.strictObject({ name: line(80), sign: publicKeySchema, seal: publicKeySchema }),
	made: instantSchema,
	revision: whole(1, 999),
	/** Id of the module that this one replaces. */
	revises: v.optional(hashSchema),
	/** Version of Milium it was made with. */
	app: versionSchema,
	/** The banks of the items, each once, in the order in which the items name them. */
	banks: v.pipe(v.array(bankSchema), v.minLength(1), v.maxLength(100)),
	sections: v.pipe(v.array(sectionSchema), v.minLength(1, 'at least one section')),
	/** Seeds the order that is the same for all, and whatever is drawn. */
	seed: whole(0, 0xffffffff),
	mode: v.picklist(MODES),
	order: v.picklist(ORDERS),
	options: v.picklist(ORDERS),
	confidence: v.boolean(),
	/** Seconds; absent where there is no limit. */
	timeLimitS: v.optional(whole(30, 7 * 86_400)),
	/** 0: as often as they like. */
	attempts: whole(0, 20),
	counts: v.picklist(COUNTING),
	/** Per cent of the points that pass. */
	pass: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(100))),
	opens: v.optional(instantSchema),
	due: v.optional(instantSchema),
	closes: v.optional(instantSchema),
	/** Name of the IANA database: the educator's clock, in which times are shown. */
	timeZone: line(60),
	/** Whether what comes after the due time is taken. */
	late: v.picklist(LATE),
	feedback: v.strictObject({
		when: v.picklist(FEEDBACK_TIMES),
		parts: v.array(v.picklist(FEEDBACK_PARTS))
	}),
	/** The items carry neither key nor rationale; they are scored when the receipts come back. */
	keyless: v.optional(v.literal(true)),
	accommodations: v.optional(
		v.pipe(v.array(accommodationSchema), v.minLength(1), v.maxLength(MOST_ACCOMMODATIONS))
	)
});
/** What a module says. */
export type ModuleContent = v.InferOutput<typeof contentSchema>;

/** Something with the signature of who made it. */
export interface Signed<T> {
	readonly content: T;
	/** base64url, 86 characters. */
	readonly signature: string;
}
export type SignedModule = Signed<ModuleContent>;

/** Reads the content of a module; all faults at once. */
export function readContent(raw: unknown): Parsed<ModuleContent> {
	const read = parse(contentSchema, raw);
	if (!read.ok) return read;
	const faults = checkContent(read.value);
	return faults.length === 0 ? read : { ok: false, faults };
}

/** What the schema cannot say. */
function checkContent(content: ModuleContent): Fault[] {
	return [
		...checkItems(content),
		...checkTimes(content),
		...checkKeyless(content),
		...checkFeedback(content),
		...checkAccommodations(content)
	];
}

function checkItems(content: ModuleContent): Fault[] {
	const items = itemsIn(content);
	const faults: Fault[] = [];
	if (items.length > MOST_ITEMS)
		faults.push(fault(['sections'], items.length, `at most ${MOST_ITEMS} items in all`));
	if (new Set(items.map((one) => `${one.bank}/${one.item}`)).size < items.length)
		faults.push(fault(['sections'], 'an item that is there twice', 'each item once'));
	const banks = banksOf(items);
	if (content.banks.map((one) => one.id).join() !== banks.join())
		faults.push(fault(['banks'], content.banks, `the banks of the items: ${banks.join(', ')}`));
	content.sections.forEach(({ take, items: own }, at) => {
		const path = ['sections', at];
		if (take !== undefined && take > own.length)
			faults.push(fault([...path, 'take'], take, `at most ${own.length}, the items of the pool`));
		if (own[0]?.follows === true)
			faults.push(fault([...path, 'items', 0], 'follows', 'an item to follow'));
		if (take !== undefined && own.some((one) => one.follows))
			faults.push(fault([...path, 'items'], 'a case study', 'no case study in a pool'));
	});
	return faults;
}

function checkTimes({ opens, due, closes, feedback }: ModuleContent): Fault[] {
	const faults: Fault[] = [];
	if (opens !== undefined && due !== undefined && due <= opens)
		faults.push(fault(['due'], due, 'a time after it opens'));
	if (opens !== undefined && closes !== undefined && closes <= opens)
		faults.push(fault(['closes'], closes, 'a time after it opens'));
	if (due !== undefined && closes !== undefined && closes < due)
		faults.push(fault(['closes'], closes, 'a time that is not before the due time'));
	if (feedback.when === 'due' && due === undefined)
		faults.push(fault(['feedback', 'when'], 'due', 'a due time'));
	if (feedback.when === 'closed' && closes === undefined)
		faults.push(fault(['feedback', 'when'], 'closed', 'a time at which it closes'));
	return faults;
}

/** Study scores each answer at once, which takes the key. */
const checkKeyless = ({ keyless, mode }: ModuleContent): Fault[] =>
	keyless === true && mode === 'study'
		? [fault(['mode'], mode, '"exam", as the module holds no key')]
		: [];

/** Study tells everything after each question, so that nothing else may be promised; an exam tells nothing before its end. */
function checkFeedback({ mode, keyless, feedback }: ModuleContent): Fault[] {
	const { when, parts } = feedback;
	if (keyless === true) return [];
	if (mode === 'exam')
		return when === 'each' ? [fault(['feedback', 'when'], when, 'a time after the end')] : [];
	const missing = FEEDBACK_PARTS.filter((one) => !parts.includes(one));
	return [
		...(when === 'each' ? [] : [fault(['feedback', 'when'], when, '"each", as this is study')]),
		...(missing.length === 0
			? []
			: [
					fault(
						['feedback', 'parts'],
						parts,
						`all of ${FEEDBACK_PARTS.join(', ')}, as this is study`
					)
				])
	];
}

function checkAccommodations({ accommodations = [] }: ModuleContent): Fault[] {
	const twice = new Set(accommodations.map((one) => one.who)).size < accommodations.length;
	return twice ? [fault(['accommodations'], 'a code that is there twice', 'each code once')] : [];
}

/** Every item that a learner may get, in the order of the module. Receipts name items by their place here. */
export const itemsIn = (content: Pick<ModuleContent, 'sections'>): ModuleItem[] =>
	content.sections.flatMap((section) => section.items);

/** How many questions a learner is asked. */
export const questionCount = (content: Pick<ModuleContent, 'sections'>): number =>
	content.sections.reduce((sum, { take, items }) => sum + (take ?? items.length), 0);

/** Ids of the banks of some items, in the order of their first item. */
export const banksOf = (items: readonly Pick<ModuleItem, 'bank'>[]): string[] => [
	...new Set(items.map((one) => one.bank))
];

/** The bytes that are hashed and signed: equal contents give equal bytes. */
export const contentBytes = (content: ModuleContent): Uint8Array<ArrayBuffer> =>
	toUtf8(`${MODULE_CONTEXT}\n${canonicalJson(content)}`);

/** The id of a module: the hash of its content, 22 characters. */
export const moduleId = (content: ModuleContent): string => hashName(sha256(contentBytes(content)));
