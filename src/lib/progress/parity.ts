// Whether a learner does as well on dark skin as on light skin.
import { add, keyParts, type Rollup } from './rollups.js';
import { wilson, type Proportion } from './wilson.js';

/** Thirds of the Monk Skin Tone scale (shades 1 to 10). The cut is Milium's own; the scale names no groups. */
export const TONE_GROUPS = [
	{ id: 'light', name: 'Light skin', shades: [1, 2, 3] },
	{ id: 'medium', name: 'Medium skin', shades: [4, 5, 6] },
	{ id: 'dark', name: 'Dark skin', shades: [7, 8, 9, 10] }
] as const;

/** Sums of kind `tone` put together by group, under the group's id. */
export function byToneGroup(sums: readonly Rollup[]): Rollup[] {
	return TONE_GROUPS.flatMap(({ id, shades }) => {
		const own = sums.filter(({ key }) =>
			shades.some((shade) => String(shade) === keyParts(key)[0])
		);
		const [first, ...more] = own.map((one) => ({ ...one, key: `tone-group/${id}` }));
		return first === undefined ? [] : [more.reduce(add, first)];
	});
}

/** How much more often right in `a` than in `b`, with the 95 % interval; undefined where either has no answer. */
export interface Difference {
	readonly difference: number;
	readonly low: number;
	readonly high: number;
}

/**
 * Difference of two independent proportions with the hybrid score interval (R. G. Newcombe 1998, Stat Med 17:873–890, method 10), made
 * from the Wilson intervals of both.
 */
export function differenceOf(
	a: Proportion | undefined,
	b: Proportion | undefined
): Difference | undefined {
	if (a === undefined || b === undefined) return undefined;
	const difference = a.p - b.p;
	return {
		difference,
		low: difference - Math.hypot(a.p - a.low, b.high - b.p),
		high: difference + Math.hypot(a.high - a.p, b.p - b.low)
	};
}

/** The difference between light and dark skin in these sums of kind `tone`. */
export function lightLessDark(sums: readonly Rollup[]): Difference | undefined {
	const groups = new Map(byToneGroup(sums).map((one) => [one.key, wilson(one.correct, one.n)]));
	return differenceOf(groups.get('tone-group/light'), groups.get('tone-group/dark'));
}

/** What the difference says, in a sentence. */
export function parityWords({ difference, low, high }: Difference): string {
	const points = Math.round(100 * Math.abs(difference));
	if (low <= 0 && high >= 0)
		return `No difference between light and dark skin can be told from these answers (${points} percentage points, which chance alone may make).`;
	return difference > 0
		? `You are right less often on dark skin than on light skin, by ${points} percentage points. Practise more cases on dark skin.`
		: `You are right less often on light skin than on dark skin, by ${points} percentage points. Practise more cases on light skin.`;
}
