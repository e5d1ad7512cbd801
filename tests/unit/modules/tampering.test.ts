import { beforeAll, describe, expect, it } from 'vitest';
import { judge, Seen } from '$lib/cohort/judge';
import { toUtf8 } from '$lib/modules/bytes';
import { checked, crc32, withCheck } from '$lib/modules/compact';
import { makeEducatorKey, makeLearnerKey } from '$lib/modules/crypto/keys';
import { readKeyFile, writeKeyFile } from '$lib/modules/crypto/key-file';
import { openReceipt } from '$lib/modules/crypto/open';
import { sealBytes, sealFile } from '$lib/modules/crypto/seal';
import { signModule, signReceipt, verifyModule } from '$lib/modules/crypto/sign';
import { envelopeText } from '$lib/modules/envelope';
import { fingerprint } from '$lib/modules/fingerprint';
import { moduleId, type SignedModule } from '$lib/modules/format';
import { linkBytes, linkText, packModule, unpackModule } from '$lib/modules/link';
import { addPart, joinParts, splitIntoParts, toBase45 } from '$lib/modules/parts';
import { problem, type Outcome, type ProblemCode } from '$lib/modules/problems';
import { attemptOf, receiptId, type Receipt, type SignedReceipt } from '$lib/modules/receipt';
import { meetEducator } from '$lib/modules/educators';
import table from '../../cases/modules/tampering.json' with { type: 'json' };
import { aClass, hashOf, knownOf, receiptFor, someItems } from './making.js';

type Class = Awaited<ReturnType<typeof aClass>>;
type Deed = () => Promise<Outcome<unknown>> | Outcome<unknown>;

let here: Class;
let elsewhere: Class;
let keyFile: string;

beforeAll(async () => {
	const sections = [{ items: someItems(4) }, { take: 2, items: someItems(4, 'look-alikes', 4) }];
	here = await aClass({ sections });
	elsewhere = await aClass({ title: 'Another one' });
	keyFile = await writeKeyFile(here, 'six random words');
});

const value = <T>(outcome: Outcome<T>): T => {
	if (!outcome.ok) throw new Error(outcome.problem.code);
	return outcome.value;
};

/** The link of a module, opened as a learner does. */
async function opened(module: SignedModule, change = (bytes: Uint8Array) => bytes) {
	const known = knownOf(module.content);
	const bytes = change(value(packModule(module, known)));
	const read = linkBytes(linkText(bytes));
	const unpacked = read.ok ? unpackModule(read.value, known) : read;
	return unpacked.ok ? verifyModule(unpacked.value) : unpacked;
}

/** A receipt whose sender changed it after it was signed. */
const forged = (wishes: Partial<Receipt>): SignedReceipt => ({
	...here.receipt,
	content: { ...here.receipt.content, ...wishes }
});
/** A receipt that its device signed as it is. */
const resigned = (wishes: Partial<Receipt>) =>
	signReceipt({ ...here.receipt.content, ...wishes }, here.learner);

const flipped = (bytes: Uint8Array, at: number) =>
	bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
/** A change that somebody makes who knows the format, and so makes the checksum right again. */
const smart = (bytes: Uint8Array, change: (body: Uint8Array) => Uint8Array) =>
	withCheck(change(checked(bytes) ?? new Uint8Array()));

const changedAnswers = () =>
	here.receipt.content.answers.map((one, at) =>
		at === 0 ? { ...one, response: { choice: 'd' } } : one
	);

/** What the import says of a receipt, after others, with these modules made here and one of them looked at. */
function judged(
	receipt: Receipt,
	{ before = [] as Receipt[], modules = [here.module], only = undefined as string | undefined } = {}
): Outcome<unknown> {
	const seen = new Seen();
	for (const one of before) seen.add(receiptId(one), attemptOf(one));
	const known = modules.map(({ content, signature }) => {
		const id = moduleId(content);
		return [id, { id, content, signature, items: [] }] as const;
	});
	return judge(receipt, { modules: new Map(known), seen, only, accept: false, now: 0 });
}

const openText = async (receipt: SignedReceipt, change = (bytes: Uint8Array) => bytes) =>
	openReceipt(envelopeText(change(await sealBytes(receipt, here.module))), here.ground);
const openFile = async (receipt: SignedReceipt, change = (text: string) => text) =>
	openReceipt(change(await sealFile(receipt, here.module)), here.ground);

