// Receipts from the text that comes in to what counts, with real keys: nothing is believed, nothing dropped without a word.
import { beforeAll, describe, expect, it } from 'vitest';
import type { HashedItem } from '$lib/banks/catalogue';
import type { KnownModule } from '$lib/cohort/judge';
import { codeOf } from '$lib/cohort/people';
import { bringReceipts, type ReceiptWorkerLike } from '$lib/intake/receipts-door';
import { LARGEST_RECEIPT, ReceiptJudge } from '$lib/intake/receipts-judge';
import { receiptsIn } from '$lib/intake/receipts-open';
import type { FromReceiptWorker, Ground, Judged } from '$lib/intake/receipts-protocol';
import { makeEducatorKey, makeLearnerKey, type EducatorKey } from '$lib/modules/crypto/keys';
import { sealBytes, sealFile } from '$lib/modules/crypto/seal';
import { signModule, signReceipt } from '$lib/modules/crypto/sign';
import { envelopeText } from '$lib/modules/envelope';
import { moduleId, type SignedModule } from '$lib/modules/format';
import { drawPaper } from '$lib/modules/paper';
import type { Receipt } from '$lib/modules/receipt';
import fixture from '../../fixtures/items/multiple-choice.json' with { type: 'json' };
import { aModule, aReceipt, someItems } from '../modules/making';

const ITEMS = someItems(3);
const NOW = Date.UTC(2026, 11, 1);

interface Educator {
	readonly key: EducatorKey;
	readonly module: SignedModule;
	readonly known: KnownModule;
}

async function educator(title: string, over = {}): Promise<Educator> {
	const { key } = await makeEducatorKey('Dr. Ada Example', 1);
	return { key, ...(await moduleOf(key, title, over)) };
}

async function moduleOf(key: EducatorKey, title: string, over = {}) {
	const { name, sign, seal } = key;
	const content = aModule({ title, educator: { name, sign, seal }, ...over });
	const module = await signModule(content, key);
	const items = ITEMS.map(({ bank, item, hash }) => ({
		bank,
		item: { ...fixture, id: item, hash } as unknown as HashedItem
	}));
	return { module, known: { id: moduleId(content), ...module, items } };
}

/** A receipt of a new device, signed and sealed both ways. */
async function handIn(module: SignedModule, over: Partial<Receipt> = {}) {
	const id = moduleId(module.content);
	const key = await makeLearnerKey(id);
	const answers = drawPaper(module.content, key.public).items.map(({ place, item }) => ({
		item: place,
		hash: item.hash,
		response: fixture.key,
		s: 12
	}));
	const content = aReceipt({
		module: id,
		moduleSignature: module.signature,
		learner: { name: 'L-014', key: key.public },
		answers,
		...over
	});
	const receipt = await signReceipt(content, key);
	const text = envelopeText(await sealBytes(receipt, module));
	return { text, file: await sealFile(receipt, module), receipt, key };
}

let ada: Educator;
let other: Educator;
let sent: Awaited<ReturnType<typeof handIn>>;
beforeAll(async () => {
	ada = await educator('Milia, week 3');
	other = await educator('Another');
	sent = await handIn(ada.module);
});

const ground = (over: Partial<Ground> = {}): Ground => ({
	keys: [ada.key],
	modules: [ada.known],
	seen: [],
	accept: false,
	now: NOW,
	...over
});
const judged = async (text: string, over: Partial<Ground> = {}) => {
	const [all = []] = await new ReceiptJudge(ground(over)).judgeAll([{ name: 'a.txt', text }]);
	return all;
};
const code = (one: Judged | undefined) => (one?.kind === 'aside' ? one.problem.code : one?.kind);
const change = (text: string, at: number) =>
	text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

