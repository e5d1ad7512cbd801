// Shapes of a hot spot, in the coordinates of its picture: what they may be, where they reach.
import * as v from 'valibot';

const FARTHEST = 10_000;
const number = v.pipe(
	v.number(),
	v.minValue(-FARTHEST, `from -${FARTHEST}`),
	v.maxValue(FARTHEST, `at most ${FARTHEST}`)
);
/** A length in the coordinates of the picture. */
export const lengthSchema = v.pipe(
	v.number(),
	v.minValue(1, 'at least 1'),
	v.maxValue(FARTHEST, `at most ${FARTHEST}`)
);
const point = v.tuple([number, number]);

const circle = v.strictObject({ kind: v.literal('circle'), x: number, y: number, r: lengthSchema });
const polygon = v.strictObject({
	kind: v.literal('polygon'),
	points: v.pipe(v.array(point), v.minLength(3, 'at least three points'))
});

/** Outline of a region that can be chosen. */
export const shapeSchema = v.variant('kind', [circle, polygon]);
export type Shape = v.InferOutput<typeof shapeSchema>;

/** What a part of a schematic figure stands for; the view gives each a colour. */
const FILLS = [
	'skin',
	'shade',
	'hair',
	'eye',
	'lip',
	'mucosa',
	'tooth',
	'white',
	'red',
	'cloth'
] as const;
export type Fill = (typeof FILLS)[number];
const fill = v.picklist(FILLS);

/** One shape of a schematic figure, drawn in the order of the list. */
export const figureSchema = v.variant('kind', [
	v.strictObject({ ...circle.entries, fill }),
	v.strictObject({ ...polygon.entries, fill }),
	v.strictObject({
		kind: v.literal('ellipse'),
		x: number,
		y: number,
		rx: lengthSchema,
		ry: lengthSchema,
		fill
	}),
	v.strictObject({
		kind: v.literal('rect'),
		x: number,
		y: number,
		width: lengthSchema,
		height: lengthSchema,
		fill
	})
]);
export type FigureShape = v.InferOutput<typeof figureSchema>;

/** The smallest upright rectangle round a shape. */
export function boundsOf(shape: Shape) {
	if (shape.kind === 'circle') {
		const { x, y, r } = shape;
		return { left: x - r, top: y - r, right: x + r, bottom: y + r };
	}
	const xs = shape.points.map(([x]) => x);
	const ys = shape.points.map(([, y]) => y);
	return {
		left: Math.min(...xs),
		top: Math.min(...ys),
		right: Math.max(...xs),
		bottom: Math.max(...ys)
	};
}

/** Where the number of a region is written: the centre of a circle, the mean of the corners of a polygon. */
export function centreOf(shape: Shape): { x: number; y: number } {
	if (shape.kind === 'circle') return { x: shape.x, y: shape.y };
	const mean = (numbers: number[]) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
	return { x: mean(shape.points.map(([x]) => x)), y: mean(shape.points.map(([, y]) => y)) };
}
