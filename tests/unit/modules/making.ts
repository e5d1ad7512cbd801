// Modules and receipts for tests, whole and by chance.
import { sha256 } from '@noble/hashes/sha2.js';
import fc from 'fast-check';
import { isHonest } from '$lib/validation/honest';
import { toBase64url } from '$lib/modules/bytes';
import { makeEducatorKey, makeLearnerKey, type LearnerKey } from '$lib/modules/crypto/keys';
import { signModule, signReceipt } from '$lib/modules/crypto/sign';
import { COUNTING, FEEDBACK_PARTS, LATE, ORDERS } from '$lib/modules/draft';
import {
	banksOf,
	moduleId,
	SUITE,
	type ModuleContent,
	type Section,
	type SignedModule
} from '$lib/modules/format';
import type { KnownItem } from '$lib/modules/link';
import { drawPaper } from '$lib/modules/paper';
import { RECEIPT_FORMAT, type Receipt } from '$lib/modules/receipt';
import { CONFIDENCES } from '$lib/session/events';

const MADE = Date.UTC(2026, 10, 22, 9);

const filled = (length: number, byte: number) => toBase64url(new Uint8Array(length).fill(byte));

/** A hash that stands for no item. */
export const hashOf = (n: number) =>
	toBase64url(sha256(new TextEncoder().encode(`item ${n}`)).subarray(0, 16));

export const someItems = (count: number, bank = 'milia-basics', from = 0) =>
	Array.from({ length: count }, (_, at) => ({
		bank,
		item: `item-${from + at}`,
		hash: hashOf(from + at)
	}));

/** A module of three questions, with these wishes. */
export function aModule(wishes: Partial<ModuleContent> = {}): ModuleContent {
	const sections = wishes.sections ?? [{ items: someItems(3) }];
	const items = sections.flatMap((one) => one.items);
	return {
		format: 'milium-module/1',
		suite: SUITE,
		title: 'Milia, week 3',
		educator: { name: 'Dr. Ada Example', sign: filled(33, 2), seal: filled(33, 3) },
		made: Date.UTC(2026, 10, 22, 9),
		revision: 1,
		app: '0.1.0',
		banks: banksOf(items).map((id) => ({ id, version: '1.0.0' })),
		sections,
		seed: 7,
		mode: 'exam',
		order: 'same',
		options: 'per-learner',
		confidence: true,
		attempts: 1,
		counts: 'best',
		timeZone: 'Europe/Berlin',
		late: 'accept',
		feedback: { when: 'finished', parts: [...FEEDBACK_PARTS] },
		...wishes
	};
}

/** A receipt for a module of three questions. */
export function aReceipt(wishes: Partial<Receipt> = {}): Receipt {
	return {
		format: RECEIPT_FORMAT,
		suite: SUITE,
		module: hashOf(900),
		moduleSignature: filled(64, 9),
		learner: { name: 'L-014', key: filled(33, 2) },
		attempt: 1,
		app: '0.1.0',
		banks: [{ id: 'milia-basics', version: '1.0.0' }],
		started: Date.UTC(2026, 10, 23, 9),
		tz: 60,
		took: 300,
		ended: 'learner',
		answers: someItems(3).map(({ hash }, item) => ({
			item,
			hash,
			response: { choice: 'a' },
			confidence: 'certain',
			s: 20
		})),
		timing: [],
		...wishes
	};
}

const text = (most: number) =>
	fc
		.string({ unit: 'grapheme', minLength: 1, maxLength: most })
		.map((one) => `x${one}`.slice(0, most))
		.filter(isHonest);
const instant = fc.integer({ min: 1_700_000_000, max: 2_000_000_000 }).map((s) => s * 1000);
const hash = fc.uint8Array({ minLength: 16, maxLength: 16 }).map(toBase64url);
const key = fc.uint8Array({ minLength: 33, maxLength: 33 }).map(toBase64url);

const sections: fc.Arbitrary<Section[]> = fc
	.array(
		fc.record({
			bank: fc.constantFrom('milia-basics', 'look-alikes', 'case-studies'),
			hash,
			pool: fc.boolean()
		}),
		{ minLength: 1, maxLength: 30 }
	)
	.map((all) => {
		const items = all.map((one, at) => ({ bank: one.bank, item: `item-${at}`, hash: one.hash }));
		const fixed = items.filter((_, at) => !all[at]?.pool);
		const pool = items.filter((_, at) => all[at]?.pool);
		return [
			...(fixed.length > 0 ? [{ items: fixed }] : []),
			...(pool.length > 0 ? [{ take: Math.ceil(pool.length / 2), items: pool }] : [])
		];
	});