describe('what counts', () => {
	it.each(['text', 'file'] as const)('a receipt as %s, scored anew', async (form) => {
		const [one] = await judged(sent[form]);
		expect(one?.kind === 'counts' && one.digest.marks.map((mark) => mark.points)).toEqual([
			1, 1, 1
		]);
		// What is kept is what was signed, word for word.
		expect(one?.kind === 'counts' && JSON.parse(one.signed)).toEqual(sent.receipt);
	});

	it('several in one text, as mails write them', async () => {
		const second = await handIn(ada.module);
		const wrapped = second.text.replaceAll(/(.{70})/g, '$1\r\n');
		const mail = `Hello,\nhere is mine:\n\n${sent.text}\n\nBest\nAnna\n\n> ${wrapped}\n\n-- \nBo`;
		expect((await judged(mail)).map(code)).toEqual(['counts', 'counts']);
		expect(receiptsIn('only words')).toEqual(['only words']);
	});

	it('a name that is markup or a formula, as it is', async () => {
		const name = '<img src=x onerror=alert(1)>=cmd|calc';
		const key = sent.receipt.content.learner.key;
		const hostile = await handIn(ada.module, {});
		expect(key).not.toBe(hostile.key.public);
		const receipt = await signReceipt(
			{ ...hostile.receipt.content, learner: { name, key: hostile.key.public } },
			hostile.key
		);
		const [one] = await judged(await sealFile(receipt, ada.module));
		expect(one?.kind === 'counts' && one.digest.code).toBe(name);
	});

	it('a name without what hides in it, with a note', async () => {
		const hostile = await handIn(ada.module, {});
		const learner = { name: 'Ada\u202e\u200bnoryB', key: hostile.key.public };
		const receipt = await signReceipt({ ...hostile.receipt.content, learner }, hostile.key);
		const [one] = await judged(await sealFile(receipt, ada.module));
		expect(one?.kind === 'counts' && one.digest.code).toBe('AdanoryB');
		expect(one?.kind === 'counts' && one.digest.flags.map((flag) => flag.kind)).toEqual(['name']);
		// What was signed stays as it came.
		expect(one?.kind === 'counts' && JSON.parse(one.signed)).toEqual(receipt);
	});

	it('a name of which nothing can be seen, under the code of its device', async () => {
		const hostile = await handIn(ada.module, { attempt: 2 });
		const learner = { name: '\u200b\u3164', key: hostile.key.public };
		const receipt = await signReceipt({ ...hostile.receipt.content, learner }, hostile.key);
		const file = await sealFile(receipt, ada.module);
		const [aside] = await judged(file);
		expect(aside?.kind === 'aside' && aside.learner).toBe(codeOf(hostile.key.public));
		const [one] = await judged(file, { accept: true });
		expect(one?.kind === 'counts' && one.digest.code).toBe(codeOf(hostile.key.public));
	});
});

