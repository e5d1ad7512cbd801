// A receipt in as few bytes as will do, for text and QR codes. What follows from the module is left out and put back by the educator,
// who has it; the signature is over the whole receipt, so whatever is put back wrongly is found out.
//
// Bytes: learner's key 33 · signature 64 · packed rest
import { CONFIDENCES } from '$lib/session/events';
import { fromBase64url, fromJson, joined, toBase64url } from './bytes.js';
import { packed, RECEIPT_WORDS, unpacked } from './compact.js';
import { itemsIn, moduleId, SUITE, type SignedModule } from './format.js';
import { failed, succeeded, type Outcome } from './problems.js';
import { readReceipt, RECEIPT_FORMAT, type Receipt, type SignedReceipt } from './receipt.js';

const KINDS = ['away', 'gap', 'clock'] as const;
const HEAD = 33 + 64;

/** The bytes of a receipt for this module. */
export function packReceipt(
	{ content, signature }: SignedReceipt,
	module: SignedModule
): Uint8Array {
	const same = content.banks.map((one) => one.id).join() === bankIds(module);
	const short = {
		a: content.app,
		b: content.banks.map((one) => (same ? one.version : [one.id, one.version])),
		c: content.learner.code,
		d: content.started,
		g: content.timing.map(({ kind, at, s }) => [KINDS.indexOf(kind), at, s]),
		k: content.took,
		n: content.learner.name,
		r: content.answers.map(({ item, response, confidence, s }) => [
			item,
			response === undefined ? 0 : response,
			confidence === undefined ? 0 : CONFIDENCES.indexOf(confidence) + 1,
			s
		]),
		x: content.ended === 'time' ? 1 : undefined,
		z: content.tz
	};
	const heads = [content.learner.key, signature].map(
		(one) => fromBase64url(one) ?? new Uint8Array()
	);
	return joined(...heads, packed(JSON.stringify(short), RECEIPT_WORDS));
}

const bankIds = ({ content }: SignedModule) => content.banks.map((one) => one.id).join();

/** The receipt for this module that some bytes stand for, its signature not looked at yet. */
export function unpackReceipt(
	bytes: Uint8Array,
	module: SignedModule,
	attempt: number
): Outcome<SignedReceipt> {
	const short = fromJson(unpacked(bytes.subarray(HEAD), RECEIPT_WORDS));
	if (bytes.length <= HEAD || typeof short !== 'object' || short === null)
		return failed('receipt/damaged');
	const key = toBase64url(bytes.subarray(0, 33));
	const raw = lengthened(short as Record<string, unknown>, module, { key, attempt });
	const read = readReceipt(raw);
	if (!read.ok)
		return failed('receipt/damaged', `${read.faults[0]?.path}: ${read.faults[0]?.expected}.`);
	return succeeded({ content: read.value, signature: toBase64url(bytes.subarray(33, HEAD)) });
}

function lengthened(
	short: Record<string, unknown>,
	module: SignedModule,
	{ key, attempt }: { readonly key: string; readonly attempt: number }
): Record<keyof Receipt, unknown> {
	const { a, b, c, d, g, k, n, r, x, z } = short;
	const items = itemsIn(module.content);
	return {
		format: RECEIPT_FORMAT,
		suite: SUITE,
		module: moduleId(module.content),
		moduleSignature: module.signature,
		learner: { name: n, ...(c !== undefined && { code: c }), key },
		attempt,
		app: a,
		banks: listOf(b).map((one, at) => {
			const [id, version] = Array.isArray(one) ? one : [module.content.banks[at]?.id, one];
			return { id, version };
		}),
		started: d,
		tz: z,
		took: k,
		ended: x === 1 ? 'time' : 'learner',
		answers: listOf(r).map((one) => {
			const [item, response, confidence, s] = listOf(one);
			const sure = CONFIDENCES[Number(confidence) - 1];
			return {
				item,
				hash: items[Number(item)]?.hash,
				...(response !== 0 && { response }),
				...(sure !== undefined && { confidence: sure }),
				s
			};
		}),
		timing: listOf(g).map((one) => {
			const [kind, at, s] = listOf(one);
			return { kind: KINDS[Number(kind)], at, s };
		})
	};
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
