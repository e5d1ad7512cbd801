// Judges' estimates as a table of text: a line for each question, a column for each judge, in per cent.

/** Estimates by judge and question, as shares from 0 to 1; undefined where there is none. */
export type Estimates = readonly (readonly (number | undefined)[])[];

export type ReadEstimates =
	{ readonly ok: true; readonly judges: Estimates } | { readonly ok: false; readonly says: string };

/** Most judges that a table may hold. */
export const MOST_JUDGES = 30;

/** Reads a table as it is pasted from a spreadsheet: columns parted by tabs, semicolons, commas or blanks. A % sign may follow a number. */
export function readEstimates(text: string, questions: number): ReadEstimates {
	const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
	if (lines.length !== questions) {
		return {
			ok: false,
			says: `Found ${lines.length} lines, expected ${questions}: one for each question.`
		};
	}
	const rows = lines.map((line) =>
		line
			.replaceAll('%', '')
			.trim()
			.split(/\s*[\t;,]\s*|\s+/)
	);
	const judges = rows[0]?.length ?? 0;
	if (judges > MOST_JUDGES)
		return { ok: false, says: `Found ${judges} columns, expected at most ${MOST_JUDGES}.` };
	const estimates: number[][] = Array.from({ length: judges }, () => []);
	for (const [index, row] of rows.entries()) {
		if (row.length !== judges) {
			return {
				ok: false,
				says: `Line ${index + 1} has ${row.length} columns, expected ${judges} as in line 1.`
			};
		}
		for (const [judge, cell] of row.entries()) {
			const value = cell === '' ? Number.NaN : Number(cell);
			if (!(value >= 0 && value <= 100)) {
				return {
					ok: false,
					says: `Line ${index + 1} says “${cell.slice(0, 20)}”, expected a number from 0 to 100.`
				};
			}
			estimates[judge]?.push(value / 100);
		}
	}
	return { ok: true, judges: estimates };
}

/** The same table as text, to be kept and pasted again; a missing estimate leaves its cell empty. */
export function estimatesText(judges: Estimates, questions: number): string {
	const cell = (value: number | undefined) =>
		value === undefined ? '' : String(Math.round(1e4 * value) / 100);
	return Array.from({ length: questions }, (_, index) =>
		judges.map((one) => cell(one[index])).join('\t')
	).join('\n');
}
