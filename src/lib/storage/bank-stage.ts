// A bank on its way into the store. A lock says that somebody is at it, so that no other tab takes what is there for rubbish; it
// goes with the tab.
import { Shelf } from '$lib/banks/shelf';
import type { BankHead, HashedItem } from '$lib/banks/catalogue';
import type { BankStage, Saved } from '$lib/session/store';
import type { Backend } from './backend.js';

export interface StageParts {
	readonly backend: Pick<Backend, 'putItems' | 'putBank' | 'looseSets' | 'deleteSet'>;
	readonly locks: LockManager | undefined;
	/** Runs a save and says how it went. */
	readonly save: (work: () => Promise<void>) => Promise<Saved>;
}

const lockName = (set: string) => `milium-bank-${set}`;

/** Begins a bank of `total` items under the name of a new set. */
export function stage({ backend, locks, save }: StageParts, set: string, total: number): BankStage {
	const shelf = new Shelf(total);
	const held = hold(locks, lockName(set));
	return {
		add: (items) => {
			const rows = items.map(([at, item]) => ({
				set,
				...shelf.place(item),
				id: item.id,
				at,
				item
			}));
			return save(async () => {
				await held.taken;
				await backend.putItems(rows);
			});
		},
		install: async (head) => {
			const saved = await save(() => backend.putBank(head, shelf.brief(head), set));
			held.release();
			return saved;
		},
		discard: async () => {
			await backend.deleteSet(set).finally(held.release);
		}
	};
}

/** Adds all items of a bank, some at a time, and installs it. */
export async function installWhole(
	staged: BankStage,
	head: BankHead,
	items: readonly HashedItem[]
): Promise<Saved> {
	const CHUNK = 500;
	for (let at = 0; at < items.length; at += CHUNK) {
		const saved = await staged.add(
			items.slice(at, at + CHUNK).map((item, index) => [at + index, item])
		);
		if (!saved.ok) {
			await staged.discard().catch(() => undefined);
			return saved;
		}
	}
	return staged.install(head);
}

/** Deletes sets that belong to no bank and that nobody is at. */
export async function tidy({ backend, locks }: Omit<StageParts, 'save'>): Promise<void> {
	// Without locks it cannot be known whether another tab is filling a set.
	if (locks === undefined) return;
	// In this order: a set that is installed in between is no longer loose, and its lock may be gone by then.
	const held = (await locks.query()).held ?? [];
	const taken = new Set(held.map((one) => one.name));
	for (const set of await backend.looseSets()) {
		if (!taken.has(lockName(set))) await backend.deleteSet(set);
	}
}

function hold(locks: LockManager | undefined, name: string) {
	let release: () => void = () => undefined;
	const done = new Promise<void>((resolve) => (release = resolve));
	const taken = new Promise<void>((resolve) => {
		if (locks === undefined) resolve();
		else {
			locks
				.request(name, () => {
					resolve();
					return done;
				})
				// Without the lock the import goes on; only the tidying of another tab could disturb it.
				.catch(() => resolve());
		}
	});
	return { taken, release };
}
