// Items of a class in the wording in which they were asked: what storage froze, banks brought in, banks that come with the app.
import type { ItemRef } from '$lib/banks/bank';
import type { HashedItem } from '$lib/banks/catalogue';
import type { BankStore, SessionStore } from '$lib/session/store';
import { builtInBank } from '../../../library.js';

type Found = readonly [hash: string, item: HashedItem];

/** The items that can be had, by hash. */
export async function contentsOf(
	refs: readonly ItemRef[],
	store: Pick<SessionStore, 'contents'> & BankStore
): Promise<Found[]> {
	if (refs.length === 0) return [];
	const wanted = new Set(refs.map((one) => one.hash));
	const [frozen, installed, banks] = await Promise.all([
		store.contents([...wanted]),
		store.installedItems(refs),
		Promise.all([...new Set(refs.map((one) => one.bank))].map((id) => builtInBank(id)))
	]);
	const items = [...frozen.values(), ...installed, ...banks.flatMap((bank) => bank?.items ?? [])];
	return items.flatMap((item): Found[] => (wanted.has(item.hash) ? [[item.hash, item]] : []));
}
