// What the progress page reads when it opens: sums and short lists, so that its cost does not depend on the number of answers.
import type { HashedItem } from '$lib/banks/catalogue';
import { addDays } from '$lib/progress/accuracy';
import { calibrationOf, LEAST_ANSWERS, type Calibration } from '$lib/progress/calibration';
import type { MisconceptionRecord } from '$lib/progress/misconceptions';
import { keyParts, type Rollup } from '$lib/progress/rollups';
import { localDay } from '$lib/session/events';
import type { Storage } from '$lib/storage';

/** How far back trend and streak look, in days. */
export const TREND_DAYS = 180;
/** Misconceptions listed at most, and how often one must have been chosen. */
const BELIEFS = 5;
const KEPT = 2;
const LAST_DAY = '9999-12-31';

export interface Progress {
	readonly store: Storage;
	readonly today: string;
	/** Undefined before the first answer. */
	readonly total: Rollup | undefined;
	readonly topics: readonly Rollup[];
	readonly pairs: readonly Rollup[];
	readonly daily: readonly Rollup[];
	/** Days after today with an answer. */
	readonly ahead: number;
	readonly misconceptions: readonly MisconceptionRecord[];
	readonly items: ReadonlyMap<string, HashedItem>;
	/** Answers for which the learner said how sure they were. */
	readonly sure: number;
	/** Undefined below the least number of them. */
	readonly calibration: Calibration | undefined;
	/** Ids of the banks with an answer. */
	readonly banks: readonly string[];
}

/** Reads the page's figures; `now` is the moment and the minutes that local time is ahead of UTC. */
export async function readProgress(
	store: Storage,
	now: { readonly at: number; readonly tz: number }
): Promise<Progress> {
	const today = localDay(now);
	const [all, topics, pairs, confidence, banks, daily, later, chosen] = await Promise.all([
		store.totals('all'),
		store.totals('topic'),
		store.pairs({}),
		store.totals('confidence'),
		store.totals('bank'),
		store.days(addDays(today, -TREND_DAYS), today),
		store.days(addDays(today, 1), LAST_DAY),
		store.misconceptions(BELIEFS)
	]);
	const misconceptions = chosen.filter((one) => one.n >= KEPT);
	const calibration = calibrationOf(confidence);
	const sure = calibration?.n ?? 0;
	return {
		store,
		today,
		total: all[0],
		topics,
		pairs,
		daily,
		ahead: later.length,
		misconceptions,
		items: await store.contents(misconceptions.map((one) => one.ref.hash)),
		sure,
		calibration: sure < LEAST_ANSWERS ? undefined : calibration,
		banks: banks.map((one) => keyParts(one.key)[0] ?? '')
	};
}

/** What the page cannot show yet, and what it waits for. */
export function waitingFor(progress: Progress): string[] {
	const { pairs, misconceptions, calibration, sure, daily } = progress;
	return [
		...(pairs.length === 0
			? ['Which diagnoses you take for one another: from the first question that asks for one.']
			: []),
		...(misconceptions.length === 0
			? ['What you keep believing: when you choose an option with the same belief twice.']
			: []),
		...(calibration === undefined
			? [
					`How sure against how right: from ${LEAST_ANSWERS} answers in which you say how sure you are (${sure} so far).`
				]
			: []),
		...(daily.length < 2 ? ['Your accuracy over time: from the second day.'] : [])
	];
}
