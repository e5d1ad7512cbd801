// Points of learners by items: all that the statistics of tests are made from.
import type { Cohort } from './score.js';

/** Points of each learner on each item. */
export interface ScoreMatrix {
	readonly learners: readonly string[];
	/** Most points of each item; at least 1. */
	readonly max: readonly number[];
	/** A row for each learner, an entry for each item; undefined where the learner was not asked it. */
	readonly points: readonly (readonly (number | undefined)[])[];
}

/** The points of a scored cohort. */
export function matrixOf({ learners, items, cells }: Cohort): ScoreMatrix {
	return {
		learners,
		max: items.map((one) => one.max),
		points: cells.map((row) => row.map((cell) => cell?.points))
	};
}

/** True where every learner was asked every item, so that totals can be compared as they are. */
export function isComplete({ points }: ScoreMatrix): boolean {
	return points.every((row) => row.every((one) => one !== undefined));
}

/** What a learner earned, of what could be had on the items asked. */
export interface Total {
	readonly learner: string;
	readonly points: number;
	readonly max: number;
	/** 0 to 1; 0 where nothing was asked. */
	readonly share: number;
}

/** The total of each learner, in the order of the matrix. */
export function totalsOf(matrix: ScoreMatrix): Total[] {
	return matrix.points.map((row, index) => {
		let points = 0;
		let max = 0;
		row.forEach((one, item) => {
			if (one === undefined) return;
			points += one;
			max += matrix.max[item] ?? 0;
		});
		return totalOf(matrix.learners[index] ?? '', points, max);
	});
}

const totalOf = (learner: string, points: number, max: number): Total => ({
	...{ learner, points, max },
	share: max === 0 ? 0 : points / max
});

/** What learners earned on one item, and on all the others. */
export interface Pair {
	/** Row of the matrix. */
	readonly row: number;
	/** Points on the item. */
	readonly x: number;
	/** Points on the other items; their share of what could be had where learners were asked different items. */
	readonly rest: number;
	/** Points on all items, or their share. */
	readonly total: number;
}

/** What the statistics of every item of a matrix start from: made once, since a class has many items. */
export interface Ground {
	readonly matrix: ScoreMatrix;
	readonly whole: boolean;
	readonly totals: readonly Total[];
}

export const groundOf = (matrix: ScoreMatrix): Ground => ({
	...{ matrix, whole: isComplete(matrix) },
	totals: totalsOf(matrix)
});

/** The learners who were asked an item and at least one other. */
export function pairsOn({ matrix, whole, totals }: Ground, item: number): Pair[] {
	const most = matrix.max[item] ?? 0;
	return totals.flatMap((total, row): Pair[] => {
		const x = matrix.points[row]?.[item];
		if (x === undefined || total.max === most) return [];
		const rest = totalOf(total.learner, total.points - x, total.max - most);
		return [
			whole
				? { row, x, rest: rest.points, total: total.points }
				: { row, x, rest: rest.share, total: total.share }
		];
	});
}
