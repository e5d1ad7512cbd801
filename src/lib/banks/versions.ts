// Which formats can be read, and how an older one becomes today's. One entry a released version, frozen; each says how
// its data becomes that of the next version.
import { fault, type Fault } from '$lib/validation/fault';
import { property } from '$lib/items/lists';
import { BANK_FORMAT } from './schema.js';

const FAMILY = 'milium-bank/';
const CURRENT = Number(BANK_FORMAT.slice(FAMILY.length));

/** From version n to n + 1. Empty while version 1 is the only one released. */
const UPGRADES: ReadonlyMap<number, (bank: unknown) => unknown> = new Map();

export type Upgraded =
	| { readonly ok: true; readonly value: unknown }
	| { readonly ok: false; readonly faults: readonly Fault[] };

/** Brings a bank file of any released version to the current one, or says why it cannot be read. */
export function upgrade(
	file: unknown,
	upgrades: ReadonlyMap<number, (bank: unknown) => unknown> = UPGRADES,
	current: number = CURRENT
): Upgraded {
	if (typeof file !== 'object' || file === null || Array.isArray(file)) {
		return refuse(fault([], file, 'a bank: a JSON object with "format", "id", "title", "items"'));
	}
	const format = property(file, 'format');
	const version =
		typeof format === 'string' && format.startsWith(FAMILY)
			? Number(format.slice(FAMILY.length))
			: NaN;
	if (!Number.isInteger(version) || version < 1) {
		return refuse(fault(['format'], format, `"${FAMILY}${current}"`, 'format.unknown'));
	}
	if (version > current) {
		return refuse(
			fault(
				['format'],
				format,
				`"${FAMILY}${current}" or older: this bank was made by a newer Milium; update Milium and open it again`,
				'format.newer'
			)
		);
	}
	let value: unknown = file;
	for (let at = version; at < current; at += 1) {
		const step = upgrades.get(at);
		if (step === undefined) throw new Error(`No upgrade from ${FAMILY}${at}`);
		value = step(value);
	}
	return { ok: true, value };
}

const refuse = (one: Fault): Upgraded => ({ ok: false, faults: [one] });
