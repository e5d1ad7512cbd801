// Multiple choice, single best answer: four options, one keyed, one point.
import { defineItemType } from '../contract.js';
import { countWithin, duplicateIds, unknownKey } from '../lists.js';
import { play } from './play.js';
import { withoutKey } from '../without-key.js';
import { schema, type Item, type Response } from './schema.js';

export default defineItemType<Item, Response>({
	...play,
	schema,
	writing: 'single-best',
	check: (item) => [
		...countWithin(item.options, ['options'], {
			min: 3,
			max: 5,
			what: 'options',
			source: 'NBME item-writing guide; NCLEX uses four'
		}),
		...duplicateIds(item.options, ['options']),
		...unknownKey(item.key.choice, item.options, ['key', 'choice'])
	],
	withoutKey: (item) => withoutKey(item, { key: { choice: '' } })
});
