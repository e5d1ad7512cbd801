// Drag-and-drop cloze: tokens to put on the gaps of a text, one point a gap. Right tokens on each other's gaps earn
// nothing: it is the place that is keyed.
import { defineItemType } from '../contract.js';
import { allPicked, describePicks, noPicks, partsOf } from '../picks.js';
import { scoreBy } from '../scoring.js';
import { checkTokens, readTokens, targetsOf, tokenChoices } from '../tokens.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

export default defineItemType<Item, Response>({
	id: 'drag-and-drop-cloze',
	name: 'Drag-and-Drop Cloze',
	rules: ['0/1', 'all-or-nothing'],
	floorScopes: [],
	instruction: () => 'Fill each gap: choose a token and then the gap, or drag the token there.',
	schema,
	check: checkTokens,
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
		scoreBy(item.rule ?? '0/1', partsOf(item.targets, item.key.blanks, response.blanks)),
	choices: (item, response) => tokenChoices(item, item.key.blanks, response.blanks),
	describe: (item, response) => describePicks(targetsOf(item), response.blanks),
	arrange: (item, shuffle) => ({ ...item, tokens: shuffle(item.tokens, 'tokens') })
});
