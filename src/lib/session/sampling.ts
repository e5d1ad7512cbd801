// Draws the items of a quiz from what is there, by the learner's wishes and a seed.
import type { ItemRef } from '$lib/banks/bank';
import type { ItemBrief } from '$lib/banks/catalogue';
import { CJMM_STEPS } from '$lib/items/contract';
import { rngFor, shuffled } from './random.js';

/** An item that could be drawn. */
export interface Candidate extends ItemBrief {
	readonly bank: string;
}

/** What a learner has done with an item so far. */
export interface ItemHistory {
	readonly seen: number;
	/** Whether the last answer earned full points. */
	readonly lastCorrect: boolean;
}

export const POOLS = ['all', 'unseen', 'missed'] as const;
/** `unseen`: never answered. `missed`: last answer did not earn full points. */
export type Pool = (typeof POOLS)[number];

/** Wishes; an absent or empty list means no restriction. */
export interface Wishes {
	readonly banks?: readonly string[];
	readonly topics?: readonly string[];
	readonly types?: readonly string[];
	readonly difficulties?: readonly string[];
	readonly pool?: Pool;
}

export type History = ReadonlyMap<string, ItemHistory>;

/** Whether a wish leaves room for one of these values. */
export const allowed = (list: readonly string[] | undefined, ...values: readonly string[]) =>
	list === undefined || list.length === 0 || values.some((value) => list.includes(value));

/**
 * The candidates that fit the wishes. A case study is one matter: as soon as one of its items fits every wish, the pool
 * included, all six do.
 */
export function matching(
	candidates: readonly Candidate[],
	wishes: Wishes,
	history: History
): Candidate[] {
	const fits = (one: Candidate) =>
		allowed(wishes.banks, one.bank) &&
		allowed(wishes.topics, ...one.topics) &&
		allowed(wishes.types, one.type) &&
		allowed(wishes.difficulties, one.difficulty) &&
		inPool(history.get(one.id), wishes.pool ?? 'all');
	const fitting = new Set(candidates.filter(fits).map(unitOf));
	return candidates.filter((one) => fitting.has(unitOf(one)));
}

function inPool(history: ItemHistory | undefined, pool: Pool): boolean {
	if (pool === 'unseen') return history === undefined || history.seen === 0;
	if (pool === 'missed') return history !== undefined && history.seen > 0 && !history.lastCorrect;
	return true;
}

/**
 * Draws `count` items without repetition, or as many as there are. Topics take turns, so that a mixed quiz is mixed; within
 * a topic, items never seen come before those missed, and those before the rest. `first`, where it fits, opens the quiz and
 * is its topic's turn.
 *
 * A case study is drawn whole and in order, or not at all: it is passed over where fewer than six places are left. It
 * counts as one turn of the topic of its first item, and ranks as the best of its items. Where places would stay empty
 * otherwise, single items leave room for it.
 */
export function draw(
	candidates: readonly Candidate[],
	history: History,
	options: { readonly count: number; readonly seed: number; readonly first?: string | undefined }
): ItemRef[] {
	const rng = rngFor(options.seed, 'draw');
	const units = unitsOf(candidates);
	const queues = byTopic(shuffled(units, rng));
	for (const queue of queues) queue.sort((a, b) => unitRank(a, history) - unitRank(b, history));
	const places = new Places(units, options.count);
	const opening = units.find((unit) => unit.some(({ id }) => id === options.first));
	if (opening !== undefined && opening.length <= places.left) places.give(opening);
	const opened = (queue: readonly Unit[]) => Number(queue.some((unit) => places.taken.has(unit)));
	const turns = shuffled(queues, rng).sort((a, b) => opened(a) - opened(b));
	let left: number;
	do {
		left = places.left;
		for (const queue of turns) {
			const next = queue.find((unit) => places.free(unit));
			if (next !== undefined) places.give(next);
		}
	} while (places.left < left);
	return [...places.taken].flat().map(({ bank, id, hash }) => ({ bank, item: id, hash }));
}

