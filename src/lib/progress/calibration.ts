// Whether a learner is as often right as they are sure. From one sum per confidence, never from the log.
import { CONFIDENCES, type Confidence } from '$lib/session/events';
import { keyParts, type Rollup } from './rollups.js';
import { wilson, type Proportion } from './wilson.js';

/**
 * What each answer to *How sure are you?* says as a probability. Milium's own values; they lie in the ranges in which the certainty-based
 * marks of each level pay best (below 67 %, 67 to 80 %, above 80 %).
 */
export const FORECASTS: Readonly<Record<Confidence, number>> = {
	guess: 0.35,
	unsure: 0.6,
	'fairly-sure': 0.8,
	certain: 0.95
};

/** Below so many answers with a confidence nothing is shown. Milium's own rule. */
export const LEAST_ANSWERS = 30;

/** One point of the reliability curve. */
export interface CalibrationLevel extends Proportion {
	readonly confidence: Confidence;
	readonly forecast: number;
	readonly right: number;
}

/** Calibration as figures. An answer counts as right with full points, and as wrong otherwise: partly right is not what was forecast. */
export interface Calibration {
	readonly n: number;
	/** Lowest confidence first; levels that were never chosen are left out. */
	readonly levels: readonly CalibrationLevel[];
	/** Mean squared distance of forecast and outcome: 0 is perfect, 0.25 what saying 50 % always gets. */
	readonly brier: number;
	/** Murphy's parts: brier = reliability − resolution + uncertainty. */
	readonly reliability: number;
	readonly resolution: number;
	readonly uncertainty: number;
	/** 1 − brier / uncertainty; undefined where every answer came out the same. */
	readonly skill: number | undefined;
	/** Mean distance of forecast and share right, weighted by answers. */
	readonly error: number;
	/** Mean forecast less share right: above 0 for somebody surer than right. */
	readonly overconfidence: number;
	/** Goodman and Kruskal's γ of confidence and outcome, −1 to 1; undefined where nothing can be compared. */
	readonly gamma: number | undefined;
}

/**
 * Calibration from the sums of kind `confidence`; undefined without one. Brier 1950 (Mon Weather Rev 78:1–3); parts after Murphy
 * 1973 (J Appl Meteorol 12:595–600), exact because every bin holds one forecast value only.
 */
export function calibrationOf(sums: readonly Rollup[]): Calibration | undefined {
	const levels = levelsOf(sums);
	const n = total(levels, (one) => one.n);
	if (n === 0) return undefined;
	const mean = (of: (level: CalibrationLevel) => number) =>
		total(levels, (one) => one.n * of(one)) / n;
	const base = mean((one) => one.p);
	const uncertainty = base * (1 - base);
	const brier = mean(({ forecast, p }) => p * (1 - forecast) ** 2 + (1 - p) * forecast ** 2);
	return {
		n,
		levels,
		brier,
		reliability: mean(({ forecast, p }) => (forecast - p) ** 2),
		resolution: mean(({ p }) => (p - base) ** 2),
		uncertainty,
		skill: uncertainty === 0 ? undefined : 1 - brier / uncertainty,
		error: mean(({ forecast, p }) => Math.abs(forecast - p)),
		overconfidence: mean((one) => one.forecast) - base,
		gamma: gammaOf(levels)
	};
}

function levelsOf(sums: readonly Rollup[]): CalibrationLevel[] {
	const byLevel = new Map(sums.map((sum) => [keyParts(sum.key)[0], sum]));
	return CONFIDENCES.flatMap((confidence) => {
		const sum = byLevel.get(confidence);
		const share = sum === undefined ? undefined : wilson(sum.correct, sum.n);
		if (sum === undefined || share === undefined) return [];
		return [{ confidence, forecast: FORECASTS[confidence], right: sum.correct, ...share }];
	});
}

function gammaOf(levels: readonly CalibrationLevel[]): number | undefined {
	let concordant = 0;
	let discordant = 0;
	levels.forEach((low, index) => {
		for (const high of levels.slice(index + 1)) {
			concordant += high.right * (low.n - low.right);
			discordant += (high.n - high.right) * low.right;
		}
	});
	const pairs = concordant + discordant;
	return pairs === 0 ? undefined : (concordant - discordant) / pairs;
}

/** Up to this difference, either way, a learner counts as well calibrated. Milium's own rule. */
const CLOSE = 0.05;

/** What the figures mean for the learner, in two sentences. */
export function calibrationWords({ overconfidence, n }: Calibration): string {
	const points = Math.round(100 * Math.abs(overconfidence));
	if (Math.abs(overconfidence) <= CLOSE)
		return `Over ${n} answers you are on the whole about as often right as you feel sure.`;
	return overconfidence > 0
		? `Over ${n} answers you are surer than right, by ${points} percentage points. Before you say “certain”, ask what else it could be.`
		: `Over ${n} answers you are right more often than you think, by ${points} percentage points. You know more than you give yourself credit for.`;
}

/** The level whose forecast is furthest from what came true, if that is further than chance would make it. */
export function worstLevel({ levels }: Calibration): CalibrationLevel | undefined {
	const off = (one: CalibrationLevel) => Math.abs(one.forecast - one.p);
	return levels
		.filter(({ forecast, low, high }) => forecast < low || forecast > high)
		.sort((a, b) => off(b) - off(a))[0];
}

/** Certainty-based marks: right and wrong at each of the three levels. Gardner-Medwin's scheme, as Moodle has it. */
const CERTAINTY_MARKS: Readonly<Record<1 | 2 | 3, readonly [right: number, wrong: number]>> = {
	1: [1, 0],
	2: [2, -2],
	3: [3, -6]
};

/** Which level of certainty each confidence stands for. Below 67 % the first level pays best, up to 80 % the second, above it the third. */
const CERTAINTY: Readonly<Record<Confidence, 1 | 2 | 3>> = {
	guess: 1,
	unsure: 1,
	'fairly-sure': 2,
	certain: 3
};

export interface CertaintyMarks {
	readonly n: number;
	readonly total: number;
	/** Per answer, −6 to 3. */
	readonly average: number;
	/** Share of answers with full points. */
	readonly accuracy: number;
}

/** Certainty-based marks of counts by level; undefined without an answer. */
export function certaintyMarks(
	counts: readonly { readonly level: 1 | 2 | 3; readonly n: number; readonly right: number }[]
): CertaintyMarks | undefined {
	const n = total(counts, (one) => one.n);
	if (n === 0) return undefined;
	const sum = total(counts, ({ level, n: all, right }) => {
		const [ifRight, ifWrong] = CERTAINTY_MARKS[level];
		return right * ifRight + (all - right) * ifWrong;
	});
	return { n, total: sum, average: sum / n, accuracy: total(counts, (one) => one.right) / n };
}

/** What the answers of a calibration earn in certainty-based marks; undefined where there is none. */
export function marksOf({ levels }: Calibration): CertaintyMarks | undefined {
	return certaintyMarks(
		levels.map(({ confidence, n, right }) => ({ level: CERTAINTY[confidence], n, right }))
	);
}

function total<T>(list: readonly T[], of: (one: T) => number): number {
	return list.reduce((sum, one) => sum + of(one), 0);
}