/** Any module at all. */
export const anyModule: fc.Arbitrary<ModuleContent> = fc
	.record(
		{
			title: text(120),
			message: text(2000),
			educator: fc.record({ name: text(80), sign: key, seal: key }),
			made: instant,
			revision: fc.integer({ min: 1, max: 999 }),
			revises: hash,
			app: fc.constantFrom('0.1.0', '1.12.3'),
			sections,
			seed: fc.integer({ min: 0, max: 0xffffffff }),
			mode: fc.constantFrom('study' as const, 'exam' as const),
			order: fc.constantFrom(...ORDERS),
			options: fc.constantFrom(...ORDERS),
			confidence: fc.boolean(),
			timeLimitS: fc.integer({ min: 30, max: 7200 }),
			attempts: fc.integer({ min: 0, max: 20 }),
			counts: fc.constantFrom(...COUNTING),
			pass: fc.integer({ min: 0, max: 100 }),
			due: instant,
			timeZone: fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu'),
			late: fc.constantFrom(...LATE),
			/** Of an exam: study has all of it after each question. */
			feedback: fc.record({
				when: fc.constantFrom('finished' as const, 'never' as const),
				parts: fc.subarray([...FEEDBACK_PARTS])
			}),
			keyless: fc.constant(true as const),
			accommodations: fc.uniqueArray(
				fc.record(
					{
						who: fc.uint8Array({ minLength: 6, maxLength: 6 }).map(toBase64url),
						factor: fc.constantFrom(1.25, 1.5, 2),
						extraMinutes: fc.integer({ min: 0, max: 60 }),
						due: instant,
						extraAttempts: fc.integer({ min: 0, max: 3 })
					},
					{ requiredKeys: ['who'] }
				),
				{ minLength: 1, maxLength: 4, selector: (one) => one.who }
			)
		},
		{
			requiredKeys: [
				...([
					'title',
					'educator',
					'made',
					'revision',
					'app',
					'sections',
					'seed',
					'mode',
					'order'
				] as const),
				...([
					'options',
					'confidence',
					'attempts',
					'counts',
					'timeZone',
					'late',
					'feedback'
				] as const)
			]
		}
	)
	.map(({ keyless, ...wishes }) =>
		aModule({
			...wishes,
			...(wishes.mode === 'study' && { feedback: { when: 'each', parts: [...FEEDBACK_PARTS] } }),
			...(keyless === true && wishes.mode === 'exam' && { keyless })
		} as Partial<ModuleContent>)
	);

/** The items of banks that hold this module's items and many others. */
export function knownOf(content: ModuleContent, others = 400): KnownItem[] {
	const own = content.sections.flatMap((one) => one.items);
	return [
		...own.map(({ bank, item, hash }) => ({ bank, id: item, hash })),
		...Array.from({ length: others }, (_, n) => ({
			bank: 'look-alikes',
			id: `other-${n}`,
			hash: toBase64url(sha256(new TextEncoder().encode(`other ${n}`)).subarray(0, 16))
		}))
	];
}

/** An educator, a learner, a module that the one signed and a receipt that the other signed for it. */
export async function aClass(wishes: Partial<ModuleContent> = {}, answers: Partial<Receipt> = {}) {
	const { key: educator, secret } = await makeEducatorKey('Dr. Ada Example', MADE);
	const { name, sign, seal } = educator;
	const content = aModule({ educator: { name, sign, seal }, ...wishes });
	const module = await signModule(content, educator);
	const learner = await makeLearnerKey(moduleId(content));
	const receipt = await signReceipt(receiptFor(module, learner, answers), learner);
	const ground = {
		keys: [educator],
		module: (id: string) => (id === moduleId(content) ? module : undefined)
	};
	return { educator, secret, module, learner, receipt, ground };
}

/** What a learner with this key hands in for a module: every question answered. */
export function receiptFor(
	module: SignedModule,
	learner: LearnerKey,
	wishes: Partial<Receipt> = {}
): Receipt {
	return aReceipt({
		module: moduleId(module.content),
		moduleSignature: module.signature,
		learner: { name: 'L-014', key: learner.public },
		banks: module.content.banks,
		answers: drawPaper(module.content, learner.public).items.map(({ place, item }, at) => ({
			item: place,
			hash: item.hash,
			response: { choice: 'abcd'.charAt(at % 4) },
			confidence: CONFIDENCES[at % 4],
			s: 20 + ((at * 7) % 50)
		})),
		...wishes
	});
}
