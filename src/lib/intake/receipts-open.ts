// The texts of receipts in what somebody sent, and each of them opened.
import type { KnownModule } from '$lib/cohort/judge';
import { openReceipt } from '$lib/modules/crypto/open';
import type { EducatorKey } from '$lib/modules/crypto/keys';
import { RECEIPT_TEXT } from '$lib/modules/envelope';
import { failed, type Outcome } from '$lib/modules/problems';
import type { SignedReceipt } from '$lib/modules/receipt';

/** A receipt opened, and the module that its outside names, as far as it could be read. */
export interface Opened {
	readonly opened: Outcome<SignedReceipt>;
	readonly module: string | undefined;
}

/** Opens one receipt. */
export async function openSealed(
	text: string,
	keys: readonly EducatorKey[],
	modules: ReadonlyMap<string, KnownModule>
): Promise<Opened> {
	let module: string | undefined;
	const opened = await openReceipt(text, {
		keys,
		module: (id) => {
			module = id;
			const known = modules.get(id);
			return known === undefined
				? undefined
				: { content: known.content, signature: known.signature };
		}
	});
	const replaced =
		module === undefined || modules.has(module) ? undefined : successor(modules, module);
	if (opened.ok || replaced === undefined) return { opened, module };
	const { title, revision } = replaced.content;
	return {
		opened: failed('receipt/wrong-revision', `Revision ${revision} of “${title}” replaced it.`),
		module
	};
}

/** The module that replaced this one, where it is known. */
const successor = (modules: ReadonlyMap<string, KnownModule>, module: string) =>
	[...modules.values()].find(({ content }) => content.revises === module);

/** How a receipt begins: as text, or as a file (JWE, whose header is JSON in base64url). */
const BEGINS = new RegExp(`^[ \\t>]*(?=${RECEIPT_TEXT.replace('.', '\\.')}|eyJ)`, 'm');

/**
 * The receipts in a longer text, such as several mails pasted at once: each from the line on which it begins to the next empty one.
 * A text in which none begins is taken whole.
 */
export function receiptsIn(text: string): string[] {
	const pieces = text.split(new RegExp(BEGINS, 'gm'));
	const found = pieces
		.filter((piece) => piece.startsWith(RECEIPT_TEXT) || piece.startsWith('eyJ'))
		.map((piece) => (piece.split(/\n[ \t>]*\r?\n/)[0] ?? '').replaceAll(/[\s>]+/g, ''));
	return found.length === 0 ? [text] : found;
}
