// Reads an installed bank whole; pages read the items that they need.
import type { CompiledBank, HashedItem } from '$lib/banks/catalogue';
import type { BankStore } from '$lib/session/store';

/** The bank as it was installed, or undefined where there is none of that id. */
export async function installedBank(
	store: Pick<BankStore, 'readBank'>,
	id: string
): Promise<CompiledBank | undefined> {
	const items: HashedItem[] = [];
	const head = await store.readBank(id, (some) => {
		for (const [at, item] of some) items[at] = item;
	});
	return head === undefined ? undefined : { ...head, items };
}