/**
 * How many items `draw` gives where `count` are asked for, and `unlisted` single items could be drawn beside the
 * candidates.
 */
export function drawable(candidates: readonly Candidate[], count: number, unlisted = 0): number {
	const { singles, cases } = supplyOf(unitsOf(candidates));
	return mostOf({ singles: singles + unlisted, cases }, count);
}

/** What is drawn as a whole: a single item, or the six of a case study in order. */
export type Unit = readonly Candidate[];

const CASE_ITEMS = CJMM_STEPS.length;

/** Names the unit that a candidate belongs to. No id holds a slash. */
const unitOf = (one: Candidate) =>
	one.case === undefined ? `${one.bank}/${one.id}` : `${one.bank}/case/${one.case.id}`;

/** The units that can be drawn: of an item that two banks hold the first, and no case of which a part is missing. */
export function unitsOf(candidates: readonly Candidate[]): Unit[] {
	const groups = new Map<string, Candidate[]>();
	for (const one of candidates) {
		const group = groups.get(unitOf(one));
		if (group === undefined) groups.set(unitOf(one), [one]);
		else if (one.case !== undefined) group.push(one);
	}
	const held = new Set<string>();
	return [...groups.values()].flatMap((group) => {
		const unit = group.sort((a, b) => (a.case?.step ?? 0) - (b.case?.step ?? 0));
		const whole = unit.every(({ case: one }, index) =>
			one === undefined ? index === 0 : unit.length === CASE_ITEMS && one.step === index + 1
		);
		if (!whole || unit.some(({ id }) => held.has(id))) return [];
		for (const { id } of unit) held.add(id);
		return [unit];
	});
}

/** How many units of each size there are. */
interface Supply {
	readonly singles: number;
	readonly cases: number;
}

function supplyOf(units: readonly Unit[]): Supply {
	const cases = units.filter((unit) => unit.length > 1).length;
	return { singles: units.length - cases, cases };
}

/** How many of so many places a supply can fill. */
function mostOf({ singles, cases }: Supply, places: number): number {
	const byCases = CASE_ITEMS * Math.min(cases, Math.floor(places / CASE_ITEMS));
	return byCases + Math.min(singles, places - byCases);
}

/** The places of a quiz while they are given away. */
class Places {
	/** Units with a place, in order. */
	readonly taken = new Set<Unit>();
	left: number;
	#supply: Supply;

	constructor(units: readonly Unit[], count: number) {
		this.left = count;
		this.#supply = supplyOf(units);
	}

	/** Whether a unit may have a place: there is room, and no place stays empty because of it. */
	free(unit: Unit): boolean {
		if (this.taken.has(unit) || unit.length > this.left) return false;
		const after = mostOf(this.#without(unit), this.left - unit.length);
		return unit.length + after >= mostOf(this.#supply, this.left);
	}

	give(unit: Unit): void {
		this.#supply = this.#without(unit);
		this.left -= unit.length;
		this.taken.add(unit);
	}

	#without(unit: Unit): Supply {
		const { singles, cases } = this.#supply;
		return unit.length > 1 ? { singles, cases: cases - 1 } : { singles: singles - 1, cases };
	}
}

/** The units of each leading topic, in the order they came. */
function byTopic(units: readonly Unit[]): Unit[][] {
	const queues = new Map<string, Unit[]>();
	for (const unit of units) {
		const topic = unit[0]?.topics[0] ?? '';
		const queue = queues.get(topic);
		if (queue === undefined) queues.set(topic, [unit]);
		else queue.push(unit);
	}
	return [...queues.values()];
}

const unitRank = (unit: Unit, history: History) =>
	Math.min(...unit.map(({ id }) => rank(history.get(id))));

function rank(history: ItemHistory | undefined): number {
	if (history === undefined || history.seen === 0) return 0;
	return history.lastCorrect ? 2 : 1;
}
