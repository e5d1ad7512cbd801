// The choices above the confusion map.
import { addMonths, monthOf } from '$lib/progress/calendar';
import type { PairScope } from '$lib/progress/rollups';

export const PERIODS = [
	{ id: 'all', name: 'All time' },
	{ id: 'month', name: 'This month', months: 1 },
	{ id: 'quarter', name: 'Last 3 months', months: 3 },
	{ id: 'year', name: 'Last 12 months', months: 12 }
] as const;
export type PeriodId = (typeof PERIODS)[number]['id'];

/** Whether an answer belongs to a scope. */
export function isWithin(
	{ bank, months }: PairScope,
	answer: { readonly day: string; readonly ref: { readonly bank: string } }
): boolean {
	const month = monthOf(answer.day);
	return (
		(bank === undefined || answer.ref.bank === bank) &&
		(months === undefined || (month >= months[0] && month <= months[1]))
	);
}

/** What to read for a period, in calendar months up to that of `today`, and a bank; '' is all banks. */
export function mapScope(period: PeriodId, bank: string, today: string): PairScope {
	const chosen = PERIODS.find((one) => one.id === period);
	const months = chosen !== undefined && 'months' in chosen ? chosen.months : undefined;
	const last = monthOf(today);
	return {
		bank: bank === '' ? undefined : bank,
		months: months === undefined ? undefined : [addMonths(last, 1 - months), last]
	};
}
