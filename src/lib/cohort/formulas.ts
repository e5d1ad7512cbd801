// Each figure with its formula, and the numbers of this class put in, so that anybody can work it out again by hand.
import type { ItemAnalysis } from './analysis.js';
import { EXTREME_SHARE, TIE_RULE } from './item-statistics.js';
import type { Reliability, Totals } from './reliability.js';
import { reasonWords, type Statistic } from './statistic.js';

/** How a figure came about. */
export interface Formula {
	readonly id: string;
	readonly name: string;
	/** The figure as text, or undefined where it is withheld. */
	readonly value: string | undefined;
	readonly n: number;
	/** Why it is withheld; undefined where it is not. */
	readonly withheld: string | undefined;
	/** What it says, in a sentence or two. */
	readonly meaning: string;
	readonly formula: string;
	/** The formula with this class's numbers; undefined where the figure is withheld. */
	readonly numbers: string | undefined;
}

/** A number with so many digits after the point, and a minus that is one. */
export const fixed = (value: number, digits = 2): string => {
	const text = value.toFixed(digits);
	return (Number(text) === 0 ? text.replace('-', '') : text).replace('-', '\u2212');
};
const percent = (value: number) => `${fixed(value, 0)}\u00a0%`;
const whole = (value: number) => (Number.isInteger(value) ? String(value) : fixed(value));

function make(
	one: Statistic,
	text: Pick<Formula, 'id' | 'name' | 'meaning' | 'formula'>,
	show: (value: number) => { readonly value: string; readonly numbers: string }
): Formula {
	const shown = one.value === undefined ? undefined : show(one.value);
	return {
		...text,
		n: one.n,
		value: shown?.value,
		numbers: shown?.numbers,
		withheld: one.value === undefined ? reasonWords(one) : undefined
	};
}

/** Every figure of an item, in the order in which a page shows them. */
export function itemFormulas(item: Pick<ItemAnalysis, 'statistics'>, complete: boolean): Formula[] {
	return [
		facility(item),
		corrected(item, complete),
		upperLower(item),
		moodleIndex(item),
		efficiency(item),
		weight(item)
	];
}

function facility({ statistics: { facility: one } }: Pick<ItemAnalysis, 'statistics'>): Formula {
	const { sum, max, low, high, statistic } = one;
	return make(
		statistic,
		{
			id: 'facility',
			name: 'Facility',
			meaning:
				'The share of the points that learners earned: 1 is easy, 0 is hard. The interval (Wilson, 95\u00a0%) says how far it can be trusted.',
			formula: 'p = Σ points ÷ (learners × maximum)'
		},
		(value) => ({
			value: fixed(value),
			numbers: `p = ${whole(sum)} ÷ (${statistic.n} × ${max}) = ${fixed(value)}; interval ${fixed(low)} to ${fixed(high)}`
		})
	);
}

function corrected({ statistics }: Pick<ItemAnalysis, 'statistics'>, complete: boolean): Formula {
	const {
		corrected: one,
		covariance,
		varianceItem,
		varianceRest,
		uncorrected
	} = statistics.discrimination;
	const rest = complete
		? 'y are the points on all other questions'
		: 'y is the share of the points on the other questions, since learners were asked different ones';
	return make(
		one,
		{
			id: 'point-biserial',
			name: 'Point-biserial, corrected',
			meaning: `Whether those who do well on the rest do well here: from 0.2 on it helps, near 0 it does not, below 0 look at the key. x are the points here, ${rest}.`,
			formula: 'r = cov(x, y) ÷ √(var x × var y), divided by n − 1'
		},
		(value) => ({
			value: fixed(value),
			numbers: `r = ${fixed(covariance, 4)} ÷ √(${fixed(varianceItem, 4)} × ${fixed(varianceRest, 4)}) = ${fixed(value)}${
				uncorrected.value === undefined
					? ''
					: `; with the question in the total it would be ${fixed(uncorrected.value)}`
			}`
		})
	);
}

function upperLower({
	statistics: { upperLower: one }
}: Pick<ItemAnalysis, 'statistics'>): Formula {
	const groups = `The ${one.size} strongest and the ${one.size} weakest by total. ${TIE_RULE}${one.tied ? ' It decided here.' : ''}`;
	return make(
		one.statistic,
		{
			id: 'upper-lower',
			name: 'Upper–lower 27\u00a0%',
			meaning: `By how much the strongest learners do better than the weakest. ${groups}`,
			formula: `D = facility above − facility below; groups of ${EXTREME_SHARE} × n, rounded`
		},
		(value) => ({
			value: fixed(value),
			numbers: `D = ${fixed(one.upper)} (${one.upperN} learners) − ${fixed(one.lower)} (${one.lowerN} learners) = ${fixed(value)}`
		})
	);
}

