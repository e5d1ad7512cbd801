// Numeric: a number to work out and write down, one point.
import { fault, type Fault } from '$lib/validation/fault';
import { defineItemType, type Choice } from '../contract.js';
import { property, wrongShape } from '../lists.js';
import { scoreBy } from '../scoring.js';
import { within } from './number.js';
import { optionsOf, OTHER, pickedIn, toleranceOf } from './options.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

function checkErrors(item: Item): Fault[] {
	const values = [item.key.value, ...item.errors.map((error) => error.value)];
	return item.errors.flatMap(({ value }, index) => {
		// `values` begins with the key, so entry `index` stands at `index + 1`.
		const clash = values
			.slice(0, index + 1)
			.some((other) => within(other, value, toleranceOf(item)));
		if (!clash) return [];
		const expected = 'a number that the tolerance tells apart from the key and the other mistakes';
		return [fault(['errors', index, 'value'], value, expected, 'error.distinct')];
	});
}

function choicesIn(item: Item, response: Response): Choice[] {
	const picked = pickedIn(item, response);
	const key = String(item.key.value);
	const named = optionsOf(item).map(({ id, text, rationale, misconception }): Choice => ({
		part: 'item',
		option: id,
		text,
		keyed: id === key,
		chosen: id === picked,
		rationale,
		misconception
	}));
	const other = { part: 'item', option: OTHER, text: 'Another number', keyed: false };
	return [...named, { ...other, chosen: picked === OTHER }];
}

export default defineItemType<Item, Response>({
	id: 'numeric',
	name: 'Fill in the Blank: Number',
	rules: ['all-or-nothing'],
	floorScopes: [],
	instruction: ({ unit }) => `Write a number (${unit}).`,
	schema,
	writing: 'numbers',
	check: checkErrors,
	withoutKey({ tolerance: _tolerance, ...item }) {
		return withoutKey<Item>(item, { key: { value: 0 }, errors: [] });
	},
	emptyResponse: () => ({}),
	key: (item) => item.key,
	isBlank: (_item, response) => response.value === undefined,
	isComplete: (_item, response) => response.value !== undefined,
	readResponse(_item, raw) {
		const value = property(raw, 'value');
		const faults = wrongShape(raw, 'value');
		if (typeof value === 'number' && Number.isFinite(value)) {
			// Minus nought is nought, which JSON would make of it anyway.
			return { response: { value: value === 0 ? 0 : value }, faults };
		}
		if (value !== undefined && value !== null) {
			faults.push(fault(['value'], value, 'a number', 'response.shape'));
		}
		return { response: {}, faults };
	},
	score(item, response) {
		const picked = pickedIn(item, response);
		return scoreBy(item.rule ?? 'all-or-nothing', [
			{
				id: 'item',
				keyed: [String(item.key.value)],
				chosen: picked === undefined ? [] : [picked]
			}
		]);
	},
	choices: choicesIn,
	describe: ({ unit }, { value }) => (value === undefined ? 'No answer' : `${value} ${unit}`),
	arrange: (item) => item
});
