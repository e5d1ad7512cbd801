// Keys, signatures, links and seals as the pages of modules use them. Fetched when a page needs one of them.
import type { HashedItem } from '$lib/banks/catalogue';
import {
	canUseKeys,
	makeEducatorKey,
	makeLearnerKey,
	type EducatorKey,
	type FreshEducatorKey
} from '$lib/modules/crypto/keys';
import { readKeyFile, writeKeyFile } from '$lib/modules/crypto/key-file';
import { sealBytes, sealFile } from '$lib/modules/crypto/seal';
import { signModule, signReceipt, verifyModule } from '$lib/modules/crypto/sign';
import { envelopeText } from '$lib/modules/envelope';
import { knownName, meetEducator } from '$lib/modules/educators';
import { fingerprint } from '$lib/modules/fingerprint';
import { itemsIn, moduleId, type ModuleContent, type SignedModule } from '$lib/modules/format';
import type { TakenModule } from '$lib/modules/kept';
import { linkBytes, linkText, packModule, unpackModule, type KnownItem } from '$lib/modules/link';
import { looksLikeModuleFile, readModuleFile, type WholeModule } from '$lib/modules/module-file';
import { fitsParts, splitIntoParts } from '$lib/modules/parts';
import { failed, problem, succeeded, type Outcome } from '$lib/modules/problems';
import type { Receipt } from '$lib/modules/receipt';
import type { App } from '../app.svelte.js';
import { bankBriefs, builtInBriefs, itemsOf } from '../library.js';
import { OPEN_MODULE } from './addresses.js';

/** The educator's key in use on this device: the latest one. */
export async function educatorKey(app: App): Promise<EducatorKey | undefined> {
	const all = await (await app.storage()).shelf('educatorKeys').all();
	return [...all].sort((a, b) => b.made - a.made)[0];
}

/** Makes the educator's key and keeps it. Its secret is there to be written to a key file, as long as the page is open. */
export async function newEducatorKey(app: App, name: string): Promise<Outcome<FreshEducatorKey>> {
	if (!canUseKeys()) return failed('key/unavailable');
	const fresh = await makeEducatorKey(name.trim(), app.now());
	const saved = await (await app.storage()).shelf('educatorKeys').put(fresh.key);
	return saved.ok
		? succeeded(fresh)
		: { ok: false, problem: { ...saved.problem, code: 'key/unavailable' } };
}

/** A key file: its name and its text. */
export interface KeyFile {
	readonly name: string;
	readonly text: string;
}

/** The key file of a key that was just made. It is kept with the key, so that it can be saved again. */
export async function keyFileOf(
	app: App,
	fresh: FreshEducatorKey,
	passphrase: string
): Promise<KeyFile> {
	const text = await writeKeyFile(fresh, passphrase);
	// Tested before anybody relies on it.
	const back = await readKeyFile(text, passphrase);
	if (!back.ok || back.value.id !== fresh.key.id) throw new Error('A key file must open again');
	const kept = { ...fresh.key, saved: true, file: text };
	await (await app.storage()).shelf('educatorKeys').put(kept);
	return savedFileOf(kept, text);
}

/** The file of a key as it was saved before. */
export const savedFileOf = ({ name }: Pick<EducatorKey, 'name'>, text: string): KeyFile => ({
	name: `${fileNameOf(name)}.milium-key.txt`,
	text
});

/** Puts the key of a file into use here. */
export async function restoreKey(
	app: App,
	text: string,
	passphrase: string
): Promise<Outcome<EducatorKey>> {
	if (!canUseKeys()) return failed('key/unavailable');
	const read = await readKeyFile(text, passphrase);
	if (!read.ok) return read;
	const kept = { ...read.value, file: text.trim() };
	const saved = await (await app.storage()).shelf('educatorKeys').put(kept);
	return saved.ok ? read : { ok: false, problem: { ...saved.problem, code: 'key/unavailable' } };
}

/** Signs a module with the educator's key. */
export const sign = (content: ModuleContent, key: EducatorKey): Promise<SignedModule> =>
	signModule(content, key);

async function knownItems(app: App, builtInOnly: boolean): Promise<KnownItem[]> {
	const briefs = builtInOnly ? await builtInBriefs() : await bankBriefs(await app.storage());
	return briefs.flatMap((bank) => bank.items.map(({ id, hash }) => ({ bank: bank.id, id, hash })));
}

/** What goes out of a module without its questions: its link and its QR codes. Undefined where learners do not have them. */
export interface Wire {
	readonly link: string;
	/** Texts of the QR codes: one with the link, or several parts. */
	readonly codes: readonly string[];
}

