// The confusion map: which diagnosis was keyed, and which one the learner chose. Made from the sums of kind `pair`.
import { detect, type Detection } from './detection.js';
import { keyParts, type Rollup } from './rollups.js';
import { wilson, type Proportion } from './wilson.js';

/** How often one diagnosis was chosen where another, or the same, was keyed. */
export interface Cell {
	readonly keyed: string;
	readonly chosen: string;
	readonly n: number;
	/** Share of the answers in which `keyed` was keyed, 0 to 1. */
	readonly share: number;
}

export interface ConfusionMap {
	/** Diagnoses that were keyed or chosen at least once, in the order given. */
	readonly entities: readonly string[];
	readonly total: number;
	readonly correct: number;
	/** Answers in which this diagnosis was keyed; 0 where it was only chosen. */
	keyed(entity: string): number;
	/** Answers in which this diagnosis was chosen. */
	chosen(entity: string): number;
	cell(keyed: string, chosen: string): Cell;
}

/** The map of these sums. `order` puts the diagnoses into their order; those it does not name come last, by id. */
export function confusionMap(sums: readonly Rollup[], order: readonly string[]): ConfusionMap {
	const counts = new Map<string, number>();
	const rows = new Map<string, number>();
	const columns = new Map<string, number>();
	let total = 0;
	let correct = 0;
	for (const { key, n } of sums) {
		const [keyed, chosen] = keyParts(key).slice(-2);
		if (keyed === undefined || chosen === undefined || n === 0) continue;
		raise(counts, pairKey(keyed, chosen), n);
		raise(rows, keyed, n);
		raise(columns, chosen, n);
		total += n;
		if (keyed === chosen) correct += n;
	}
	const of = (keyed: string, chosen: string) => counts.get(pairKey(keyed, chosen)) ?? 0;
	return {
		entities: inOrder(new Set([...rows.keys(), ...columns.keys()]), order),
		total,
		correct,
		keyed: (entity) => rows.get(entity) ?? 0,
		chosen: (entity) => columns.get(entity) ?? 0,
		cell: (keyed, chosen) => {
			const n = of(keyed, chosen);
			const all = rows.get(keyed) ?? 0;
			return { keyed, chosen, n, share: all === 0 ? 0 : n / all };
		}
	};
}

/**
 * How well one diagnosis is told from all others. Signal: answers in which it is keyed; noise: all other answers of the map.
 * Whether it was on offer in each of those is not known, so the false-alarm rate is a lower bound.
 */
export function detectionOf(map: ConfusionMap, entity: string): Detection {
	const hits = map.cell(entity, entity).n;
	const signals = map.keyed(entity);
	return detect({
		hits,
		signals,
		falseAlarms: map.chosen(entity) - hits,
		noise: map.total - signals
	});
}

/** How well `a` is told from `b`: of the answers in which one of them was keyed and one of them chosen. Signal is `a`. */
export function detectionBetween(map: ConfusionMap, a: string, b: string): Detection {
	const hits = map.cell(a, a).n;
	const falseAlarms = map.cell(b, a).n;
	return detect({
		hits,
		signals: hits + map.cell(a, b).n,
		falseAlarms,
		noise: falseAlarms + map.cell(b, b).n
	});
}

/** Two diagnoses and how often one was taken for the other. */
export interface ConfusedPair {
	/** The diagnosis that was missed more often; of two missed equally often the one that sorts first. */
	readonly missed: string;
	/** The one it was taken for. */
	readonly takenFor: string;
	/** Mix-ups both ways, and that way alone. */
	readonly n: number;
	readonly thatWay: number;
	/** Share of the answers in which either was keyed, with its 95 % interval. */
	readonly share: Proportion;
}

/**
 * The pairs that were mixed up, worst first: by the share of mix-ups among answers in which either was keyed, drawn towards 10 % as by
 * ten further answers, so that one slip in one answer does not come before twenty in a hundred. Milium's own rule.
 */
export function confusedPairs(sums: readonly Rollup[]): ConfusedPair[] {
	const map = confusionMap(sums, []);
	const pairs = map.entities.flatMap((a, index) =>
		map.entities.slice(index + 1).flatMap((b) => pairOf(map, a, b) ?? [])
	);
	return pairs.sort(
		(one, other) =>
			weightOf(other) - weightOf(one) ||
			other.n - one.n ||
			(pairKey(one.missed, one.takenFor) < pairKey(other.missed, other.takenFor) ? -1 : 1)
	);
}

const PRIOR_N = 10;
const PRIOR_SHARE = 0.1;
const weightOf = ({ n, share }: ConfusedPair) => (n + PRIOR_SHARE * PRIOR_N) / (share.n + PRIOR_N);

function pairOf(map: ConfusionMap, a: string, b: string): ConfusedPair | undefined {
	const aForB = map.cell(a, b).n;
	const bForA = map.cell(b, a).n;
	const n = aForB + bForA;
	const share = wilson(n, map.keyed(a) + map.keyed(b));
	if (n === 0 || share === undefined) return undefined;
	const [missed, takenFor] = bForA > aForB ? [b, a] : [a, b];
	return { missed, takenFor, n, thatWay: Math.max(aForB, bForA), share };
}

function inOrder(found: ReadonlySet<string>, order: readonly string[]): string[] {
	const known = order.filter((id) => found.has(id));
	const named = new Set(known);
	return [...known, ...[...found].filter((id) => !named.has(id)).sort()];
}

const pairKey = (keyed: string, chosen: string) => `${keyed}/${chosen}`;

function raise(counts: Map<string, number>, key: string, by: number): void {
	counts.set(key, (counts.get(key) ?? 0) + by);
}