const DEEDS: Record<string, Deed> = {
	'module: a rule changed, checksum made right': () =>
		opened({ ...here.module, content: { ...here.module.content, attempts: 9 } }),
	"module: another educator's name, signature kept": () =>
		opened({
			...here.module,
			content: {
				...here.module.content,
				educator: { ...here.module.content.educator, name: 'Eve' }
			}
		}),
	'module: signed by another key than it names': async () => {
		const { name, sign, seal } = here.educator;
		const { content, signature } = await signModule(elsewhere.module.content, elsewhere.educator);
		return opened({ content: { ...content, educator: { name, sign, seal } }, signature });
	},
	'module: signature of another module': () =>
		opened({ ...here.module, signature: elsewhere.module.signature }),
	'module: link cut off': () => opened(here.module, (bytes) => bytes.subarray(0, -9)),
	'module: other wording of a question': () => {
		const known = knownOf(here.module.content);
		const bytes = value(packModule(here.module, known));
		return unpackModule(bytes, [{ ...known[0]!, hash: hashOf(77) }, ...known.slice(1)]);
	},
	'module: newer packing': () =>
		opened(here.module, (bytes) => Uint8Array.of(0x12, ...bytes.subarray(1))),
	'module: some other link': () => linkBytes('https://example.org/?q=milia'),
	'receipt file: a byte of what was sealed changed': () =>
		openFile(here.receipt, (text) => {
			const at = text.split('.').slice(0, 3).join('.').length + 9;
			return text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);
		}),
	'receipt text: a byte of what was sealed changed, checksum made right': () =>
		openText(here.receipt, (bytes) => smart(bytes, (body) => flipped(body, 80))),
	'receipt text: moved to another attempt': () =>
		openText(here.receipt, (bytes) => smart(bytes, (body) => flipped(body, 18))),
	'receipt text: moved to another module': async () => {
		const [bytes, other] = [
			await sealBytes(here.receipt, here.module),
			await sealBytes(elsewhere.receipt, elsewhere.module)
		];
		const moved = smart(bytes, (body) => {
			const copy = Uint8Array.from(body);
			copy.set(other.subarray(1, 17), 1);
			return copy;
		});
		return openReceipt(moved, { ...here.ground, module: () => elsewhere.module });
	},
	'receipt file: cut off': () => openFile(here.receipt, (text) => text.slice(0, -9)),
	'receipt text: cut off': () => openText(here.receipt, (bytes) => bytes.subarray(0, -9)),
	'receipt file: for another educator': async () =>
		openReceipt(await sealFile(here.receipt, here.module), elsewhere.ground),
	'receipt text: for another educator': async () =>
		openReceipt(await sealBytes(here.receipt, here.module), elsewhere.ground),
	"receipt file: for a key of one's own that is not here": async () =>
		openReceipt(await sealFile(here.receipt, here.module), { ...here.ground, keys: [] }),
	"receipt text: for a key of one's own that is not here": async () =>
		openReceipt(await sealBytes(here.receipt, here.module), { ...here.ground, keys: [] }),
	'receipt file: an answer changed before sealing': () =>
		openFile(forged({ answers: changedAnswers() })),
	'receipt text: an answer changed before sealing': () =>
		openText(forged({ answers: changedAnswers() })),
	"receipt file: another device's key written in": () =>
		openFile(forged({ learner: { name: 'L-014', key: elsewhere.learner.public } })),
	'receipt: hash of another question': async () =>
		openFile(
			await resigned({
				answers: here.receipt.content.answers.map((one) => ({ ...one, hash: hashOf(99) }))
			})
		),
	'receipt: signature of another module': async () =>
		openFile(await resigned({ moduleSignature: elsewhere.module.signature })),
	'receipt: for a module that is not here': async () =>
		openReceipt(await sealFile(here.receipt, here.module), {
			...here.ground,
			module: () => undefined
		}),
	'receipt: for another module than the one looked at': () =>
		judged(here.receipt.content, {
			modules: [here.module, elsewhere.module],
			only: moduleId(elsewhere.module.content)
		}),
	'receipt: for the revision before': () => {
		const revises = moduleId(here.module.content);
		const content = { ...here.module.content, revision: 2, revises };
		return judged(here.receipt.content, {
			modules: [here.module, { ...here.module, content }],
			only: moduleId(content)
		});
	},
	'receipt: the same again': () => judged(here.receipt.content, { before: [here.receipt.content] }),
	'receipt: the same attempt with other answers': () =>
		judged(
			{ ...here.receipt.content, answers: changedAnswers() },
			{ before: [here.receipt.content] }
		),
	'receipt: more attempts than allowed': () => judged({ ...here.receipt.content, attempt: 2 }),
	'receipt: questions that were not drawn for this device': async () => {
		for (let tries = 0; tries < 50; tries += 1) {
			const other = await makeLearnerKey(moduleId(here.module.content));
			const { answers } = receiptFor(here.module, other);
			const outcome = judged({ ...here.receipt.content, answers });
			if (!outcome.ok) return outcome;
		}
		throw new Error('Fifty devices drew the same questions');
	},
	'receipt: handed in after the module closed': () => {
		const content = { ...here.module.content, closes: here.receipt.content.started - 1 };
		const module = { ...here.module, content };
		return judged(receiptFor(module, here.learner), { modules: [module] });
	},
	'receipt file: something unknown in it': () => openFile(forged({ score: 100 } as never)),
	'receipt: some other text': () => openReceipt('Dear Ada, here it is', here.ground),
	"receipt: a module's link instead": () =>
		openReceipt(value(packModule(here.module, knownOf(here.module.content))), here.ground),
	'parts: one cut off': () => addPart(undefined, parts(here)[0]!.slice(0, -3)),
	'parts: of two codes mixed': () =>
		addPart(value(addPart(undefined, parts(here)[0]!)), parts(elsewhere)[1]!),
	'parts: one missing': () => joinParts(value(addPart(undefined, parts(here)[1]!))),
	'parts: one exchanged, its checksum made right': () => {
		const [first = '', second = ''] = parts(here);
		const place = second.split('.').slice(1, 3).join('.');
		const data = toBase45(Uint8Array.of(1, 2, 3));
		const crc = crc32(toUtf8(`${place}.${data}`))
			.toString(16)
			.toUpperCase()
			.padStart(8, '0');
		return joinParts(
			value(addPart(value(addPart(undefined, first)), `MIL1.${place}.${crc}.${data}`))
		);
	},
	'parts: some other code': () => addPart(undefined, 'https://example.org/'),
	'key file: wrong passphrase': () => readKeyFile(keyFile, 'six random word'),
	'key file: a byte changed': () =>
		readKeyFile(
			keyFile.slice(0, -40) + (keyFile.at(-40) === 'A' ? 'B' : 'A') + keyFile.slice(-39),
			'six random words'
		),
	'key file: some other file': () => readKeyFile('{"kty":"EC"}', 'x'),
	'key file: of a newer Milium': () =>
		readKeyFile(
			`${Buffer.from('{"alg":"x","typ":"milium-key/2"}').toString('base64url')}.a.b.c.d`,
			'x'
		),
	'educator: a known name with another key': () => meetEducator(elsewhere.educator, here.educator)
};

