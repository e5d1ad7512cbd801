// Numeric: a number to work out and write down, one point.
import { fault, type Fault } from '$lib/validation/fault';
import { defineItemType, type Choice } from '../contract.js';
import { property, wrongShape } from '../lists.js';
import { scoreBy } from '../scoring.js';
import { within } from './number.js';
import { schema, type Item, type Response } from './schema.js';

/** The option that stands for every number which is neither the key nor a mistake that the item names. */
const OTHER = 'other';

const toleranceOf = (item: Item) => item.tolerance ?? 0;

/** The named numbers as options: the key first, each known by its value. */
const optionsOf = ({ key, rationale, errors, unit }: Item) =>
	[{ value: key.value, rationale, misconception: undefined }, ...errors].map((one) => ({
		...one,
		id: String(one.value),
		text: `${one.value} ${unit}`
	}));

/** Which option a response amounts to; the key is looked at first, so that a mistake near to it does no harm. */
function pickedIn(item: Item, { value }: Response): string | undefined {
	if (value === undefined) return undefined;
	const named = optionsOf(item).find((one) => within(one.value, value, toleranceOf(item)));
	return named?.id ?? OTHER;
}

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
	check: checkErrors,
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
