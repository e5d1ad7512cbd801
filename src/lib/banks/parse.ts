// Reads a bank: upgrade, then the head, then each item by its own type, then the cases. Everything wrong is reported at once.
import { findItemType, ITEM_TYPES } from '$lib/items/registry';
import { property } from '$lib/items/lists';
import type { AnyItemType, BaseItem } from '$lib/items/contract';
import { checkRecord } from '$lib/items/record';
import { fault, under, type Fault } from '$lib/validation/fault';
import { parse, type Parsed } from '$lib/validation/parse';
import type { Bank } from './bank.js';
import { canonicalJson } from './canonical.js';
import { readCases } from './cases.js';
import { checkIllustration } from './illustration-check.js';
import { bankFileSchema } from './schema.js';
import { upgrade } from './versions.js';

/** Reads the contents of a bank file. */
export function parseBank(file: unknown): Parsed<Bank> {
	const upgraded = upgrade(file);
	if (!upgraded.ok) return upgraded;
	const head = parse(bankFileSchema, upgraded.value);
	const list = listAt(upgraded.value, 'items');
	const read = readItems(list);
	const { cases, faults: ofCases } = readCases(listAt(upgraded.value, 'cases'), list);
	const faults = [...(head.ok ? [] : head.faults), ...read.faults, ...ofCases];
	if (!head.ok || faults.length > 0) return { ok: false, faults };
	const { cases: written, ...rest } = head.value;
	return {
		ok: true,
		value: { ...rest, items: read.items, ...(written !== undefined && { cases }) }
	};
}

function listAt(file: unknown, key: string): readonly unknown[] {
	const list = property(file, key);
	return Array.isArray(list) ? list : [];
}

function readItems(list: readonly unknown[]): { items: BaseItem[]; faults: Fault[] } {
	const items: BaseItem[] = [];
	const faults: Fault[] = [];
	const seen = new Map<string, number>();
	list.forEach((raw, index) => {
		const read = parseItem(raw);
		if (!read.ok) {
			faults.push(...under(`items[${index}]`, read.faults));
			return;
		}
		const first = seen.get(read.value.id);
		if (first !== undefined) {
			faults.push(
				fault(
					['items', index, 'id'],
					read.value.id,
					`an id not used by items[${first}]`,
					'id.unique'
				)
			);
		}
		seen.set(read.value.id, first ?? index);
		items.push(read.value);
	});
	return { items, faults };
}

/** Reads one item by the schema and the checks of its type. */
export function parseItem(raw: unknown): Parsed<BaseItem> {
	const type = typeIn(raw);
	if (type === undefined) return { ok: false, faults: [unknownType(raw)] };
	const read = parse(type.schema, raw);
	if (!read.ok) return read;
	const faults = faultsOf(read.value, type);
	return faults.length > 0 ? { ok: false, faults } : read;
}

/** Empty in an item without key, where the schema wants something. */
const MAY_BE_EMPTY = /^(objective|topics|facts|key\..+)$|\.rationale$|^rationale$/;
const EMPTY = new Set(['""', '[]']);
/** What only a key can satisfy. */
const OF_KEY = /^key\b/;

/** Reads an item without key: what `withoutKey` of its type makes of an item that `parseItem` accepts, and nothing else. */
export function parseKeyless(raw: unknown): Parsed<BaseItem> {
	const type = typeIn(raw);
	if (type === undefined) return { ok: false, faults: [unknownType(raw)] };
	const read = parse(type.schema, raw);
	const misshapen = (read.ok ? [] : read.faults).filter(
		(one) => !(MAY_BE_EMPTY.test(one.path) && EMPTY.has(one.value))
	);
	if (misshapen.length > 0) return { ok: false, faults: misshapen };
	// Of the shape that its schema wants but for what is empty.
	const item = raw as BaseItem;
	if (canonicalJson(type.withoutKey(item)) !== canonicalJson(item))
		return { ok: false, faults: [fault(['key'], property(raw, 'key'), 'an item without key')] };
	const faults = faultsOf(item, type).filter((one) => !OF_KEY.test(one.path));
	return faults.length > 0 ? { ok: false, faults } : { ok: true, value: item };
}

function typeIn(raw: unknown): AnyItemType | undefined {
	const id = property(raw, 'type');
	return typeof id === 'string' ? findItemType(id) : undefined;
}

function unknownType(raw: unknown): Fault {
	const known = ITEM_TYPES.map((one) => one.id).join(', ');
	const expected = `an item type this version knows: ${known}`;
	return fault(['type'], property(raw, 'type'), expected, 'type.unknown');
}

/** What the schema of its type cannot say of an item. */
const faultsOf = (item: BaseItem, type: AnyItemType): Fault[] => [
	...type.check(item),
	...checkRule(item, type),
	...checkIllustration(item),
	...checkRecord(item.record, ['record'])
];

function checkRule(item: BaseItem, type: AnyItemType): Fault[] {
	const faults: Fault[] = [];
	if (item.rule !== undefined && !type.rules.includes(item.rule)) {
		faults.push(fault(['rule'], item.rule, `one of ${type.rules.join(', ')}`, 'rule.type'));
	}
	if (item.floorScope !== undefined && !type.floorScopes.includes(item.floorScope)) {
		const scopes =
			type.floorScopes.length === 0
				? 'no floorScope for this type'
				: `one of ${type.floorScopes.join(', ')}`;
		faults.push(fault(['floorScope'], item.floorScope, scopes, 'rule.floor-scope'));
	}
	return faults;
}
