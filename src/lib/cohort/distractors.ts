// Who chose what: for each option of an item how often it was chosen, by how strong learners, and whether a distractor does any work.
import type { Choice } from '$lib/items/contract';
import { itemTypeOf } from '$lib/items/registry';
import { groundOf, matrixOf, pairsOn, type Ground } from './matrix.js';
import { correlation, mean } from './moments.js';
import type { Cohort, CohortItem } from './score.js';
import { MINIMA, statistic, type Minima, type Statistic } from './statistic.js';

/** A distractor that fewer than this share of learners choose is not functional (see `docs/statistics.md`). */
const FUNCTIONAL_SHARE = 0.05;

/** One option of an item, and who chose it. */
export interface OptionUse {
	readonly part: string;
	readonly partText?: string | undefined;
	readonly option: string;
	readonly text: string;
	readonly keyed: boolean;
	readonly misconception?: string | undefined;
	/** Learners who chose it, and their share of those who were asked. */
	readonly chosen: number;
	readonly share: number;
	/** Mean total of those who chose it, as a share of the points that could be had, 0 to 1; undefined where nobody did. */
	readonly meanTotal: number | undefined;
	/** Correlation of having chosen it with the points on all other items: above 0 for a key, below for a distractor. */
	readonly correlation: Statistic;
	/** Of a distractor: chosen by at least 5 %. Undefined for a key, and where learners are too few. */
	readonly functional: boolean | undefined;
	/** Of a distractor: those who chose it have a higher mean total than those who chose the key of its part. */
	readonly outscoresKey: boolean | undefined;
}

export interface DistractorTable {
	/** Learners who were asked the item, and those of them who left it blank. */
	readonly n: number;
	readonly blank: number;
	readonly options: readonly OptionUse[];
	readonly distractors: number;
	/** Functional distractors in per cent of all; withheld with them. */
	readonly efficiency: Statistic;
}

interface Taker {
	readonly rest: number;
	readonly share: number;
	readonly choices: readonly Choice[];
}

/** The distractor table of one item of a cohort. */
export function distractorsOf(
	cohort: Cohort,
	index: number,
	minima: Minima = MINIMA,
	ground: Ground = groundOf(matrixOf(cohort))
): DistractorTable {
	const one = cohort.items[index];
	if (one === undefined)
		throw new Error(`No item ${index}, expected 0 to ${cohort.items.length - 1}`);
	const takers = takersOf(cohort, one, index, ground);
	const n = takers.length;
	const enough = n >= minima.discrimination && n > 0;
	const first = takers[0]?.choices ?? choicesIn(one);
	const uses = first.map((choice, at) => useOf(choice, at, takers, minima));
	const options = uses.map((use) => ({ ...use, ...verdictOf(use, uses, enough) }));
	const distractors = options.filter((option) => !option.keyed);
	const working = distractors.filter((option) => option.functional === true).length;
	return {
		n,
		blank: cohort.cells.filter((row) => row[index]?.blank === true).length,
		options,
		distractors: distractors.length,
		efficiency: statistic(
			n,
			distractors.length === 0 ? undefined : (100 * working) / distractors.length,
			minima.discrimination,
			'base'
		)
	};
}

function choicesIn({ item }: CohortItem): Choice[] {
	const type = itemTypeOf(item);
	return type.choices(item, type.emptyResponse(item));
}

function takersOf(
	cohort: Cohort,
	{ item, max }: CohortItem,
	index: number,
	ground: Ground
): Taker[] {
	const type = itemTypeOf(item);
	const { matrix, whole } = ground;
	const all = matrix.max.reduce((sum, one) => sum + one, 0);
	const pairs = new Map(pairsOn(ground, index).map((pair) => [pair.row, pair]));
	return cohort.cells.flatMap((row, at): Taker[] => {
		const cell = row[index];
		if (cell === undefined) return [];
		const pair = pairs.get(at);
		const total = pair?.total ?? cell.points;
		const share = pair === undefined ? cell.points / max : whole ? total / all : total;
		return [{ rest: pair?.rest ?? 0, share, choices: type.choices(item, cell.response) }];
	});
}

type Use = Omit<OptionUse, 'functional' | 'outscoresKey'>;

function useOf(choice: Choice, at: number, takers: readonly Taker[], minima: Minima): Use {
	const chose = takers.map((taker) => (taker.choices[at]?.chosen === true ? 1 : 0));
	const chosen = chose.reduce<number>((sum, one) => sum + one, 0);
	const n = takers.length;
	const { part, partText, option, text, keyed, misconception } = choice;
	const rests = takers.map((taker) => taker.rest);
	return {
		...{ part, partText, option, text, keyed, misconception, chosen },
		share: n === 0 ? 0 : chosen / n,
		meanTotal: mean(takers.flatMap((taker, index) => (chose[index] === 1 ? [taker.share] : []))),
		correlation: statistic(n, correlation(chose, rests), minima.discrimination)
	};
}

function verdictOf(use: Use, all: readonly Use[], enough: boolean) {
	if (use.keyed || !enough) return { functional: undefined, outscoresKey: undefined };
	const keys = all.filter((one) => one.keyed && one.part === use.part);
	const best = Math.max(...keys.map((one) => one.meanTotal ?? Number.NEGATIVE_INFINITY));
	const outscores = use.meanTotal !== undefined && Number.isFinite(best) && use.meanTotal > best;
	return { functional: use.share >= FUNCTIONAL_SHARE, outscoresKey: outscores };
}