/** Longer links are shown in several codes. */
const LONGEST_IN_ONE_CODE = 900;

export async function wireOf(app: App, module: SignedModule): Promise<Wire | undefined> {
	if (module.content.keyless === true) return undefined;
	const packed = packModule(module, await knownItems(app, true));
	if (!packed.ok) return undefined;
	const link = `${location.origin}${OPEN_MODULE}#${linkText(packed.value)}`;
	if (link.length <= LONGEST_IN_ONE_CODE) return { link, codes: [link] };
	return { link, codes: fitsParts(packed.value) ? splitIntoParts(packed.value) : [] };
}

/** Opens what was given: a link, what stands behind its `#`, the text of a file, or the bytes of QR codes. Stores nothing. */
export async function openModule(
	app: App,
	given: string | Uint8Array
): Promise<Outcome<WholeModule>> {
	if (!canUseKeys()) return failed('key/unavailable');
	const read = await readGiven(app, given);
	if (!read.ok) return read;
	const verified = await verifyModule(read.value.module);
	return verified.ok ? read : verified;
}

async function readGiven(app: App, given: string | Uint8Array): Promise<Outcome<WholeModule>> {
	if (typeof given === 'string' && looksLikeModuleFile(given)) {
		// Its questions are read by their types.
		await import('$lib/items/registry');
		return readModuleFile(given);
	}
	const bytes = typeof given === 'string' ? linkBytes(given) : succeeded(given);
	if (!bytes.ok) return bytes;
	const unpacked = unpackModule(bytes.value, await knownItems(app, false));
	if (!unpacked.ok) return unpacked;
	const refs = itemsIn(unpacked.value.content);
	const found = await itemsOf(refs, await app.storage());
	const items = found.filter((one): one is HashedItem => one !== undefined);
	if (items.some((one, at) => one.hash !== refs[at]?.hash) || items.length < refs.length)
		return failed('module/questions-differ');
	return succeeded({ module: unpacked.value, items });
}

/** Whether an educator is known on this device: by this key, by another one under the same name, or not yet. */
export async function acquaintance(
	app: App,
	{ name, sign, seal }: ModuleContent['educator']
): Promise<'known' | 'new' | { readonly since: number; readonly words: string }> {
	const known = await (await app.storage()).shelf('knownEducators').get(knownName(name));
	const met = meetEducator({ sign, seal }, known);
	if (met.ok) return met.value;
	// Only somebody who is known can turn up with another key.
	if (known === undefined) throw new Error('An unknown educator has no other key');
	return { since: known.since, words: fingerprint(known) };
}

/** Keeps an educator's key as the one that goes with the name. */
export async function pin(app: App, { name, sign, seal }: ModuleContent['educator']) {
	const shelf = (await app.storage()).shelf('knownEducators');
	return shelf.put({ id: knownName(name), name, sign, seal, since: app.now() });
}

/** The public key of this device for a module; made when first asked for. */
export async function learnerKey(app: App, module: string): Promise<string> {
	return (await ownKey(app, module)).public;
}

async function ownKey(app: App, module: string) {
	const shelf = (await app.storage()).shelf('learnerKeys');
	const there = await shelf.get(module);
	if (there !== undefined) return there;
	const made = await makeLearnerKey(module);
	const saved = await shelf.put(made);
	if (!saved.ok) throw new Error(saved.problem.happened);
	return made;
}

/** A receipt that only its educator can open. */
export interface SealedReceipt {
	readonly text: string;
	readonly bytes: Uint8Array;
	readonly file: string;
	readonly fileName: string;
}

/** Signs a receipt with the key of this device and seals it for the module's educator. */
export async function sealReceipt(
	app: App,
	{ module, id }: TakenModule,
	receipt: Receipt
): Promise<SealedReceipt> {
	const signed = await signReceipt(receipt, await ownKey(app, id));
	const [file, bytes] = await Promise.all([sealFile(signed, module), sealBytes(signed, module)]);
	const name = fileNameOf(module.content.title);
	return {
		text: envelopeText(bytes),
		bytes,
		file,
		fileName: `${name}-${receipt.attempt}.milium-receipt.txt`
	};
}

/** A title as it can stand in the name of a file. */
export const fileNameOf = (title: string) =>
	title
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '-')
		.replace(/^-|-$/g, '')
		.slice(0, 60) || 'module';

/** The texts of the QR codes for some bytes; none where they are too many. */
export const qrParts = (bytes: Uint8Array): string[] =>
	fitsParts(bytes) ? splitIntoParts(bytes) : [];

export { moduleId, problem };