describe('what is set aside, each with its reason', () => {
	const CASES: readonly [string, () => Promise<string> | string, string][] = [
		['a text that is none', () => 'Dear colleague, all done!', 'receipt/none'],
		['an empty text', () => '', 'receipt/none'],
		['a text cut off', () => sent.text.slice(0, -40), 'receipt/cut-off'],
		['a file cut off', () => sent.file.slice(0, -40), 'receipt/cut-off'],
		[
			'a file changed on its way',
			() => change(sent.file, sent.file.length - 60),
			'receipt/undecryptable'
		],
		[
			'one for another educator',
			async () => (await handIn(other.module)).text,
			'receipt/other-educator'
		],
		[
			'one for a module that is not here',
			async () => (await handIn((await moduleOf(ada.key, 'Unknown')).module)).file,
			'receipt/unknown-module'
		],
		[
			'one that another device signed',
			async () => {
				const thief = await makeLearnerKey(sent.receipt.content.module);
				const { content } = sent.receipt;
				const learner = { ...content.learner, key: thief.public };
				const { signature } = await signReceipt({ ...content, learner }, thief);
				return sealFile({ content, signature }, ada.module);
			},
			'receipt/changed'
		],
		[
			'one attempt too many',
			async () => (await handIn(ada.module, { attempt: 2 })).text,
			'receipt/attempts'
		]
	];
	it.each(CASES)('%s', async (_, make, expected) => {
		const text = await make();
		const [one, ...more] = await judged(text);
		expect(code(one)).toBe(expected);
		expect(more).toEqual([]);
		// It can be tried again as it came.
		expect(one?.kind === 'aside' && one.text).toBe(text);
		expect(one?.kind === 'aside' && one.problem.next).not.toBe('');
	});

	it('one for another key names the words of that key', async () => {
		const [one] = await judged((await handIn(other.module)).file);
		expect(one?.kind === 'aside' && one.problem.happened).toMatch(/The words of its key: \S+/);
	});

	it('one for the revision before', async () => {
		const revises = moduleId(ada.module.content);
		const { known } = await moduleOf(ada.key, 'Milia, week 3', { revision: 2, revises });
		const [one] = await judged(sent.text, { modules: [known] });
		expect(code(one)).toBe('receipt/wrong-revision');
		expect(one?.kind === 'aside' && one.problem.happened).toContain('Revision 2');
	});

	it('the same once more, by file after text, and another for the same attempt', async () => {
		const judge = new ReceiptJudge(ground());
		const again = await signReceipt({ ...sent.receipt.content, took: 999 }, sent.key);
		const sources = [sent.text, sent.file, await sealFile(again, ada.module)];
		const all = await judge.judgeAll(sources.map((text, at) => ({ name: `${at}`, text })));
		expect(all.flat().map(code)).toEqual(['counts', 'receipt/duplicate', 'receipt/replayed']);
	});

	it('what is too large, without reading it', async () => {
		const file = { size: LARGEST_RECEIPT + 1, text: () => Promise.reject(new Error('read')) };
		const source = { name: 'big.txt', file: file as unknown as Blob };
		const [[one] = []] = await new ReceiptJudge(ground()).judgeAll([source]);
		expect(code(one)).toBe('receipt/too-large');
	});
});

/** A worker that judges in this thread; `hang` names sources on which it says nothing. */
function workerOf(hang: (name: string) => boolean): ReceiptWorkerLike {
	let judge: ReceiptJudge | undefined;
	let ended = false;
	const worker: ReceiptWorkerLike = {
		onmessage: null,
		onerror: null,
		terminate: () => {
			ended = true;
		},
		postMessage: (message) => {
			if (message.kind === 'ground') judge = new ReceiptJudge(message.ground);
			else if (message.sources.some((one) => hang(one.name)))
				queueMicrotask(() => worker.onerror?.(new Event('error') as ErrorEvent));
			else
				void judge?.judgeAll(message.sources).then((all) => {
					const data: FromReceiptWorker = { kind: 'judged', judged: all };
					if (!ended) worker.onmessage?.({ data } as MessageEvent<FromReceiptWorker>);
				});
		}
	};
	return worker;
}

describe('the door', () => {
	const sources = () => [
		{ name: '0', text: sent.text },
		{ name: '1', text: 'bomb' },
		...Array.from({ length: 21 }, (_, at) => ({ name: `${at + 2}`, text: sent.file }))
	];

	it('goes on after one that brings the worker down, and forgets nothing that it saw', async () => {
		const steps: number[] = [];
		const all = await bringReceipts(sources(), {
			worker: () => workerOf((name) => name === '1'),
			ground: ground(),
			onprogress: (done) => steps.push(done),
			signal: new AbortController().signal
		});
		expect(all?.map(code)).toEqual([
			'counts',
			'receipt/damaged',
			...Array.from({ length: 21 }, () => 'receipt/duplicate')
		]);
		expect(steps).toEqual([10, 20, 23]);
	});

	it('gives nothing once it is cancelled', async () => {
		const cancel = new AbortController();
		const all = await bringReceipts(sources(), {
			worker: () => workerOf(() => false),
			ground: ground(),
			onprogress: () => cancel.abort(),
			signal: cancel.signal
		});
		expect(all).toBeUndefined();
	});
});
