// An educator's own copy of a bank: a bank file, so that what is stored went through the same door as any other bank.
import type { BaseItem } from '$lib/items/contract';
import type { CompiledBank } from './catalogue.js';
import { asWritten } from './compile.js';

/** A bank as its file holds it. */
export type BankFile = Omit<CompiledBank, 'items'> & { readonly items: readonly BaseItem[] };
export type Review = BaseItem['review'];

const fileOf = (bank: CompiledBank): BankFile => ({
	...bank,
	items: bank.items.map(asWritten)
});

/** An id from a title: lower-case letters, digits and hyphens, at most 30 characters. */
export function idFrom(title: string): string {
	const plain = title
		.normalize('NFKD')
		.replace(/\p{M}/gu, '')
		.toLowerCase()
		.replace(/[^a-z0-9]+/g, '-');
	return plain.slice(0, 30).replace(/^-+|-+$/g, '');
}

/**
 * A copy under another id and title. Items and cases get ids of their own, because answers are counted by them. Licence and
 * authors stay; the review of the original is not that of the copy, so every item awaits review.
 */
export function copyOf(bank: CompiledBank, { id, title }: { id: string; title: string }): BankFile {
	const own = (one: string) => `${id}-${one}`;
	const file = fileOf(bank);
	const review: Review = { status: 'in-review' };
	return {
		...file,
		id,
		title,
		version: '1.0.0',
		items: file.items.map((item) => ({ ...item, id: own(item.id), review })),
		...(file.cases !== undefined && {
			cases: file.cases.map((one) => ({
				...one,
				id: own(one.id),
				items: one.items.map(own),
				review
			}))
		})
	};
}

/** The version after a change of wording or review: `1.4.9` becomes `1.4.10`. */
export function nextPatch(version: string): string {
	const [major = '0', minor = '0', patch = '0'] = version.split('.');
	return `${major}.${minor}.${Number(patch) + 1}`;
}