/** Codes of two classes differ, whatever the signatures of this run are. */
const parts = (one: Class) =>
	splitIntoParts(Uint8Array.from({ length: 700 }, (_, at) => (at + (one === here ? 0 : 1)) & 255));

describe('tampering', () => {
	it.each(table.cases)('$deed: $code', async ({ deed, code }) => {
		const outcome = await DEEDS[deed]?.();
		expect(outcome?.ok === false && outcome.problem.code).toBe(code);
	});

	it('is in the table, all of it', () => {
		expect(Object.keys(DEEDS)).toEqual(table.cases.map((one) => one.deed));
		const messages = table.cases.map(({ code }) => problem(code as ProblemCode).happened);
		expect(new Set(messages).size).toBe(new Set(table.cases.map((one) => one.code)).size);
	});

	it('names the words of the key that a receipt is for', async () => {
		const outcome = await openReceipt(await sealFile(here.receipt, here.module), elsewhere.ground);
		expect(outcome.ok || outcome.problem.happened).toContain(fingerprint(here.educator));
	});
});

describe('what was not tampered with', () => {
	it('opens: link, file, text, codes', async () => {
		expect(await opened(here.module)).toEqual({ ok: true, value: here.module });
		const receipt = { ok: true, value: here.receipt };
		expect(await openFile(here.receipt)).toEqual(receipt);
		expect(await openFile(here.receipt, (text) => text.replace(/(.{76})/g, '$1\r\n'))).toEqual(
			receipt
		);
		expect(await openText(here.receipt)).toEqual(receipt);
		let read = undefined;
		for (const part of splitIntoParts(await sealBytes(here.receipt, here.module)).reverse())
			read = value(addPart(read, part));
		expect(await openReceipt(value(joinParts(read!)), here.ground)).toEqual(receipt);
	});

	it('is an educator met before, or for the first time', () => {
		expect(meetEducator(here.educator, undefined)).toEqual({ ok: true, value: 'new' });
		expect(meetEducator(here.educator, here.educator)).toEqual({ ok: true, value: 'known' });
	});
});

describe('an educator’s key', () => {
	it('comes back from its file on another machine, and opens what was sealed for it', async () => {
		const restored = value(await readKeyFile(`\n${keyFile}\n`, ' six random words'));
		expect(restored).toMatchObject({ id: here.educator.id, name: 'Dr. Ada Example', saved: true });
		const outcome = await openReceipt(await sealBytes(here.receipt, here.module), {
			...here.ground,
			keys: [elsewhere.educator, restored]
		});
		expect(outcome.ok).toBe(true);
		expect(await signModule(here.module.content, restored).then(verifyModule)).toMatchObject({
			ok: true
		});
	});

	it('cannot be taken out of the browser, nor can a learner’s', async () => {
		const { signing, sealing } = here.educator;
		for (const key of [signing, sealing.privateKey, here.learner.signing]) {
			expect(key.extractable).toBe(false);
			await expect(crypto.subtle.exportKey('jwk', key)).rejects.toThrow();
		}
	});

	it('is what its module names, or nothing is signed', async () => {
		const { key } = await makeEducatorKey('Eve', 0);
		await expect(signModule(here.module.content, key)).rejects.toThrow('the key that it names');
	});
});
