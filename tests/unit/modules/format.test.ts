import fc from 'fast-check';
import { FEEDBACK_PARTS } from '$lib/modules/draft';
import { describe, expect, it } from 'vitest';
import { fromBase64url, fromUtf8, toBase64url } from '$lib/modules/bytes';
import {
	contentBytes,
	itemsIn,
	moduleId,
	questionCount,
	readContent,
	type ModuleContent
} from '$lib/modules/format';
import { readReceipt, receiptBytes, receiptId } from '$lib/modules/receipt';
import { aModule, anyModule, aReceipt, someItems } from './making.js';

const bytes = fc.uint8Array({ maxLength: 70 });

describe('base64url', () => {
	it('is that of Node, and gives the bytes back', () => {
		fc.assert(
			fc.property(bytes, (one) => {
				expect(toBase64url(one)).toBe(Buffer.from(one).toString('base64url'));
				expect(fromBase64url(toBase64url(one))).toEqual(one);
			})
		);
	});

	it('reads of all texts that could stand for some bytes only one', () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'AaBb09-_=+/ '), maxLength: 9 }), (text) => {
				const read = fromBase64url(text);
				if (read !== undefined) expect(toBase64url(read)).toBe(text);
				else expect(Buffer.from(text, 'base64url').toString('base64url')).not.toBe(text);
			})
		);
	});
});

describe('a module', () => {
	it('is read as it was written', () => {
		fc.assert(
			fc.property(anyModule, (content) => {
				const read = readContent(JSON.parse(JSON.stringify(content)));
				expect(read).toEqual({ ok: true, value: content });
			})
		);
	});

	it('has an id that does not depend on the order of its keys', () => {
		const content = aModule();
		const turned = Object.fromEntries(Object.entries(content).reverse()) as ModuleContent;
		expect(moduleId(turned)).toBe(moduleId(content));
		expect(moduleId(content)).toMatch(/^[\w-]{22}$/);
		expect(fromUtf8(contentBytes(content))).toMatch(/^milium\/module\/1\n\{"app":"0\.1\.0"/);
	});

	it('becomes another one with any change', () => {
		const content = aModule();
		const changes: Partial<ModuleContent>[] = [
			{ title: 'Milia, week 4' },
			{ seed: 8 },
			{ timeLimitS: 600 },
			{ attempts: 2 },
			{ sections: [{ items: someItems(3).reverse() }] }
		];
		const ids = changes.map((change) => moduleId({ ...content, ...change }));
		expect(new Set([moduleId(content), ...ids]).size).toBe(changes.length + 1);
	});

	it('counts the questions of pools by what is taken', () => {
		const sections = [{ items: someItems(3) }, { take: 2, items: someItems(5, 'look-alikes', 3) }];
		expect(itemsIn({ sections })).toHaveLength(8);
		expect(questionCount({ sections })).toBe(5);
	});

	const at = (day: number) => Date.UTC(2026, 10, day);
	it.each<[string, Partial<ModuleContent>, string]>([
		['an item twice', { sections: [{ items: [...someItems(2), ...someItems(1)] }] }, 'sections'],
		[
			'a pool smaller than its draw',
			{ sections: [{ take: 4, items: someItems(3) }] },
			'sections[0].take'
		],
		[
			'a case study in a pool',
			{
				sections: [
					{
						take: 1,
						items: someItems(3).map((one, n) => (n > 0 ? { ...one, follows: true } : one))
					}
				]
			},
			'sections[0].items'
		],
		[
			'an item that follows none',
			{ sections: [{ items: someItems(1).map((one) => ({ ...one, follows: true })) }] },
			'sections[0].items[0]'
		],
		['a bank that no item is from', { banks: [{ id: 'look-alikes', version: '1.0.0' }] }, 'banks'],
		['due before it opens', { opens: at(3), due: at(2) }, 'due'],
		['closed before it is due', { due: at(3), closes: at(2) }, 'closes'],
		['closed before it opens', { opens: at(3), closes: at(2) }, 'closes'],
		[
			'feedback after a due time that there is not',
			{ feedback: { when: 'due', parts: [] } },
			'feedback.when'
		],
		[
			'feedback after it closes, which it never does',
			{ feedback: { when: 'closed', parts: [] } },
			'feedback.when'
		],
		[
			'study that says it tells later',
			{ mode: 'study', feedback: { when: 'finished', parts: [...FEEDBACK_PARTS] } },
			'feedback.when'
		],
		[
			'study that says it keeps the key back',
			{ mode: 'study', feedback: { when: 'each', parts: ['correctness', 'points'] } },
			'feedback.parts'
		],
		[
			'an exam that says it tells after each question',
			{ feedback: { when: 'each', parts: [...FEEDBACK_PARTS] } },
			'feedback.when'
		],
		['a title that hides its direction', { title: 'Milia\u202e' }, 'title'],
		[
			'an educator whose name hides a space',
			{ educator: { ...aModule().educator, name: 'Dr.\u200b Ada' } },
			'educator.name'
		],
		[
			'a code twice',
			{ accommodations: [{ who: 'AAAAAAAA' }, { who: 'AAAAAAAA', factor: 2 }] },
			'accommodations'
		],
		['no title', { title: ' ' }, 'title'],
		['a number of attempts that is none', { attempts: 1.5 }, 'attempts'],
		['something the format does not know', { surprise: 1 } as never, 'surprise']
	])('is refused with %s', (_, wishes, path) => {
		const read = readContent(aModule(wishes));
		expect(read.ok || read.faults.map((one) => one.path)).toEqual([path]);
	});
});

describe('a receipt', () => {
	it('is read as it was written, and its id follows from what it says', () => {
		const receipt = aReceipt();
		expect(readReceipt(JSON.parse(JSON.stringify(receipt)))).toEqual({ ok: true, value: receipt });
		expect(receiptId(aReceipt())).toBe(receiptId(receipt));
		expect(receiptId(aReceipt({ attempt: 2 }))).not.toBe(receiptId(receipt));
		expect(fromUtf8(receiptBytes(receipt))).toMatch(/^milium\/receipt\/1\n/);
	});

	it('says all its faults at once', () => {
		const read = readReceipt({ ...aReceipt(), attempt: 0, module: 'x', score: 9 });
		expect(read.ok || read.faults.map((one) => one.path).sort()).toEqual([
			'attempt',
			'module',
			'score'
		]);
	});
});
