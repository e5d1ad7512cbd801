import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toBase64url } from '$lib/modules/bytes';
import { checked, crc32, packed, RECEIPT_WORDS, unpacked, withCheck } from '$lib/modules/compact';
import { linkBytes, linkText, packModule, unpackModule } from '$lib/modules/link';
import { receiptFor, aClass, aModule, anyModule, knownOf, someItems } from './making.js';
import { packReceipt, unpackReceipt } from '$lib/modules/receipt-pack';
import { verifyModule, verifyReceipt } from '$lib/modules/crypto/sign';
import type { ModuleContent, SignedModule } from '$lib/modules/format';

const signed = (content: ModuleContent): SignedModule => ({
	content,
	signature: toBase64url(new Uint8Array(64).fill(5))
});
const value = <T>(outcome: { ok: true; value: T } | { ok: false; problem: { code: string } }) => {
	if (!outcome.ok) throw new Error(outcome.problem.code);
	return outcome.value;
};
const codeOf = (outcome: { ok: true } | { ok: false; problem: { code: string } }) =>
	outcome.ok ? 'ok' : outcome.problem.code;

describe('packing', () => {
	it('gives the text back, and nothing for what unpacks to too much', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme' }), (text) => {
				expect(unpacked(packed(text, RECEIPT_WORDS), RECEIPT_WORDS)).toBe(text);
			})
		);
		expect(unpacked(packed('x'.repeat(500_000), RECEIPT_WORDS), RECEIPT_WORDS)).toBeUndefined();
		expect(unpacked(Uint8Array.of(1, 2, 3), RECEIPT_WORDS)).toBeUndefined();
	});

	it('checks with the CRC that everybody uses', () => {
		expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
		expect(checked(withCheck(Uint8Array.of(1, 2)))).toEqual(Uint8Array.of(1, 2));
	});
});

describe('a link', () => {
	it('gives back the module that was packed', () => {
		fc.assert(
			fc.property(anyModule, (content) => {
				const module = signed(content);
				const known = knownOf(content, 30);
				const text = linkText(value(packModule(module, known)));
				const bytes = value(linkBytes(`https://example.org/modules/open/#${text}`));
				expect(value(unpackModule(bytes, known))).toEqual(module);
			}),
			{ numRuns: 40 }
		);
	});

	const small = signed(aModule());
	const bytes = value(packModule(small, knownOf(small.content)));

	it('of which any byte was changed is refused', () => {
		for (let at = 0; at < bytes.length; at += 1) {
			const changed = Uint8Array.from(bytes);
			changed[at] = (changed[at] ?? 0) ^ 0x11;
			expect(codeOf(unpackModule(changed, knownOf(small.content)))).not.toBe('ok');
		}
	});

	it('that was cut off says so, wherever it was cut', () => {
		const text = linkText(bytes);
		for (let length = 8; length < text.length; length += 1) {
			const read = linkBytes(text.slice(0, length));
			const outcome = read.ok ? unpackModule(read.value, knownOf(small.content)) : read;
			expect(codeOf(outcome)).toBe('module/cut-off');
		}
	});

	it.each([
		['', 'module/none'],
		['https://example.org/', 'module/none'],
		['<b>no</b>', 'module/none'],
		['QUJD', 'module/none'],
		[`#${toBase64url(Uint8Array.of(0x12, 9, 9, 9, 9, 9))}`, 'module/newer'],
		[`#${'A'.repeat(30_000)}`, 'module/too-large']
	])('that is none says so: %#', (text, code) => {
		const read = linkBytes(text);
		expect(codeOf(read.ok ? unpackModule(read.value, []) : read)).toBe(code);
	});

	it('says how many questions are not here', () => {
		const known = knownOf(small.content).slice(1);
		const outcome = unpackModule(bytes, known);
		expect(outcome).toMatchObject({
			ok: false,
			problem: { happened: expect.stringContaining('1 of its 3 questions') }
		});
	});

	it('cannot hold questions of the educator’s own', () => {
		const outcome = packModule(small, knownOf(small.content).slice(1));
		expect(outcome).toMatchObject({
			ok: false,
			problem: { code: 'module/items-missing', happened: expect.stringContaining('item-0') }
		});
	});

	it('of twenty questions, with rules, message, keys and signature, has at most 600 characters', async () => {
		const banks = ['milia-basics', 'look-alikes', 'types-of-milia', 'diagnosis', 'counselling'];
		const items = banks.flatMap((bank, at) => someItems(4, bank, at * 4));
		const { module } = await aClass({
			title: 'Milia and their look-alikes, week 3',
			message: 'Please finish this before Thursday. Questions: ask me after the round.',
			sections: [{ items }],
			timeLimitS: 1800,
			attempts: 2,
			pass: 70,
			opens: Date.UTC(2026, 10, 23, 7),
			due: Date.UTC(2026, 10, 27, 22),
			closes: Date.UTC(2026, 10, 29, 22)
		});
		const known = knownOf(module.content, 600);
		const address = 'https://milium.example.org/milium/modules/open/#';
		const link = address + linkText(value(packModule(module, known)));
		expect(link.length).toBeLessThanOrEqual(600);
		const opened = value(unpackModule(value(linkBytes(link)), known));
		expect(opened).toEqual(module);
		expect(codeOf(await verifyModule(opened))).toBe('ok');
	});
});

describe('a packed receipt', () => {
	it('gives back the receipt, whatever was answered', async () => {
		const { module, learner } = await aClass({ sections: [{ items: someItems(20) }] });
		const answer = fc.record(
			{
				response: fc.jsonValue({ maxDepth: 2 }).filter((one) => one !== 0),
				confidence: fc.constantFrom('guess' as const, 'unsure' as const, 'certain' as const),
				s: fc.nat(5000)
			},
			{ requiredKeys: ['s'] }
		);
		fc.assert(
			fc.property(
				fc.array(answer, { minLength: 20, maxLength: 20 }),
				fc.boolean(),
				(all, timeUp) => {
					const whole = receiptFor(module, learner, {
						ended: timeUp ? 'time' : 'learner',
						learner: { name: 'Zoë', key: learner.public, ...(timeUp && { code: 'L-1' }) },
						timing: [{ kind: 'clock', at: 4, s: -60 }]
					});
					const receipt = {
						...whole,
						answers: whole.answers.map(({ item, hash }, at) => ({ item, hash, s: 0, ...all[at] }))
					};
					const plain = JSON.parse(
						JSON.stringify({ content: receipt, signature: module.signature })
					);
					expect(value(unpackReceipt(packReceipt(plain, module), module, 1))).toEqual(plain);
				}
			),
			{ numRuns: 40 }
		);
	});

	it('of twenty answers has less than 450 bytes, and bears its signature still', async () => {
		const { module, receipt } = await aClass({ sections: [{ items: someItems(20) }] });
		const bytes = packReceipt(receipt, module);
		expect(bytes.length).toBeLessThan(450);
		expect(codeOf(await verifyReceipt(value(unpackReceipt(bytes, module, 1))))).toBe('ok');
		expect(codeOf(await verifyReceipt(value(unpackReceipt(bytes, module, 2))))).toBe(
			'receipt/changed'
		);
	});
});
