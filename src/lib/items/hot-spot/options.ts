import type { Item } from './schema.js';

/** How many regions a learner chooses. */
export const countOf = ({ choose, key }: Item) => choose ?? key.regions.length;

/** The regions as options, for what works on lists of options. */
export const optionsOf = ({ regions }: Item) =>
	regions.map(({ label, shape: _shape, ...region }) => ({ ...region, text: label }));
