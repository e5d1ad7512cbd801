// What the page Contrast practice reads, and the words for what tells two diagnoses apart.
import { decidingFeature } from '$lib/evidence/compare';
import { featureName } from '$lib/evidence/features';
import type { Differential } from '$lib/evidence/learn';
import { looksAs, visualEntities } from '$lib/illustrations/visual';
import { confusedPairs, type ConfusedPair } from '$lib/progress/confusion';
import { keyParts, type Rollup } from '$lib/progress/rollups';
import { localDay } from '$lib/session/events';
import { pairsToPractise, type Pair } from '$lib/schedule/contrast';
import type { Candidate, History } from '$lib/session/sampling';
import type { App } from '../../app.svelte.js';
import { bankBriefs, candidatesOf } from '../../library.js';

/** The pair that a newcomer begins with. */
export const FIRST_PAIR: Pair = ['neonatal-milia', 'neonatal-acne'];

export interface ContrastData {
	/** Pairs that are mixed up, worst first. */
	readonly pairs: readonly ConfusedPair[];
	/** Those too that were mixed up once and are told apart by now. */
	readonly ever: readonly ConfusedPair[];
	readonly visual: readonly Rollup[];
	readonly candidates: readonly Candidate[];
	readonly history: History;
}

/** What is known of the learner's mix-ups, and every question that names a diagnosis, in banks that are listed item by item. */
export async function readContrast(app: App): Promise<ContrastData> {
	const storage = await app.storage();
	const month = localDay({ at: app.now(), tz: app.timeZone() }).slice(0, 7);
	const [all, now, visual, briefs] = await Promise.all([
		storage.pairs({}),
		storage.pairs({ months: [month, month] }),
		storage.totals('visual-pair'),
		bankBriefs(storage)
	]);
	const candidates = candidatesOf(briefs).filter((one) => one.entities !== undefined);
	const history = await storage.history(candidates.map((one) => one.id));
	return {
		pairs: pairsToPractise(all, now),
		ever: confusedPairs(all),
		visual,
		candidates,
		history
	};
}

/** The pair that an address asks for, if the differential knows both. */
export function pairIn(search: string, known: readonly string[]): Pair | undefined {
	const [a, b] = (new URLSearchParams(search).get('pair') ?? '').split(',');
	if (a === undefined || b === undefined || a === b) return undefined;
	return known.includes(a) && known.includes(b) ? [a, b] : undefined;
}

/** The feature that decides between two diagnoses, and what it is in each. */
export interface Decider {
	readonly feature: string;
	readonly name: string;
	readonly here: string;
	readonly there: string;
}

export function deciderOf(
	{ features, entities }: Differential,
	[a, b]: readonly [string, string]
): Decider | undefined {
	const here = entities.find((one) => one.id === a);
	const there = entities.find((one) => one.id === b);
	if (here === undefined || there === undefined) return undefined;
	const feature = decidingFeature(features, here, there);
	if (feature === undefined) return undefined;
	return {
		feature,
		name: featureName(feature),
		here: here.cells[feature]?.text ?? '',
		there: there.cells[feature]?.text ?? ''
	};
}

/** Whether drawings can show the two apart. */
export function isVisual([a, b]: Pair): boolean {
	const [here, there] = [looksAs(a), looksAs(b)];
	return here !== undefined && there !== undefined && here !== there;
}

/** The pair with up to two more diagnoses that look different from it: those it is mixed up with first. */
export function withLookAlikes(pair: Pair, pairs: readonly ConfusedPair[]): string[] {
	const near = pairs.flatMap(({ missed, takenFor }) =>
		pair.includes(missed) ? [takenFor] : pair.includes(takenFor) ? [missed] : []
	);
	const all: string[] = [...pair];
	const looks = new Set(pair.map(looksAs));
	for (const one of [...near, ...visualEntities]) {
		const look = looksAs(one);
		if (all.length === 4) break;
		if (look === undefined || looks.has(look)) continue;
		looks.add(look);
		all.push(one);
	}
	return all;
}

/** How often the two were told apart in quick rounds. */
export function visualRecord(sums: readonly Rollup[], pair: Pair) {
	let n = 0;
	let right = 0;
	for (const sum of sums) {
		const [shown, chosen] = keyParts(sum.key);
		if (!pair.some((one) => one === shown) || !pair.some((one) => one === chosen)) continue;
		n += sum.n;
		right += sum.correct;
	}
	return { n, right };
}
