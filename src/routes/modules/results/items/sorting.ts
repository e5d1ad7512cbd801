// The columns of the item table, and the order of its rows.
import { SIGNS, type ItemAnalysis, type Sign } from '$lib/cohort/analysis';
import { fixed } from '$lib/cohort/formulas';
import type { Statistic } from '$lib/cohort/statistic';

/** A column by which the table can be put in order. */
export interface Column {
	readonly id: string;
	readonly name: string;
	/** What it is ordered by; undefined comes last either way. */
	by(item: ItemAnalysis, place: number): number | undefined;
	/** What stands in it; undefined for the question itself. */
	text?(item: ItemAnalysis): string;
}

const figure = (one: Statistic) => (one.value === undefined ? '–' : fixed(one.value));

export const COLUMNS: readonly Column[] = [
	{ id: 'place', name: 'Question', by: (_, place) => place },
	{
		id: 'facility',
		name: 'Facility',
		by: (one) => one.statistics.facility.statistic.value,
		text: ({ statistics: { facility } }) =>
			facility.statistic.value === undefined
				? '–'
				: `${fixed(facility.statistic.value)} (${fixed(facility.low)} to ${fixed(facility.high)})`
	},
	{
		id: 'corrected',
		name: 'Point-biserial',
		by: (one) => one.statistics.discrimination.corrected.value,
		text: (one) => figure(one.statistics.discrimination.corrected)
	},
	{
		id: 'upper-lower',
		name: 'Upper–lower',
		by: (one) => one.statistics.upperLower.statistic.value,
		text: (one) => figure(one.statistics.upperLower.statistic)
	},
	{
		id: 'signs',
		name: 'Worth a look',
		by: (one) => -one.signs.length,
		text: (one) => one.signs.map((sign) => SIGN_NAMES[sign]).join(', ')
	}
];

/** Signs in two or three words, for the table. */
const SIGN_NAMES: Readonly<Record<Sign, string>> = {
	'against-the-rest': 'goes against the rest',
	dubious: 'hardly discriminates',
	'tempts-the-strong': 'tempts the strong',
	'idle-distractors': 'idle options',
	'all-right': 'all were right',
	'none-right': 'none was right'
};

/** What a sign says, in a sentence. */
export const signWords = (sign: Sign): string => SIGNS[sign];

/** Places of the items in this order. Ties stay in the order of the test. */
export function inOrder(
	items: readonly ItemAnalysis[],
	column: Column,
	descending: boolean
): number[] {
	const keyed = items.map((item, place) => ({ place, by: column.by(item, place) }));
	return keyed
		.sort((a, b) => {
			if (a.by === undefined || b.by === undefined)
				return Number(a.by === undefined) - Number(b.by === undefined) || a.place - b.place;
			return (descending ? b.by - a.by : a.by - b.by) || a.place - b.place;
		})
		.map((one) => one.place);
}
