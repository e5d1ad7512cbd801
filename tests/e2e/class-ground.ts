// A class that is made up: an educator with a key, a module of real questions, and learners whose receipts are signed and sealed as
// the app does it. What each learner answered is known here, so that what a page counts can be counted again.
import type { Page } from 'playwright-core';
import type { HashedItem } from '$lib/banks/catalogue';
import { itemTypeOf } from '$lib/items/registry';
import { makeEducatorKey, makeLearnerKey, type FreshEducatorKey } from '$lib/modules/crypto/keys';
import { sealBytes, sealFile } from '$lib/modules/crypto/seal';
import { signModule, signReceipt } from '$lib/modules/crypto/sign';
import { newDraft } from '$lib/modules/draft';
import { banksOf, moduleId, type ModuleContent, type SignedModule } from '$lib/modules/format';
import type { MadeModule } from '$lib/modules/kept';
import { drawPaper } from '$lib/modules/paper';
import type { Receipt, SignedReceipt } from '$lib/modules/receipt';
import { loadQuestions } from '../../src/tools/questions';

/** Questions of the banks that come with Milium, the first of those that fit. */
export function questions(
	count: number,
	fits: (item: HashedItem) => boolean = () => true
): { readonly bank: string; readonly item: HashedItem }[] {
	const all = loadQuestions().banks.flatMap((bank) =>
		bank.items.map((item) => ({ bank: bank.id, item }))
	);
	return all.filter(({ item }) => item.unfolding === undefined && fits(item)).slice(0, count);
}

export interface Class {
	readonly educator: FreshEducatorKey;
	readonly made: MadeModule;
}

/** An educator and a module of these questions. */
export async function makeClass(
	asked: readonly { readonly bank: string; readonly item: HashedItem }[],
	over: Partial<ModuleContent> = {},
	known?: FreshEducatorKey
): Promise<Class> {
	const educator = known ?? (await makeEducatorKey('Dr. Ada Example', Date.UTC(2026, 10, 1)));
	const { name, sign, seal } = educator.key;
	const items = asked.map(({ bank, item }) => ({ bank, item: item.id, hash: item.hash }));
	const content: ModuleContent = {
		...{ format: 'milium-module/1', suite: 'p256/1', title: 'Week one' },
		educator: { name, sign, seal },
		...{ made: Date.UTC(2026, 10, 2), revision: 1, app: '0.1.0', seed: 7, mode: 'exam' },
		banks: banksOf(items).map((id) => ({ id, version: '1.0.0' })),
		sections: [{ items }],
		...{ order: 'same', options: 'as-written', confidence: false, attempts: 1, counts: 'best' },
		...{ timeZone: 'UTC', late: 'accept', feedback: { when: 'never', parts: [] } },
		...over
	};
	const module = await signModule(content, educator.key);
	const id = moduleId(content);
	const draft = newDraft({ id, now: content.made, timeZone: 'UTC', seed: 7 });
	const kept = asked.map((one) => one.item);
	return { educator, made: { id, at: content.made, module, items: kept, file: false, draft } };
}

export interface HandedIn {
	readonly receipt: SignedReceipt;
	readonly file: string;
	/** For text and QR codes. */
	readonly bytes: Uint8Array;
	/** Points by place in the module, scored here. */
	readonly points: readonly number[];
}

/** A learner hands in: `right` says which questions of the module are answered with their key; the others are left blank. */
export async function handIn(
	{ made }: Class,
	name: string,
	right: (place: number) => boolean,
	over: Partial<Receipt> & { readonly code?: string } = {}
): Promise<HandedIn> {
	const { code, ...more } = over;
	const key = await makeLearnerKey(made.id);
	const answers = drawPaper(made.module.content, key.public).items.map(({ place, item }) => {
		const own = made.items[place];
		const response = own !== undefined && right(place) ? itemTypeOf(own).key(own) : undefined;
		return { item: place, hash: item.hash, s: 30, ...(response !== undefined && { response }) };
	});
	const receipt = await signReceipt(
		{
			...{ format: 'milium-receipt/1', suite: 'p256/1', module: made.id },
			moduleSignature: made.module.signature,
			learner: { name, key: key.public, ...(code !== undefined && { code }) },
			...{ attempt: 1, app: '0.1.0', banks: [], started: Date.UTC(2026, 10, 3, 9), tz: 0 },
			...{ took: 30 * answers.length, ended: 'learner', answers, timing: [], ...more }
		},
		key
	);
	return sealed(receipt, made.module, pointsOf(made, right));
}

async function sealed(
	receipt: SignedReceipt,
	module: SignedModule,
	points: readonly number[]
): Promise<HandedIn> {
	const [file, bytes] = await Promise.all([sealFile(receipt, module), sealBytes(receipt, module)]);
	return { receipt, file, bytes, points };
}

const pointsOf = ({ items }: MadeModule, right: (place: number) => boolean) =>
	items.map((item, place) => {
		const type = itemTypeOf(item);
		return right(place) ? type.score(item, type.key(item)).points : 0;
	});

/** Puts the educator's key and modules where the app keeps them, behind its back. The app must have opened its database before. */
export async function settle(
	page: Page,
	{ educator }: Class,
	made: readonly MadeModule[]
): Promise<void> {
	const { signing: _signing, sealing: _sealing, ...key } = educator.key;
	// Without what a key was made for, which would forbid another use. No function within the page: tsx would name it.
	const bare = educator.secret.keys.map(
		({ kty, crv, x, y, d }) => ({ kty, crv, x, y, d }) as JsonWebKey
	);
	const { d: _d, ...open } = bare[1] ?? {};
	const jwks = [...bare, open];
	await page.evaluate(
		async ({ key, jwks, made }) => {
			const { subtle } = crypto;
			const [sign, seal, sealPublic] = jwks;
			const [ecdsa, ecdh] = ['ECDSA', 'ECDH'].map((name) => ({ name, namedCurve: 'P-256' }));
			const row = {
				...key,
				signing: await subtle.importKey('jwk', sign!, ecdsa!, false, ['sign']),
				sealing: {
					privateKey: await subtle.importKey('jwk', seal!, ecdh!, false, ['deriveBits']),
					publicKey: await subtle.importKey('jwk', sealPublic!, ecdh!, true, [])
				}
			};
			await new Promise<void>((done, fail) => {
				const opening = indexedDB.open('milium');
				opening.onerror = () => fail(opening.error as Error);
				opening.onsuccess = () => {
					const tx = opening.result.transaction(['educatorKeys', 'madeModules'], 'readwrite');
					tx.objectStore('educatorKeys').put(row);
					for (const one of made) tx.objectStore('madeModules').put(one);
					tx.onerror = () => fail(tx.error as Error);
					tx.oncomplete = () => {
						opening.result.close();
						done();
					};
				};
			});
		},
		{ key, jwks, made: JSON.parse(JSON.stringify(made)) as MadeModule[] }
	);
}
