// Flaws of item writing beside what was observed: whether an item that looks flawed also behaves so.
import { ITEM_RULES } from '$lib/banks/lint/inventory';
import { readItem } from '$lib/banks/lint/read';
import type { Severity } from '$lib/banks/lint/rule';
import type { BaseItem } from '$lib/items/contract';
import { mean } from './moments.js';
import type { ItemStatistics } from './item-statistics.js';

/** A flaw that the rules of item writing find in an item, acknowledged or not. */
export interface ItemFlaw {
	readonly rule: string;
	readonly title: string;
	readonly severity: Severity;
	readonly says: string;
	readonly advice: string;
	/** Why its author left it; undefined where nobody has looked at it. */
	readonly acknowledged?: string;
}

/** The flaws of an item by itself. Rules about several items are for whole banks. */
export function flawsOf(item: BaseItem): ItemFlaw[] {
	const written = readItem(item);
	return ITEM_RULES.flatMap((rule) => {
		const reason = item.acknowledged?.find((one) => one.rule === rule.id)?.reason;
		return rule.find(written).map(({ says }) => ({
			...{ rule: rule.id, title: rule.title, severity: rule.severity, says, advice: rule.advice },
			...(reason !== undefined && { acknowledged: reason })
		}));
	});
}

/** What was observed on the items of one flaw, and on all items without it. */
export interface FlawEffect {
	readonly rule: string;
	readonly title: string;
	/** Indexes of the items. */
	readonly items: readonly number[];
	/** Mean facility and mean corrected point-biserial; undefined where none is known. */
	readonly facility: number | undefined;
	readonly corrected: number | undefined;
	readonly facilityOfOthers: number | undefined;
	readonly correctedOfOthers: number | undefined;
}

/** For each flaw that was found: its items against the others. Remarks (`info`) are left out. */
export function flawEffects(
	flaws: readonly (readonly ItemFlaw[])[],
	statistics: readonly ItemStatistics[]
): FlawEffect[] {
	const rules = new Map<string, { title: string; items: Set<number> }>();
	flaws.forEach((list, index) => {
		for (const { rule, title, severity } of list) {
			if (severity === 'info') continue;
			const found = rules.get(rule) ?? { title, items: new Set<number>() };
			found.items.add(index);
			rules.set(rule, found);
		}
	});
	return [...rules].map(([rule, { title, items }]) => {
		const having = statistics.filter((_, index) => items.has(index));
		const others = statistics.filter((_, index) => !items.has(index));
		return {
			...{ rule, title, items: [...items] },
			...{ facility: facilityOf(having), corrected: correctedOf(having) },
			...{ facilityOfOthers: facilityOf(others), correctedOfOthers: correctedOf(others) }
		};
	});
}

const facilityOf = (list: readonly ItemStatistics[]) =>
	mean(list.flatMap((one) => one.facility.statistic.value ?? []));
const correctedOf = (list: readonly ItemStatistics[]) =>
	mean(list.flatMap((one) => one.discrimination.corrected.value ?? []));
