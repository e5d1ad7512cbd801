// Drag-and-drop rationale: tokens that complete a sentence of a cause and its effects. The effects draw on the same
// tokens, so two effects may stand in either order; neither counts without the cause.
import { defineItemType } from '../contract.js';
import { allPicked, describePicks, noPicks } from '../picks.js';
import { checkRationale, keyFor, rationaleParts } from '../rationale.js';
import { scoreBy } from '../scoring.js';
import { checkTokens, readTokens, targetsOf, tokenChoices } from '../tokens.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

export default defineItemType<Item, Response>({
	id: 'drag-and-drop-rationale',
	name: 'Drag-and-Drop Rationale',
	rules: ['rationale', '0/1', 'all-or-nothing'],
	floorScopes: [],
	instruction: () => 'Fill each gap: choose a token and then the gap, or drag the token there.',
	schema,
	check: (item) => [...checkRationale(item, item.targets, 'targets'), ...checkTokens(item)],
	withoutKey: (item) => withoutKey(item, { key: { blanks: {} } }),
	emptyResponse: () => ({ blanks: {} }),
	key: (item) => item.key,
	isBlank: (item, response) => noPicks(item.targets, response.blanks),
	isComplete: (item, response) => allPicked(item.targets, response.blanks),
	readResponse(item, raw) {
		const { picks, faults } = readTokens(item, raw);
		return { response: { blanks: picks }, faults };
	},
	score: (item, response) =>
		scoreBy(
			item.rule ?? 'rationale',
			rationaleParts(targetsOf(item), item.anchor, item.key.blanks, response.blanks)
		),
	choices(item, response) {
		const fair = keyFor(targetsOf(item), item.anchor, item.key.blanks, response.blanks);
		return tokenChoices(item, fair, response.blanks);
	},
	describe: (item, response) => describePicks(targetsOf(item), response.blanks),
	arrange: (item, shuffle) => ({ ...item, tokens: shuffle(item.tokens, 'tokens') })
});
