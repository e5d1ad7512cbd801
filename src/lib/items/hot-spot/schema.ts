import * as v from 'valibot';
import { idSchema, itemEntries, optionEntries, textSchema } from '../item-schema.js';
import { figureSchema, lengthSchema, shapeSchema } from './geometry.js';

/** Shape of a response, and of the key: the regions chosen. */
export const responseSchema = v.strictObject({ regions: v.array(idSchema) });
export type Response = v.InferOutput<typeof responseSchema>;

const { id, rationale, entity, misconception } = optionEntries;

export const schema = v.strictObject({
	type: v.literal('hot-spot'),
	...itemEntries,
	image: v.optional(v.strictObject({ media: idSchema })),
	/** What the picture shows, without giving the answer away. */
	alt: textSchema,
	/** The coordinate space of the regions and the figure. */
	width: lengthSchema,
	height: lengthSchema,
	/** A schematic drawing, shown where there is no picture. */
	figure: v.optional(v.array(figureSchema)),
	regions: v.array(
		v.strictObject({ id, label: textSchema, rationale, entity, misconception, shape: shapeSchema })
	),
	/** How many regions to choose; as many as are right unless said otherwise. */
	choose: v.optional(v.pipe(v.number(), v.integer('a whole number'))),
	key: responseSchema
});
export type Item = v.InferOutput<typeof schema>;
