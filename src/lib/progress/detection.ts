// Signal detection: how well a diagnosis is told from others, apart from how readily it is named.
import { probit } from './normal.js';

/** Counts of a yes-no task: signal trials with the hits among them, noise trials with the false alarms among them. */
export interface Trials {
	readonly hits: number;
	readonly signals: number;
	readonly falseAlarms: number;
	readonly noise: number;
}

export interface Detection extends Trials {
	/** Shares as counted, 0 to 1; undefined without a trial. */
	readonly hitRate: number | undefined;
	readonly falseAlarmRate: number | undefined;
	/** Sensitivity and bias; undefined below `LEAST_TRIALS` signal or noise trials. */
	readonly measure: { readonly dPrime: number; readonly bias: number } | undefined;
}

/** Below so many trials of either kind d′ and c say next to nothing, and are not shown. Milium's own rule. */
export const LEAST_TRIALS = 10;

/**
 * d′ = z(H) − z(F), 0 for guessing, and bias c = −½ (z(H) + z(F)): below 0 for somebody who names it too readily, above 0 for
 * somebody who names it too rarely. Rates get the log-linear correction of Hautus (1995, Behav Res Methods 27:46–51), always and
 * not only at 0 and 1: H = (hits + ½) / (signals + 1), F = (false alarms + ½) / (noise + 1).
 */
export function detect(trials: Trials): Detection {
	const { hits, signals, falseAlarms, noise } = trials;
	const enough = signals >= LEAST_TRIALS && noise >= LEAST_TRIALS;
	return {
		...trials,
		hitRate: signals === 0 ? undefined : hits / signals,
		falseAlarmRate: noise === 0 ? undefined : falseAlarms / noise,
		measure: enough ? measure(trials) : undefined
	};
}

function measure({ hits, signals, falseAlarms, noise }: Trials) {
	const zHit = probit((hits + 0.5) / (signals + 1));
	const zFalse = probit((falseAlarms + 0.5) / (noise + 1));
	return { dPrime: zHit - zFalse, bias: -(zHit + zFalse) / 2 };
}

/** Beyond this c, either way, a leaning is worth a word. Milium's own rule. */
const LEANING = 0.3;

/** A bias as a person says it. */
export function biasWords(bias: number): string {
	if (bias <= -LEANING) return 'named too readily';
	return bias >= LEANING ? 'named too rarely' : 'no leaning';
}
