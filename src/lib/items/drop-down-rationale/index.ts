// Drop-down rationale: a sentence that joins a cause with its effects; an effect counts only with its cause.
import { checkPlaceholders } from '../blanks.js';
import { defineItemType, type Choice } from '../contract.js';
import { blankChoices, checkDropDowns } from '../drop-downs.js';
import { allPicked, checkPicksKey, describePicks, noPicks, readPicks } from '../picks.js';
import {
	checkEffects,
	checkRationale,
	interchangeable,
	keyFor,
	rationaleParts
} from '../rationale.js';
import { scoreBy } from '../scoring.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

const SOURCE = 'NCSBN, as described by Elsevier: three to five options in each drop-down';

function choicesIn({ blanks, anchor, key }: Item, response: Response): Choice[] {
	const fair = keyFor(blanks, anchor, key.blanks, response.blanks);
	return blankChoices(blanks, fair, response.blanks);
}

export default defineItemType<Item, Response>({
	id: 'drop-down-rationale',
	name: 'Drop-Down Rationale',
	rules: ['rationale', '0/1', 'all-or-nothing'],
	floorScopes: [],
	instruction: () => 'Complete the sentence: choose from each list.',
	schema,
	check: (item) => [
		...checkRationale(item, item.blanks, 'blanks'),
		...checkDropDowns(item.blanks, SOURCE),
		...checkPlaceholders(item.text, item.blanks, ['text']),
		...checkPicksKey(item.key.blanks, item.blanks, ['key', 'blanks']),
		...checkEffects(item.blanks, item.anchor, item.key.blanks, 'blanks')
	],
	withoutKey: (item) => withoutKey(item, { key: { blanks: {} } }),
	emptyResponse: () => ({ blanks: {} }),
	key: (item) => item.key,
	isBlank: (item, response) => noPicks(item.blanks, response.blanks),
	isComplete: (item, response) => allPicked(item.blanks, response.blanks),
	readResponse(item, raw) {
		const { picks, faults } = readPicks(raw, 'blanks', item.blanks);
		return { response: { blanks: picks }, faults };
	},
	score: ({ rule, blanks, anchor, key }, response) =>
		scoreBy(rule ?? 'rationale', rationaleParts(blanks, anchor, key.blanks, response.blanks)),
	choices: choicesIn,
	describe: (item, response) => describePicks(item.blanks, response.blanks),
	arrange(item, shuffle) {
		// Effects with one list get one order, so that they look like one list.
		const shared = interchangeable(item.blanks, item.anchor)?.map((blank) => blank.id) ?? [];
		return {
			...item,
			blanks: item.blanks.map((blank) => ({
				...blank,
				options: shuffle(
					blank.options,
					shared.includes(blank.id) ? 'blanks.effects' : `blanks.${blank.id}`
				)
			}))
		};
	}
});
