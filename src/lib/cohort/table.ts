// The item analysis as rows of a table, for CSV.
import type { Analysis } from './analysis.js';
import type { Statistic } from './statistic.js';

type Cell = string | number | undefined;

const HEAD = [
	...['item', 'bank', 'type', 'stem', 'learners', 'max'],
	...['facility', 'facility low', 'facility high', 'SD %'],
	...['point-biserial corrected', 'point-biserial uncorrected', 'D 27 %'],
	...['Moodle discrimination index %', 'Moodle discriminative efficiency %', 'effective weight %'],
	...['blank', 'distractors', 'functional distractors %', 'mean seconds', 'signs', 'flaws']
];

/** A row for each item under a row of names. Figures are rounded to 6 digits; withheld ones are empty. */
export function analysisRows({ items }: Analysis): Cell[][] {
	return [
		HEAD,
		...items.map((one): Cell[] => {
			const { facility, spread, discrimination, upperLower, weight } = one.statistics;
			return [
				...[one.ref.item, one.ref.bank, one.type, one.stem, one.n, one.max],
				...[value(facility.statistic), round(facility.low), round(facility.high), value(spread)],
				...[value(discrimination.corrected), value(discrimination.uncorrected)],
				...[value(upperLower.statistic), value(discrimination.index)],
				...[value(discrimination.efficiency), value(weight.statistic)],
				...[one.distractors.blank, one.distractors.distractors, value(one.distractors.efficiency)],
				one.meanMs === undefined ? undefined : round(one.meanMs / 1000),
				one.signs.join(' '),
				[...new Set(one.flaws.map((flaw) => flaw.rule))].join(' ')
			];
		})
	];
}

const value = (one: Statistic) => (one.value === undefined ? undefined : round(one.value));
const round = (number: number) => Math.round(number * 1e6) / 1e6;
