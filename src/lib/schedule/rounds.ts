// Quick visual rounds: which diagnosis to show next, and when one has been learned. After the adaptive sequencing of perceptual
// learning modules: Mettler, Massey & Kellman, "Improving adaptive learning technology through the use of response times",
// Proc. Cogn. Sci. Soc. 2011 (ARTS). Accuracy and time of each answer decide; chance is seeded.
import { rngFor, shuffled } from '$lib/session/random';

/** One answer: what was shown, what was chosen, and how long it took. */
export interface RoundAnswer {
	readonly entity: string;
	readonly chosen: string;
	/** Milliseconds from the drawing to the answer. */
	readonly ms: number;
}

/** What is asked next. Seed and tone make the drawing. */
export interface Round {
	readonly entity: string;
	/** Monk Skin Tone shade, 1 to 10. */
	readonly tone: number;
	readonly seed: number;
}

export interface RoundRules {
	/** Answers in a row that must be right, and quick, until a diagnosis retires. */
	readonly inARow: number;
	/** A right answer is quick up to so many milliseconds; Infinity where time does not count. */
	readonly quickMs: number;
	/** Rounds of one sitting at most. */
	readonly most: number;
}

/** The usual rules: four in a row, each within five seconds, at most 60 rounds. */
export const RULES: RoundRules = { inARow: 4, quickMs: 5000, most: 60 };

/** Constants of ARTS: N counts rounds since the diagnosis was last shown, D is the enforced delay. */
const DELAY = 1;
const WEIGHT_WRONG = 20;
const WEIGHT_SLOW = 1.1;
const SLOW_FROM_MS = 3000;
/** Priority of a diagnosis that was answered well but has not retired, and of one not yet shown. */
const WEIGHT_SOUND = 0.5;
const WEIGHT_NEW = 10;
/** Share of rounds that show a retired diagnosis while others go on, so that what is left cannot be guessed. */
const RETIRED_PERCENT = 25;
/** How often one diagnosis may come in a row where at most two are left: strict turns would give the answer away. */
const IN_A_ROW = 3;
export const TONES = 10;

/** How one diagnosis stands. */
export interface Standing {
	readonly entity: string;
	readonly shown: number;
	readonly right: number;
	/** Right and quick answers since the last that was not. */
	readonly streak: number;
	readonly retired: boolean;
	/** Median time of its right answers in ms; undefined without one. */
	readonly medianMs: number | undefined;
}

/**
 * How each diagnosis stands after these answers. It retires after `inARow` answers in a row that were right and quick; a
 * wrong answer, also where it is chosen wrongly for another, brings it back.
 */
export function standings(
	entities: readonly string[],
	answers: readonly RoundAnswer[],
	rules: RoundRules
): Standing[] {
	return entities.map((entity) => {
		let streak = 0;
		let retired = false;
		const times: number[] = [];
		let shown = 0;
		for (const one of answers) {
			const right = one.chosen === one.entity;
			if (one.entity === entity) {
				shown += 1;
				if (right) times.push(one.ms);
				streak = right && one.ms <= rules.quickMs ? streak + 1 : 0;
				if (streak >= rules.inARow) retired = true;
			}
			if (!right && (one.entity === entity || one.chosen === entity)) {
				streak = 0;
				retired = false;
			}
		}
		return { entity, shown, right: times.length, streak, retired, medianMs: median(times) };
	});
}

/** Whether a sitting is over: everything has retired, or it has lasted long enough. */
export function isOver(
	entities: readonly string[],
	answers: readonly RoundAnswer[],
	rules: RoundRules
): boolean {
	return (
		answers.length >= rules.most || standings(entities, answers, rules).every((one) => one.retired)
	);
}

/**
 * The priority of a diagnosis, 0 for one that may not come now. ARTS: (N − D) · (wrong ? W : b · ln(time / r)), with a floor
 * so that a sound answer too is asked again; one never shown has a priority of its own.
 */
export function priorityOf(entity: string, answers: readonly RoundAnswer[]): number {
	const last = answers.findLastIndex((one) => one.entity === entity);
	const answer = answers[last];
	if (answer === undefined) return WEIGHT_NEW;
	const since = answers.length - last;
	const slow = WEIGHT_SLOW * Math.log(Math.max(1, answer.ms / SLOW_FROM_MS));
	const weight = answer.chosen === entity ? WEIGHT_SOUND + slow : WEIGHT_WRONG;
	return Math.max(0, since - DELAY) * weight;
}

/**
 * The next round, or undefined when the sitting is over. While three or more diagnoses have not retired none comes twice in a
 * row; when two or one are left, a retired one is mixed in now and then. Chance decides by priority: the highest alone would
 * show two that are missed in strict turns, and turns give the answer away.
 * Drawings differ each time; each diagnosis is shown on all ten shades before one comes again.
 */
export function nextRound(
	entities: readonly string[],
	answers: readonly RoundAnswer[],
	seed: number,
	rules: RoundRules = RULES
): Round | undefined {
	if (isOver(entities, answers, rules)) return undefined;
	const rng = rngFor(seed, `round ${answers.length}`);
	const entity = pick(entities, answers, rng, rules);
	const before = answers.filter((one) => one.entity === entity).length;
	const shades = shuffled(
		Array.from({ length: TONES }, (_, at) => at + 1),
		rngFor(seed, `shades ${entity} ${Math.floor(before / TONES)}`)
	);
	return { entity, tone: shades[before % TONES] ?? 1, seed: rng(0x7fffffff) };
}

function pick(
	entities: readonly string[],
	answers: readonly RoundAnswer[],
	rng: (below: number) => number,
	rules: RoundRules
): string {
	const all = standings(entities, answers, rules);
	const active = all.filter((one) => !one.retired).map((one) => one.entity);
	const retired = all.filter((one) => one.retired).map((one) => one.entity);
	if (active.length > 2) {
		const last = answers.at(-1)?.entity;
		return byChance(
			active.filter((one) => one !== last),
			entities,
			answers,
			rng
		);
	}
	// One that is left alone takes turns by chance with those that have retired.
	const mixIn = retired.length > 0 && rng(100) < RETIRED_PERCENT;
	const pool = active.length === 1 ? entities : mixIn ? retired : active;
	return byChance(pool, entities, answers, rng);
}

/** One of the pool, the likelier the higher its priority; none more than `IN_A_ROW` times in a row. */
function byChance(
	pool: readonly string[],
	entities: readonly string[],
	answers: readonly RoundAnswer[],
	rng: (below: number) => number
): string {
	const tail = answers.slice(-IN_A_ROW).map((one) => one.entity);
	const stuck = tail.length === IN_A_ROW && new Set(tail).size === 1 ? tail[0] : undefined;
	const free = pool.filter((one) => one !== stuck);
	const from = free.length > 0 ? free : entities.filter((one) => one !== stuck);
	// The highest priority alone would show the two missed last in strict turns, which gives them away.
	const weights = from.map((one) => 1 + Math.min(WEIGHT_WRONG, priorityOf(one, answers)) / 5);
	let left = (rng(1_000_000) / 1_000_000) * weights.reduce((sum, one) => sum + one, 0);
	for (const [at, weight] of weights.entries()) {
		left -= weight;
		if (left < 0) return from[at] as string;
	}
	return from.at(-1) as string;
}

function median(values: readonly number[]): number | undefined {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = Math.floor(sorted.length / 2);
	if (sorted.length % 2 === 1) return sorted[middle];
	const [low, high] = [sorted[middle - 1], sorted[middle]];
	return low === undefined || high === undefined ? undefined : (low + high) / 2;
}
