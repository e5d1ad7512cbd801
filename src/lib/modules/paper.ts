// The paper of one learner: which items they are asked, in which order, with which order of options. It follows from the module
// and the key of the learner's device alone, so the same device always gets the same, and whoever imports the receipt can check
// it.
import { sha256 } from '@noble/hashes/sha2.js';
import { rngFor, shuffled } from '$lib/session/random';
import { toUtf8 } from './bytes.js';
import { itemsIn, moduleId, type ModuleContent, type ModuleItem, type Section } from './format.js';

/** An item on a paper. */
export interface PaperItem {
	/** Its place among all items of the module (`itemsIn`). */
	readonly place: number;
	readonly item: ModuleItem;
}

export interface Paper {
	readonly items: readonly PaperItem[];
	/** Seeds the order of options; undefined where they are shown as written. */
	readonly optionSeed: number | undefined;
}

/** The paper for the learner's device with this public key (base64url). */
export function drawPaper(content: ModuleContent, learnerKey: string): Paper {
	const own = seedFor(content, learnerKey);
	const places = new Map(itemsIn(content).map((item, place) => [item, place] as const));
	const orderSeed = { 'as-written': undefined, same: content.seed, 'per-learner': own };
	const units = content.sections.flatMap((section, at) => drawn(section, own, `pool/${at}`));
	const seed = orderSeed[content.order];
	const ordered = seed === undefined ? units : inSeededOrder(units, seed);
	return {
		items: ordered.flat().map((item) => ({ place: places.get(item) ?? -1, item })),
		optionSeed: orderSeed[content.options]
	};
}

/** 32 bits that only this module and this learner's device give. */
function seedFor(content: ModuleContent, learnerKey: string): number {
	const hash = sha256(toUtf8(`milium/paper/1\n${moduleId(content)}\n${learnerKey}`));
	return new DataView(hash.buffer, hash.byteOffset).getUint32(0);
}

/** What stays together: an item and those that follow it. */
type Unit = readonly ModuleItem[];

function unitsOf(items: readonly ModuleItem[]): Unit[] {
	const units: ModuleItem[][] = [];
	for (const item of items) {
		if (item.follows === true) units.at(-1)?.push(item);
		else units.push([item]);
	}
	return units;
}

/** The units of a section: all of them, or those drawn from a pool, in the order in which they are written. */
function drawn({ take, items }: Section, seed: number, purpose: string): Unit[] {
	const units = unitsOf(items);
	if (take === undefined) return units;
	const chosen = new Set(shuffled(units, rngFor(seed, purpose)).slice(0, take));
	return units.filter((unit) => chosen.has(unit));
}

/**
 * In an order that gives any two units the same order whatever else was drawn: so learners with different draws from a pool
 * still share the order of what they share.
 */
function inSeededOrder(units: readonly Unit[], seed: number): Unit[] {
	const rank = (unit: Unit) => rngFor(seed, `order/${unit[0]?.hash ?? ''}`)(0x7fffffff);
	return units
		.map((unit) => [rank(unit), unit] as const)
		.sort(([a], [b]) => a - b)
		.map(([, unit]) => unit);
}
