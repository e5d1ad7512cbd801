// Texts that look like something else than they are: "invoice<U+202E>fdp.exe" is shown as "invoiceexe.pdf" (Trojan Source,
// CVE-2021-42574). Direction comes from the page, not from controls, so nothing is lost without them.

/**
 * Control characters but for tabs and line ends; embeddings, overrides and isolates of direction; the invisible space and byte order
 * mark; tags, which hide whole texts; halves of surrogate pairs. Marks and joiners (U+200C to U+200F), which scripts need, stay.
 */
const DISHONEST =
	// eslint-disable-next-line no-control-regex
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b\u2028-\u202e\u2060-\u2069\ufeff\u{e0000}-\u{e007f}\p{Surrogate}]/u;

/** Whether a text shows all that it holds, in the order in which it holds it. */
export const isHonest = (text: string): boolean => !DISHONEST.test(text);

/** A text without what it does not show. */
export const withoutDishonest = (text: string): string =>
	text.replaceAll(new RegExp(DISHONEST.source, 'gu'), '');

/** What is expected of such a text, for a fault. */
export const HONEST =
	'a text without control, direction-changing or invisible characters (U+0000–U+009F, U+200B, U+2028–U+202E, U+2060–U+2069, U+FEFF, tags)';
