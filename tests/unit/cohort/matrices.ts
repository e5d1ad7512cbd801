// Score matrices for tests.
import fc from 'fast-check';
import type { ScoreMatrix } from '$lib/cohort/matrix';

/** A matrix of points; learners are named L01, L02, … */
export function matrix(
	points: readonly (readonly (number | undefined)[])[],
	max: readonly number[] = points[0]?.map(() => 1) ?? []
): ScoreMatrix {
	const learners = points.map((_, index) => `L${String(index + 1).padStart(2, '0')}`);
	return { learners, max, points };
}

/** Any matrix in which all learners were asked all items; items of one to four points. */
export const wholeMatrix = fc
	.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 7 })
	.chain((max) =>
		fc
			.array(fc.tuple(...max.map((most) => fc.integer({ min: 0, max: most }))), {
				minLength: 2,
				maxLength: 14
			})
			.map((points) => matrix(points, max))
	);

/** Any matrix, with questions that were not asked. */
export const anyMatrix = wholeMatrix.chain((whole) =>
	fc
		.array(fc.array(fc.boolean(), { minLength: 7, maxLength: 7 }), {
			minLength: whole.points.length,
			maxLength: whole.points.length
		})
		.map((asked) =>
			matrix(
				whole.points.map((row, at) =>
					row.map((one, item) => (asked[at]?.[item] === true ? one : undefined))
				),
				whole.max
			)
		)
);

/** The value of a statistic; throws where it is withheld. */
export function valueOf(one: { readonly value?: number | undefined }): number {
	if (one.value === undefined) throw new Error(`Withheld: ${JSON.stringify(one)}`);
	return one.value;
}
