// Signatures: an educator's under a module, a learner's device's under a receipt. ECDSA over P-256 with SHA-256.
import { fromBase64url, toBase64url } from '../bytes.js';
import { contentBytes, type ModuleContent, type Signed, type SignedModule } from '../format.js';
import { failed, succeeded, type Outcome } from '../problems.js';
import { receiptBytes, type Receipt, type SignedReceipt } from '../receipt.js';
import { ECDSA, importPublic, type EducatorKey, type LearnerKey } from './keys.js';

const ALGORITHM = { name: 'ECDSA', hash: 'SHA-256' } as const;

async function signed<T>(
	content: T,
	bytes: Uint8Array<ArrayBuffer>,
	key: CryptoKey
): Promise<Signed<T>> {
	const signature = await crypto.subtle.sign(ALGORITHM, key, bytes);
	return { content, signature: toBase64url(new Uint8Array(signature)) };
}

async function holds(
	signature: string,
	bytes: Uint8Array<ArrayBuffer>,
	publicKey: string
): Promise<boolean> {
	const key = await importPublic(publicKey, ECDSA);
	const raw = fromBase64url(signature);
	if (key === undefined || raw?.length !== 64) return false;
	return crypto.subtle.verify(ALGORITHM, key, Uint8Array.from(raw), bytes);
}

/** Signs a module. Its educator must be the one whose key this is: anything else is a bug. */
export async function signModule(content: ModuleContent, key: EducatorKey): Promise<SignedModule> {
	if (content.educator.sign !== key.sign || content.educator.seal !== key.seal)
		throw new Error('A module is signed with the key that it names');
	return signed(content, contentBytes(content), key.signing);
}

/** The module, where the signature is that of the educator it names. */
export async function verifyModule(module: SignedModule): Promise<Outcome<SignedModule>> {
	const { content, signature } = module;
	const good = await holds(signature, contentBytes(content), content.educator.sign);
	return good ? succeeded(module) : failed('module/changed');
}

/** Signs a receipt with the key of the device that it names. */
export async function signReceipt(receipt: Receipt, key: LearnerKey): Promise<SignedReceipt> {
	if (receipt.learner.key !== key.public || receipt.module !== key.id)
		throw new Error('A receipt is signed with the key that it names, for its module');
	return signed(receipt, receiptBytes(receipt), key.signing);
}

/** The receipt, where the signature is that of the device it names. */
export async function verifyReceipt(receipt: SignedReceipt): Promise<Outcome<SignedReceipt>> {
	const { content, signature } = receipt;
	const good = await holds(signature, receiptBytes(content), content.learner.key);
	return good ? succeeded(receipt) : failed('receipt/changed');
}
