// Finds the flaws of item writing in banks. What an author has acknowledged with a reason is left out; errors cannot be.
import { under } from '$lib/validation/fault';
import type { Bank } from '../bank.js';
import { compileItems } from '../compile.js';
import { BANK_RULES, ITEM_RULES, STALE, type RuleHead } from './inventory.js';
import { readItem, type Written } from './read.js';
import type { BankFlaw, Severity } from './rule.js';

/** One thing that a rule found. */
export interface Finding {
	readonly rule: string;
	readonly title: string;
	readonly severity: Severity;
	/** Index of the bank; absent where it is about all of them together. */
	readonly bank?: number;
	/** Index of the item within its bank, and its id. */
	readonly item?: number;
	readonly id?: string;
	/** JSON path within the bank file. */
	readonly path: string;
	/** What was found and what to do, a sentence each. */
	readonly says: string;
	readonly advice: string;
}

/** Every finding of some banks: bank by bank and item by item, then what is about all of them. */
export function lintBanks(banks: readonly Bank[]): Finding[] {
	const steps = lintSteps(banks);
	for (;;) {
		const step = steps.next();
		if (step.done === true) return step.value;
	}
}

/** The same in steps of an item or a rule each, so that a page can do something else in between. */
export function* lintSteps(banks: readonly Bank[]): Generator<void, Finding[]> {
	const single: Finding[] = [];
	const written: { bank: Bank; items: Written[] }[] = [];
	for (const [index, bank] of banks.entries()) {
		const items: Written[] = [];
		for (const [item, compiled] of compileItems(bank).entries()) {
			const one = readItem(bank.items[item] ?? compiled, compiled.record);
			items.push(one);
			for (const rule of ITEM_RULES) {
				const flaws = rule.find(one);
				single.push(...flaws.map((flaw) => findingOf(rule, { ...flaw, bank: index, item }, banks)));
			}
			yield;
		}
		written.push({ bank, items });
	}
	const joint: Finding[] = [];
	for (const rule of BANK_RULES) {
		joint.push(...rule.find(written).map((flaw) => findingOf(rule, flaw, banks)));
		yield;
	}
	const open = [...single, ...joint].filter((one) => !isAcknowledged(one, banks));
	return [...open, ...stale(single, banks)].sort(byPlace);
}

function findingOf(rule: RuleHead, flaw: BankFlaw, banks: readonly Bank[]): Finding {
	const { bank, item, says } = flaw;
	const id = item === undefined ? undefined : banks[bank ?? 0]?.items[item]?.id;
	const path =
		item === undefined
			? flaw.path
			: (under(`items[${item}]`, [{ path: flaw.path, value: '', expected: '' }])[0]?.path ?? '');
	return {
		...{
			rule: rule.id,
			title: rule.title,
			severity: rule.severity,
			path,
			says,
			advice: rule.advice
		},
		...(bank !== undefined && { bank }),
		...(item !== undefined && { item }),
		...(id !== undefined && { id })
	};
}

function isAcknowledged({ bank, item, rule, severity }: Finding, banks: readonly Bank[]): boolean {
	if (severity === 'error' || bank === undefined || item === undefined) return false;
	const acknowledged = banks[bank]?.items[item]?.acknowledged;
	return acknowledged?.some((one) => one.rule === rule) === true;
}

/** Rules about several banks need not show in one alone, so an entry for them is never stale. */
const JOINT = new Set(BANK_RULES.map((rule) => rule.id));

function stale(found: readonly Finding[], banks: readonly Bank[]): Finding[] {
	const fired = new Set(found.map(({ bank, item, rule }) => `${bank} ${item} ${rule}`));
	return banks.flatMap(({ items }, bank) =>
		items.flatMap(({ acknowledged = [] }, item) =>
			acknowledged.flatMap(({ rule }, index) => {
				if (JOINT.has(rule) || fired.has(`${bank} ${item} ${rule}`)) return [];
				const says = `“${rule}” is acknowledged, and nothing of that name is found here.`;
				return [findingOf(STALE, { path: `acknowledged[${index}].rule`, says, bank, item }, banks)];
			})
		)
	);
}

function byPlace(a: Finding, b: Finding): number {
	const last = Number.POSITIVE_INFINITY;
	return (a.bank ?? last) - (b.bank ?? last) || (a.item ?? last) - (b.item ?? last) || 0;
}

/** One line for a terminal or a list: where, which rule, what was found, what to do. */
export function findingLine({ severity, rule, id, path, says, advice }: Finding): string {
	const place = [path === '' ? '(whole bank)' : path, ...(id === undefined ? [] : [`(${id})`])];
	return `${place.join(' ')}: ${severity} ${rule}: ${says} ${advice}`;
}
