// Hot spot: regions of a picture to choose. How many is fixed, so a wrong one only wastes a choice.
import { fault, type Fault } from '$lib/validation/fault';
import { defineItemType } from '../contract.js';
import {
	checkKeyList,
	choicesOf,
	countWithin,
	duplicateIds,
	property,
	readIds,
	textsOf,
	wrongShape
} from '../lists.js';
import { scoreBy } from '../scoring.js';
import { boundsOf } from './geometry.js';
import { countOf, optionsOf } from './options.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

/** A region this wide is 24 px on a picture of 270 px, what a phone of 320 px leaves. */
const SMALLEST = 24 / 270;

function checkShapes({ regions, width, height }: Item): Fault[] {
	return regions.flatMap(({ shape }, index) => {
		const at = ['regions', index, 'shape'];
		const { left, top, right, bottom } = boundsOf(shape);
		const outside = left < 0 || top < 0 || right > width || bottom > height;
		const small = Math.min(right - left, bottom - top) < SMALLEST * width;
		const least = Math.ceil(SMALLEST * width * 10) / 10;
		return [
			...(outside
				? [fault(at, shape, `inside the picture, ${width} by ${height}`, 'region.outside')]
				: []),
			...(small
				? [
						fault(
							at,
							shape,
							`at least ${least} wide and high (WCAG 2.2: a target of 24 px)`,
							'region.small'
						)
					]
				: [])
		];
	});
}

function checkCount(item: Item): Fault[] {
	const { key, regions } = item;
	const count = countOf(item);
	if (key.regions.length === 0) {
		return [fault(['key', 'regions'], [], 'at least one right region', 'key.incomplete')];
	}
	if (count !== key.regions.length) {
		return [
			fault(['choose'], count, `${key.regions.length}, as many as are right`, 'limit.choose')
		];
	}
	if (count < regions.length) return [];
	return [fault(['key', 'regions'], key.regions, 'fewer regions than there are', 'limit.choose')];
}

export default defineItemType<Item, Response>({
	id: 'hot-spot',
	name: 'Hot Spot',
	rules: ['0/1', 'all-or-nothing'],
	floorScopes: [],
	instruction(item) {
		const count = countOf(item);
		return `Choose ${count} ${count === 1 ? 'area' : 'areas'} in the picture or in the list.`;
	},
	schema,
	writing: 'in-place',
	check: (item) => [
		...countWithin(item.regions, ['regions'], {
			min: 2,
			max: 9,
			what: 'regions',
			source: 'Milium: each has a digit as its short cut'
		}),
		...duplicateIds(item.regions, ['regions']),
		...(item.image === undefined && item.figure === undefined && item.illustration === undefined
			? [fault([], undefined, 'an "illustration", an "image" or a "figure"', 'picture.missing')]
			: []),
		...checkShapes(item),
		...checkKeyList(item.key.regions, item.regions, ['key', 'regions']),
		...checkCount(item)
	],
	// How many to choose is shown, and otherwise follows from the key.
	withoutKey: (item) => withoutKey(item, { key: { regions: [] }, choose: countOf(item) }),
	emptyResponse: () => ({ regions: [] }),
	key: (item) => item.key,
	isBlank: (_item, response) => response.regions.length === 0,
	isComplete: (item, response) => response.regions.length === countOf(item),
	readResponse(item, raw) {
		const { ids, faults } = readIds(
			property(raw, 'regions'),
			item.regions,
			['regions'],
			countOf(item)
		);
		return { response: { regions: ids }, faults: [...wrongShape(raw, 'regions'), ...faults] };
	},
	score: (item, response) =>
		scoreBy(item.rule ?? '0/1', [
			{ id: 'item', keyed: item.key.regions, chosen: response.regions }
		]),
	choices: (item, response) =>
		choicesOf('item', optionsOf(item), item.key.regions, response.regions),
	describe: (item, response) => textsOf(optionsOf(item), response.regions),
	arrange: (item, shuffle) => ({ ...item, regions: shuffle(item.regions, 'regions') }),
	drawsIllustration: true,
	places: (item) => item.regions
});
