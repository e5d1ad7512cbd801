import type { BankBrief, BankHead, CompiledBank, HashedItem, ItemBrief } from './catalogue.js';

/** A bank in brief: what listing it and drawing from it need. */
export function briefOf(bank: CompiledBank): BankBrief {
	return { ...headBrief(bank), items: bank.items.map(itemBrief) };
}

/** A bank in brief without its items. */
export function headBrief(head: BankHead): Omit<BankBrief, 'items'> {
	return {
		id: head.id,
		version: head.version,
		title: head.title,
		description: head.description,
		cases: (head.cases ?? []).map(({ id, title, summary }) => ({ id, title, summary }))
	};
}

/** An item in brief. */
export function itemBrief(item: HashedItem): ItemBrief {
	const entities = [...entitiesIn(item)];
	return {
		id: item.id,
		hash: item.hash,
		type: item.type,
		topics: item.topics,
		difficulty: item.difficulty,
		...(item.step !== undefined && { step: item.step }),
		...(entities.length > 0 && { entities }),
		...(item.unfolding !== undefined && {
			case: { id: item.unfolding.case, step: item.unfolding.step }
		})
	};
}

/** How many items a bank holds. */
export function sizeOf({ items, kinds = [] }: BankBrief): number {
	return kinds.reduce((sum, kind) => sum + kind.count, items.length);
}

/** Everything that is called an entity within an item: whatever its type, that is what its options name. */
function entitiesIn(part: unknown, found = new Set<string>()): ReadonlySet<string> {
	if (typeof part !== 'object' || part === null) return found;
	for (const [key, value] of Object.entries(part)) {
		if (key === 'entity' && typeof value === 'string') found.add(value);
		else entitiesIn(value, found);
	}
	return found;
}
