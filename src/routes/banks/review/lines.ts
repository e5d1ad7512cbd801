// What the review of a bank is about. A bank may have a hundred thousand items, so no more of each is kept than is shown.
import type { BankHead } from '$lib/banks/catalogue';
import type { Review } from '$lib/banks/own-copy';
import type { BankStore } from '$lib/session/store';

/** An item as the list of the review shows it. */
export interface Line {
	readonly id: string;
	readonly stem: string;
	readonly review: Review;
}

export interface ReviewedBank extends Pick<BankHead, 'id' | 'title' | 'version'> {
	readonly items: readonly Line[];
}

/** An installed bank with the lines of its items; undefined where there is none of that id. */
export async function linesOf(id: string, store: BankStore): Promise<ReviewedBank | undefined> {
	const lines: Line[] = [];
	const head = await store.readBank(id, (items) => {
		for (const [at, { id: item, stem, review }] of items) lines[at] = { id: item, stem, review };
	});
	return head === undefined ? undefined : { ...head, items: lines };
}

/** The bank with the review of some of its items set, as its next version. */
export function withReview(
	bank: ReviewedBank,
	version: string,
	chosen: ReadonlySet<string>,
	review: Review
): ReviewedBank {
	const items = bank.items.map((line) => (chosen.has(line.id) ? { ...line, review } : line));
	return { ...bank, version, items };
}
