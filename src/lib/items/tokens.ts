// Texts with targets that tokens are put on. Every target draws on the same tokens, and a token is used at most once.
import * as v from 'valibot';
import { fault, type Fault } from '$lib/validation/fault';
import { checkPlaceholders } from './blanks.js';
import type { Choice, Option } from './contract.js';
import { idSchema, optionSchema, textSchema } from './item-schema.js';
import { choicesOf, countWithin, duplicateIds } from './lists.js';
import { checkPicksKey, partsOf, pickOf, readPicks, withPick, type Picks } from './picks.js';

export const tokenEntries = {
	/** Text with `{{t1}}` where target t1 stands. */
	text: textSchema,
	targets: v.array(v.strictObject({ id: idSchema, label: textSchema })),
	tokens: v.array(optionSchema)
};
interface Tokens {
	readonly text: string;
	readonly targets: readonly { readonly id: string; readonly label: string }[];
	readonly tokens: readonly Option[];
	readonly key: { readonly blanks: Picks };
}

const SOURCE = 'NCSBN, as described by Elsevier: four to ten tokens, each used at most once';

/** The targets, each with the tokens that may be put on it. */
export function targetsOf({ targets, tokens }: Tokens) {
	return targets.map(({ id, label }) => ({ id, label, options: tokens }));
}

/** Faults of the text, the targets, the tokens and the key. */
export function checkTokens(item: Tokens): Fault[] {
	const { targets, tokens, key } = item;
	const keyed = targets.map(({ id }) => pickOf(key.blanks, id));
	const repeated = targets.flatMap(({ id }, index) =>
		keyed[index] !== undefined && keyed.indexOf(keyed[index]) < index
			? [fault(['key', 'blanks', id], keyed[index], 'each token at most once', 'key.repeated')]
			: []
	);
	return [
		...countWithin(tokens, ['tokens'], { min: 4, max: 10, what: 'tokens', source: SOURCE }),
		...duplicateIds(tokens, ['tokens']),
		...duplicateIds(targets, ['targets']),
		...checkPlaceholders(item.text, targets, ['text']),
		...checkPicksKey(key.blanks, targetsOf(item), ['key', 'blanks']),
		...repeated
	];
}

/** Reads `{"blanks": {target: token}}`. A token put on a second target is reported and counts on the first alone. */
export function readTokens(
	item: Tokens,
	raw: unknown
): { picks: Record<string, string>; faults: Fault[] } {
	const { picks, faults } = readPicks(raw, 'blanks', targetsOf(item));
	const used = new Set<string>();
	let once = picks;
	for (const { id } of item.targets) {
		const token = pickOf(picks, id);
		if (token === undefined) continue;
		if (used.has(token)) {
			faults.push(fault(['blanks', id], token, 'each token at most once', 'response.repeated'));
			once = withPick(once, id, undefined);
		}
		used.add(token);
	}
	return { picks: once, faults };
}

/** The picks with a token on a target: it leaves the target where it lay, and what lay on this one is free again. */
export function placeToken(picks: Picks, target: string, token: string): Record<string, string> {
	const before = Object.keys(picks).find((id) => pickOf(picks, id) === token);
	const freed = before === undefined ? picks : withPick(picks, before, undefined);
	return withPick(freed, target, token);
}

/** Every token at every target. */
export function tokenChoices(item: Tokens, key: Picks, picks: Picks): Choice[] {
	return partsOf(item.targets, key, picks).flatMap(({ id, keyed, chosen }, index) =>
		choicesOf(id, item.tokens, keyed, chosen, item.targets[index]?.label)
	);
}
