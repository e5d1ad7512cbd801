// Tables whose cells hold the places of drop-downs or of spans: a header, and rows of as many cells.
import { HONEST, isHonest } from '$lib/validation/honest';
import * as v from 'valibot';
import { fault, type Fault } from '$lib/validation/fault';
import { placeholdersOf } from './blanks.js';
import { idSchema, textSchema } from './item-schema.js';
import { countWithin, duplicateIds } from './lists.js';

/** A cell may be empty, unlike other texts. */
const cellSchema = v.pipe(
	v.string(),
	v.check(isHonest, HONEST),
	v.maxLength(4000, 'at most 4000 characters')
);

export const tableEntries = {
	header: v.array(textSchema),
	/** The first cell of a row is its heading. */
	rows: v.array(v.strictObject({ id: idSchema, cells: v.array(cellSchema) }))
};
const tableSchema = v.strictObject(tableEntries);
export type Table = v.InferOutput<typeof tableSchema>;

const SCREEN = 'Milium: what a small screen can hold';

/** Faults of the header and the rows; the placeholders are checked with what they stand for. */
export function checkTable({ header, rows }: Table): Fault[] {
	const uneven = rows.flatMap(({ cells }, index) =>
		cells.length === header.length
			? []
			: [
					fault(
						['rows', index, 'cells'],
						`${cells.length} cells`,
						`${header.length} cells, as many as the header`,
						'table.cells'
					)
				]
	);
	const headings = rows.flatMap(({ cells }, index) =>
		placeholdersOf(cells[0] ?? '').length === 0
			? []
			: [
					fault(
						['rows', index, 'cells', 0],
						cells[0],
						'a heading of the row, without a placeholder',
						'table.heading'
					)
				]
	);
	return [
		...countWithin(header, ['header'], { min: 2, max: 5, what: 'columns', source: SCREEN }),
		...countWithin(rows, ['rows'], { min: 1, max: 10, what: 'rows', source: SCREEN }),
		...duplicateIds(rows, ['rows']),
		...uneven,
		...headings
	];
}

/** All cells as one text, in reading order, for checking placeholders. */
export function textOfTable({ rows }: Pick<Table, 'rows'>): string {
	return rows.flatMap(({ cells }) => cells).join('\n\n');
}

/** Ids of the placeholders in a row, in reading order. */
export function placedIn(row: Table['rows'][number]): string[] {
	return row.cells.flatMap(placeholdersOf);
}