function moodleIndex({
	statistics: { discrimination }
}: Pick<ItemAnalysis, 'statistics'>): Formula {
	return make(
		discrimination.index,
		{
			id: 'moodle-index',
			name: 'Discrimination index (Moodle)',
			meaning: 'The corrected point-biserial in per cent, as Moodle prints it.',
			formula: 'DI = 100 × cov(x, y) ÷ √(var x × var y)'
		},
		(value) => ({
			value: percent(value),
			numbers: `DI = 100 × ${fixed(value / 100, 4)} = ${fixed(value)}\u00a0%`
		})
	);
}

function efficiency({ statistics: { discrimination } }: Pick<ItemAnalysis, 'statistics'>): Formula {
	const { covariance, highestCovariance } = discrimination;
	return make(
		discrimination.efficiency,
		{
			id: 'moodle-efficiency',
			name: 'Discriminative efficiency (Moodle)',
			meaning:
				'How much of the discrimination that a question of this facility could have it does have. Moodle calls a question dubious below 15\u00a0%.',
			formula: 'DE = 100 × cov(x, y) ÷ cov of x and y, each sorted'
		},
		(value) => ({
			value: percent(value),
			numbers: `DE = 100 × ${fixed(covariance, 4)} ÷ ${fixed(highestCovariance, 4)} = ${fixed(value)}\u00a0%`
		})
	);
}

function weight({ statistics: { weight: one } }: Pick<ItemAnalysis, 'statistics'>): Formula {
	return make(
		one.statistic,
		{
			id: 'weight',
			name: 'Effective weight',
			meaning:
				'How much of the spread of totals comes from this question. A question that goes against the total has none.',
			formula: 'w = 100 × √cov(x, total) ÷ Σ √cov over all questions'
		},
		(value) => ({
			value: percent(value),
			numbers: `w = 100 × √${fixed(one.covariance, 4)} ÷ ${fixed(one.sumOfRoots, 4)} = ${fixed(value)}\u00a0%`
		})
	);
}

/** The figures of the whole test, in the order in which a page shows them. */
export function testFormulas(reliability: Reliability, totals: Totals): Formula[] {
	return [meanTotal(totals), alpha(reliability), sem(reliability, totals), ...longer(reliability)];
}

function meanTotal({ mean, sd, max }: Totals): Formula {
	return make(
		mean,
		{
			id: 'mean',
			name: 'Mean total',
			meaning: 'What learners earned on average, in points, with the standard deviation (n − 1).',
			formula: 'Σ totals ÷ learners'
		},
		(value) => ({
			value: `${fixed(value, 1)} of ${max}`,
			numbers: `${fixed(value * mean.n, 1)} ÷ ${mean.n} = ${fixed(value)}${
				sd.value === undefined ? '' : `; standard deviation ${fixed(sd.value)}`
			}`
		})
	);
}

function alpha({
	alpha: one,
	isKr20,
	items,
	sumOfVariances,
	varianceOfTotals
}: Reliability): Formula {
	return make(
		one,
		{
			id: 'alpha',
			name: isKr20 ? 'Alpha (KR-20)' : 'Alpha',
			meaning:
				'How well the questions go together: from 0.7 on a total is good for feedback, from 0.8 on for decisions about persons.',
			formula: 'α = k ÷ (k − 1) × (1 − Σ var of questions ÷ var of totals), all divided by n − 1'
		},
		(value) => ({
			value: fixed(value),
			numbers: `α = ${items} ÷ ${items - 1} × (1 − ${fixed(sumOfVariances, 4)} ÷ ${fixed(varianceOfTotals, 4)}) = ${fixed(value)}`
		})
	);
}

function sem({ sem: one, varianceOfTotals, alpha: base }: Reliability, { mean }: Totals): Formula {
	return make(
		one,
		{
			id: 'sem',
			name: 'Standard error of measurement',
			meaning:
				'How far a total may be off by chance: about two in three learners would earn within one such error of theirs again. A band around observed scores, no promise about the true one.',
			formula: 'SEM = s × √(1 − α)'
		},
		(value) => ({
			value: `${fixed(value)} points`,
			numbers: `SEM = ${fixed(Math.sqrt(varianceOfTotals), 4)} × √(1 − ${fixed(base.value ?? 0, 4)}) = ${fixed(value)}${
				mean.value === undefined
					? ''
					: `; around the mean from ${fixed(mean.value - value, 1)} to ${fixed(mean.value + value, 1)}`
			}`
		})
	);
}

function longer({ lengthening, items, alpha: base }: Reliability): Formula[] {
	return lengthening.map(({ target, factor, items: wanted }) =>
		make(
			factor,
			{
				id: `length-${target}`,
				name: `Questions for an alpha of ${target}`,
				meaning: 'How long a test of such questions would have to be (Spearman-Brown).',
				formula: 'times as long = r* × (1 − r) ÷ (r × (1 − r*))'
			},
			(value) => ({
				value: value <= 1 ? 'reached' : String(wanted.value ?? ''),
				numbers: `${target} × (1 − ${fixed(base.value ?? 0, 4)}) ÷ (${fixed(base.value ?? 0, 4)} × (1 − ${target})) = ${fixed(value)}; × ${items} questions = ${wanted.value ?? ''}`
			})
		)
	);
}
