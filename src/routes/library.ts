// Every bank there is: those that come with the app, fetched when asked for, and those that the learner brought in.
import type { ItemRef } from '$lib/banks/bank';
import type { BankBrief, BankHead, CompiledBank, HashedItem } from '$lib/banks/catalogue';
import type { NumberedItem } from '$lib/banks/read-bank';
import type { Candidate } from '$lib/session/sampling';
import type { BankStore, SessionStore } from '$lib/session/store';
import { loadParts } from './showing.js';

const catalogue = () => import('virtual:milium/catalogue');

/** Every bank that comes with the app, in brief. */
export async function builtInBriefs(): Promise<readonly BankBrief[]> {
	return (await catalogue()).banks;
}

/** Every bank in brief, built in first. */
export async function bankBriefs(store: BankStore): Promise<readonly BankBrief[]> {
	const [own, installed] = await Promise.all([builtInBriefs(), store.installedBriefs()]);
	return [...own, ...installed];
}

/** Titles of banks in the order of their ids; the id itself of a bank that is no longer there. */
export async function bankTitles(
	ids: readonly string[],
	store: BankStore
): Promise<{ readonly id: string; readonly title: string }[]> {
	const own = await builtInBriefs().catch(() => []);
	// Those that were brought in are read only where one of them is meant.
	const all = ids.every((id) => own.some((one) => one.id === id))
		? own
		: [...own, ...(await store.installedBriefs().catch(() => []))];
	return ids.map((id) => ({ id, title: all.find((one) => one.id === id)?.title ?? id }));
}

/** A bank that comes with the app, or undefined where there is none of that id. */
export async function builtInBank(id: string): Promise<CompiledBank | undefined> {
	return (await catalogue()).load[id]?.();
}

/** Hands out the items of any bank, some at a time and in no order; gives the bank without them, or undefined. */
export async function readAnyBank(
	id: string,
	store: Pick<BankStore, 'readBank'>,
	take: (items: readonly NumberedItem[]) => void
): Promise<BankHead | undefined> {
	const own = await builtInBank(id);
	if (own === undefined) return store.readBank(id, take);
	const { items, ...head } = own;
	take(items.map((item, at) => [at, item]));
	return head;
}

/** Every item that can be drawn. */
export function candidatesOf(briefs: readonly BankBrief[]): Candidate[] {
	return briefs.flatMap((bank) => bank.items.map((item) => ({ ...item, bank: bank.id })));
}

/**
 * The items that were drawn, in their order, with what shows them fetched. What storage froze comes first, so that a session
 * goes on with the wording it began with; what cannot be found anywhere is undefined.
 */
export async function itemsOf(
	refs: readonly ItemRef[],
	store?: Pick<SessionStore, 'contents'> & Pick<BankStore, 'installedItems'>
): Promise<(HashedItem | undefined)[]> {
	const frozen = await store?.contents(refs.map((one) => one.hash));
	const missing = refs.filter((one) => frozen?.has(one.hash) !== true);
	const found = new Map((await fetched(missing, store)).map((item) => [item.hash, item] as const));
	const items = refs.map((one) => frozen?.get(one.hash) ?? found.get(one.hash));
	await loadParts(items.filter((one) => one !== undefined));
	return items;
}

/** Items from the banks that come with the app, fetched whole, and single ones from those that the learner brought in. */
async function fetched(
	refs: readonly ItemRef[],
	store?: Pick<BankStore, 'installedItems'>
): Promise<HashedItem[]> {
	if (refs.length === 0) return [];
	const { load } = await catalogue();
	const own = [...new Set(refs.map((one) => one.bank))].flatMap((id) => load[id] ?? []);
	const brought = refs.filter((one) => load[one.bank] === undefined);
	const [banks, items] = await Promise.all([
		Promise.all(own.map((one) => one())),
		brought.length === 0 ? [] : store?.installedItems(brought)
	]);
	return [...banks.flatMap((bank) => bank.items), ...(items ?? [])];
}
