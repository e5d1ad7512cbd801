// Which pairs of conditions a wrong answer should have told apart, and by which feature.
import type { Deciders, Named } from './learn.js';

/** What is asked of a choice. */
interface Picked {
	readonly part: string;
	readonly keyed: boolean;
	readonly chosen: boolean;
	readonly entity?: string | undefined;
}

/** A condition that was chosen where another was keyed, and what decides between them. */
export interface Separation {
	readonly keyed: Named;
	readonly chosen: Named;
	readonly feature: Named;
}

/** So many are shown after one answer. */
const AT_MOST = 3;

/**
 * For each wrongly chosen option that names a condition: the condition keyed in its part, or in the whole item where its
 * part keys none, and the feature that separates the two. Each pair once, at most three.
 */
export function separationsOf(choices: readonly Picked[], deciders: Deciders): Separation[] {
	const keyed = choices.filter((one) => one.keyed && one.entity !== undefined);
	const found = new Map<string, Separation>();
	for (const wrong of choices) {
		if (!wrong.chosen || wrong.keyed || wrong.entity === undefined) continue;
		const near = keyed.filter((one) => one.part === wrong.part);
		for (const right of near.length > 0 ? near : keyed) {
			const one = separate(deciders, right.entity, wrong.entity);
			if (one !== undefined) found.set(`${one.keyed.id}/${one.chosen.id}`, one);
		}
	}
	return [...found.values()].slice(0, AT_MOST);
}

/** What decides between two conditions; undefined where they are one, or the ledger does not hold both. */
function separate(
	{ entities, features, pairs }: Deciders,
	keyed: string | undefined,
	chosen: string
): Separation | undefined {
	const a = entities.findIndex(({ id }) => id === keyed);
	const b = entities.findIndex(({ id }) => id === chosen);
	if (a < 0 || b < 0 || a === b) return undefined;
	const [first, second] = a < b ? [a, b] : [b, a];
	// Rows of the upper triangle before `first`, then the place within its row.
	const at = first * entities.length - (first * (first + 1)) / 2 + (second - first - 1);
	const feature = features[pairs[at] ?? -1];
	const [right, wrong] = [entities[a], entities[b]];
	if (feature === undefined || right === undefined || wrong === undefined) return undefined;
	return { keyed: right, chosen: wrong, feature };
}
