// The whole item analysis of a cohort: what the page shows and `bank analyse` prints.
import type { ItemRef } from '$lib/banks/bank';
import { itemTypeOf } from '$lib/items/registry';
import { distractorsOf, type DistractorTable } from './distractors.js';
import { flawEffects, flawsOf, type FlawEffect, type ItemFlaw } from './flaws.js';
import { DUBIOUS_EFFICIENCY, itemStatistics, type ItemStatistics } from './item-statistics.js';
import { groundOf, matrixOf, type Ground } from './matrix.js';
import { mean } from './moments.js';
import { reliabilityOf, totalsStatistics, type Reliability, type Totals } from './reliability.js';
import type { Cohort } from './score.js';
import { MINIMA, type Minima } from './statistic.js';

/** Everything about one item. */
export interface ItemAnalysis {
	/** `bank/item`. */
	readonly key: string;
	readonly ref: ItemRef;
	readonly type: string;
	readonly typeName: string;
	readonly stem: string;
	/** Learners who were asked it. */
	readonly n: number;
	readonly max: number;
	readonly statistics: ItemStatistics;
	readonly distractors: DistractorTable;
	readonly flaws: readonly ItemFlaw[];
	/** What deserves a look, by the figures; empty where there is nothing, or learners are too few. */
	readonly signs: readonly Sign[];
	/** Mean time on the question in milliseconds; undefined where no time is known. */
	readonly meanMs: number | undefined;
}

/** What the figures of an item may point at. */
export const SIGNS = {
	'against-the-rest': 'Strong learners do worse on it than weak ones: look at the key first.',
	dubious: 'It hardly tells strong learners from weak ones (efficiency below 15 %).',
	'tempts-the-strong': 'A wrong option is chosen by stronger learners than the key.',
	'idle-distractors': 'Fewer than half of the wrong options are chosen by 5 % or more.',
	'all-right': 'Everybody earned all points.',
	'none-right': 'Nobody earned a point.'
} as const;
export type Sign = keyof typeof SIGNS;

export interface Analysis {
	readonly learners: number;
	/** True where all learners were asked the same items. */
	readonly complete: boolean;
	readonly minima: Minima;
	readonly totals: Totals;
	readonly reliability: Reliability;
	readonly items: readonly ItemAnalysis[];
	readonly effects: readonly FlawEffect[];
	/** Items whose content was not to be had. */
	readonly unknown: readonly ItemRef[];
	/** Responses in which something named no option. */
	readonly unread: number;
}

/** Every figure of a cohort. One that fewer answers than `minima` stand behind is withheld, with its reason. */
export function analyse(cohort: Cohort, minima: Minima = MINIMA): Analysis {
	const matrix = matrixOf(cohort);
	const ground = groundOf(matrix);
	const statistics = itemStatistics(matrix, minima);
	const flaws = cohort.items.map(({ item }) => flawsOf(item));
	return {
		learners: matrix.learners.length,
		complete: ground.whole,
		minima,
		totals: totalsStatistics(matrix),
		reliability: reliabilityOf(matrix, minima),
		items: statistics.map((one, index) =>
			itemOf(cohort, index, { statistics: one, flaws: flaws[index] ?? [], minima, ground })
		),
		effects: flawEffects(flaws, statistics),
		unknown: cohort.unknown,
		unread: cohort.unread.length
	};
}

function itemOf(
	cohort: Cohort,
	index: number,
	{
		statistics,
		flaws,
		minima,
		ground
	}: Pick<ItemAnalysis, 'statistics' | 'flaws'> & {
		readonly minima: Minima;
		readonly ground: Ground;
	}
): ItemAnalysis {
	const one = cohort.items[index];
	if (one === undefined)
		throw new Error(`No item ${index}, expected 0 to ${cohort.items.length - 1}`);
	const { key, ref, item, max } = one;
	const distractors = distractorsOf(cohort, index, minima, ground);
	return {
		...{ key, ref, max, statistics, distractors, flaws },
		type: item.type,
		typeName: itemTypeOf(item).name,
		stem: item.stem,
		n: distractors.n,
		signs: signsOf(statistics, distractors),
		meanMs: mean(cohort.cells.flatMap((row) => row[index]?.activeMs ?? []))
	};
}

/** What the figures of an item point at; only figures that are not withheld speak. */
function signsOf(
	{ facility, discrimination }: Pick<ItemStatistics, 'facility' | 'discrimination'>,
	distractors: Pick<DistractorTable, 'options' | 'efficiency'>
): Sign[] {
	const { corrected, efficiency } = discrimination;
	const signs: Sign[] = [];
	if (corrected.value !== undefined && corrected.value < 0) signs.push('against-the-rest');
	else if (efficiency.value !== undefined && efficiency.value < DUBIOUS_EFFICIENCY)
		signs.push('dubious');
	if (distractors.options.some((one) => one.outscoresKey === true)) signs.push('tempts-the-strong');
	// A question that all get right needs no other reason for idle distractors.
	const enough = corrected.n >= 2 && distractors.efficiency.value !== undefined;
	if (enough && facility.statistic.value === 1) signs.push('all-right');
	else if (enough && facility.statistic.value === 0) signs.push('none-right');
	else if ((distractors.efficiency.value ?? 100) < 50) signs.push('idle-distractors');
	return signs;
}
