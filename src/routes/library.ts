// The banks that come with the app, fetched when asked for. One place to ask for items wherever they are from.
import type { ItemRef } from '$lib/banks/bank';
import type { BankBrief, CompiledBank, HashedItem } from '$lib/banks/catalogue';
import { loadView } from '$lib/items/views';
import type { Candidate } from '$lib/session/sampling';
import type { SessionStore } from '$lib/session/store';

const catalogue = () => import('virtual:milium/catalogue');

/** Every bank that comes with the app, in brief. */
export async function bankBriefs(): Promise<readonly BankBrief[]> {
	return (await catalogue()).banks;
}

/** A whole bank, or undefined where no such bank comes with the app. */
export async function bankById(id: string): Promise<CompiledBank | undefined> {
	return (await catalogue()).load[id]?.();
}

/** Every item that can be drawn. */
export async function candidates(): Promise<Candidate[]> {
	return (await bankBriefs()).flatMap((bank) =>
		bank.items.map((item) => ({ ...item, bank: bank.id }))
	);
}

/**
 * The items that were drawn, in their order, with their views fetched. What storage froze comes first, so that a session goes
 * on with the wording it began with; what cannot be found anywhere is undefined.
 */
export async function itemsOf(
	refs: readonly ItemRef[],
	store?: Pick<SessionStore, 'contents'>
): Promise<(HashedItem | undefined)[]> {
	const frozen = await store?.contents(refs.map((one) => one.hash));
	const missing = refs.filter((one) => frozen?.has(one.hash) !== true);
	const banks = await Promise.all([...new Set(missing.map((one) => one.bank))].map(bankById));
	const found = new Map(
		banks.flatMap((bank) => bank?.items ?? []).map((item) => [item.hash, item] as const)
	);
	const items = refs.map((one) => frozen?.get(one.hash) ?? found.get(one.hash));
	await Promise.all(
		[...new Set(items.flatMap((one) => (one === undefined ? [] : [one.type])))].map(loadView)
	);
	return items;
}
