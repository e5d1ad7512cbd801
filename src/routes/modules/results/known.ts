// Modules that were made here, and the keys that open what comes back for them.
import type { KnownModule } from '$lib/cohort/judge';
import type { MadeModule } from '$lib/modules/kept';
import { itemsIn } from '$lib/modules/format';
import type { Storage } from '$lib/storage';

/** Every module that was made on this device, with the items by which its receipts are scored. */
export async function knownModules(store: Storage): Promise<KnownModule[]> {
	return (await store.shelf('madeModules').all()).map(knownModule);
}

/** A module that was made here, as receipts are held against it. */
function knownModule({ id, module, items }: MadeModule): KnownModule {
	const banks = itemsIn(module.content).map((one) => one.bank);
	return {
		id,
		content: module.content,
		signature: module.signature,
		items: items.map((item, at) => ({ bank: banks[at] ?? '', item }))
	};
}

/** The educator's keys of this device, the one in use and earlier ones. */
export const educatorKeys = (store: Storage) => store.shelf('educatorKeys').all();
